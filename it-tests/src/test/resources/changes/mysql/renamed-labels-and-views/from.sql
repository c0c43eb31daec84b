CREATE TABLE orders (
  id int PRIMARY KEY,
  state enum('open', 'done', 'gone') NOT NULL DEFAULT 'open',
  tags set('gift', 'rush'),
  changed timestamp NULL ON UPDATE CURRENT_TIMESTAMP,
  KEY by_state (state)
);
CREATE VIEW running AS SELECT id FROM orders WHERE state = 'open';
CREATE VIEW counted AS SELECT count(*) AS number FROM running;
