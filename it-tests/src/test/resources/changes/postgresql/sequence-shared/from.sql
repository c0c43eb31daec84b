CREATE TABLE numbered (id bigserial NOT NULL, note text);
CREATE TABLE drawn (id bigint NOT NULL DEFAULT nextval('numbered_id_seq'));
