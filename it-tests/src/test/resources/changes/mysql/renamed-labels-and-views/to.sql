CREATE TABLE orders (
  id int PRIMARY KEY,
  state enum('active', 'done', 'gone') NOT NULL DEFAULT 'active',
  tags set('present', 'rush'),
  changed timestamp NULL ON UPDATE CURRENT_TIMESTAMP,
  KEY by_state (state)
);
CREATE VIEW active AS SELECT id FROM orders WHERE state = 'active';
CREATE VIEW counted AS SELECT count(*) AS number FROM active;
