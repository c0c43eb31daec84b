-- CreateObject
ALTER FOREIGN DATA WRAPPER "far" OPTIONS (DROP debug);

-- CreateObject
CREATE FOREIGN DATA WRAPPER "nearer" OPTIONS (debug 'off');

-- CreateObject
ALTER SERVER "books" VERSION '2' OPTIONS (ADD "User" 'x', SET host 'two', DROP port);

-- CreateObject
CREATE SERVER "here" FOREIGN DATA WRAPPER "nearer";

-- CreateObject
ALTER USER MAPPING FOR PUBLIC SERVER "books" OPTIONS (SET name 'librarian', ADD role 'all');

-- CreateObject
CREATE USER MAPPING FOR PUBLIC SERVER "here";

-- DropObject
-- hazard: breaks-clients: user mapping gone(public): its user is no more known to that server
DROP USER MAPPING FOR PUBLIC SERVER "gone";

-- DropObject
DROP SERVER "gone";

-- DropObject
DROP FOREIGN DATA WRAPPER "farther";

-- DropObject
-- hazard: recreated: user mapping music(public): it is dropped and made anew
DROP USER MAPPING FOR PUBLIC SERVER "music";

-- DropObject
-- hazard: recreated: foreign server music: it is dropped and made anew
-- hazard: privileges-lost: foreign server music: what was granted on it goes with it, and must be granted again
DROP SERVER "music";

-- CreateObject
CREATE SERVER "music" TYPE 'b' FOREIGN DATA WRAPPER "far";

-- CreateObject
CREATE USER MAPPING FOR PUBLIC SERVER "music" OPTIONS (name 'listener');
