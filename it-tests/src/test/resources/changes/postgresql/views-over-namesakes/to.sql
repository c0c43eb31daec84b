CREATE SCHEMA old;
CREATE TABLE items (id integer, kind integer);
CREATE TABLE old.items (item integer, kind integer);
CREATE TABLE costs (item integer, amount integer);
CREATE VIEW kept AS SELECT * FROM old.items WHERE EXISTS (SELECT 1 FROM items WHERE old.items.item = items.id);
CREATE VIEW both_items AS SELECT items.id, old.items.item FROM items, old.items WHERE old.items.kind = items.kind;
CREATE VIEW priced AS SELECT i.id FROM items i WHERE EXISTS (SELECT 1 FROM costs WHERE i.id = costs.item);
CREATE VIEW unpriced AS SELECT i.id FROM items i WHERE NOT EXISTS (SELECT 1 FROM costs WHERE i.id = costs.item);
CREATE VIEW old.starred AS SELECT old.items.* FROM items JOIN old.items USING (kind);
