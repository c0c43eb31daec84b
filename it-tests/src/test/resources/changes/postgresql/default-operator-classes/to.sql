CREATE TABLE t (a name, b oid, c inet, d money, e int4range, f bit(4), g text);
CREATE INDEX t_a ON t (a);
CREATE INDEX t_b ON t (b);
CREATE INDEX t_c ON t (c);
CREATE INDEX t_d ON t (d);
CREATE INDEX t_e ON t USING gist (e);
CREATE INDEX t_f ON t (f);
CREATE INDEX t_g ON t (g text_pattern_ops);
