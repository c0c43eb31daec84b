-- CreateObject
CREATE SERVER "come" FOREIGN DATA WRAPPER "far";

-- CreateObject
ALTER USER MAPPING FOR CURRENT_USER SERVER "away" OPTIONS (ADD key 'three', SET "user" 'two');

-- CreateObject
CREATE USER MAPPING FOR CURRENT_USER SERVER "come";

-- CreateObject
CREATE USER MAPPING FOR PUBLIC SERVER "kept" OPTIONS ("user" 'all');

-- DropObject
-- hazard: breaks-clients: user mapping away(public): its user is no more known to that server
DROP USER MAPPING FOR PUBLIC SERVER "away";

-- DropObject
-- hazard: breaks-clients: user mapping gone(CURRENT_USER): its user is no more known to that server
DROP USER MAPPING FOR CURRENT_USER SERVER "gone";

-- DropObject
DROP SERVER "gone";
