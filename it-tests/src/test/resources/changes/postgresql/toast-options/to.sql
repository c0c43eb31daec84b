CREATE TABLE t (n integer, s text) WITH (toast.autovacuum_vacuum_cost_delay = 23, fillfactor = 80);
