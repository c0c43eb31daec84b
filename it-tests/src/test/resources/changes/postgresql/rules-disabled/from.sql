CREATE TABLE orders (id int, note text);
CREATE TABLE kept (id int, note text);
CREATE RULE silenced AS ON INSERT TO orders DO ALSO INSERT INTO public.kept (id, note) VALUES (new.id, new.note);
CREATE RULE loud AS ON DELETE TO orders DO INSTEAD NOTHING;
ALTER TABLE orders DISABLE RULE loud;
CREATE RULE replaced AS ON UPDATE TO kept DO ALSO NOTHING;
ALTER TABLE kept DISABLE RULE replaced;
CREATE RULE anew AS ON UPDATE TO orders WHERE new.id > 1 DO INSTEAD NOTHING;
ALTER TABLE orders DISABLE RULE anew;
