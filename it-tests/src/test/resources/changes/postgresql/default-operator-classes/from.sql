CREATE TABLE t (a name, b oid, c inet, d money, e int4range, f bit(4), g text);
CREATE INDEX t_a ON t (a name_ops);
CREATE INDEX t_b ON t (b oid_ops);
CREATE INDEX t_c ON t (c inet_ops);
CREATE INDEX t_d ON t (d money_ops);
CREATE INDEX t_e ON t USING gist (e range_ops);
CREATE INDEX t_f ON t (f bit_ops);
CREATE INDEX t_g ON t (g text_ops);
