package dev.schemend.dialect.postgres.catalog;

import java.util.List;

/** The types that every database has, as {@code pg_type} names them (manual, chapter 8). */
final class BuiltinTypes {

  static final List<String> NAMES =
      List.of(
          "bit",
          "bool",
          "box",
          "bpchar",
          "bytea",
          "char",
          "cidr",
          "circle",
          "date",
          "daterange",
          "float4",
          "float8",
          "inet",
          "int2",
          "int4",
          "int4range",
          "int8",
          "int8range",
          "interval",
          "json",
          "jsonb",
          "jsonpath",
          "line",
          "lseg",
          "macaddr",
          "macaddr8",
          "money",
          "name",
          "numeric",
          "numrange",
          "oid",
          "path",
          "pg_lsn",
          "point",
          "polygon",
          "regclass",
          "regproc",
          "regtype",
          "text",
          "tid",
          "time",
          "timestamp",
          "timestamptz",
          "timetz",
          "tsquery",
          "tsrange",
          "tstzrange",
          "tsvector",
          "uuid",
          "varbit",
          "varchar",
          "xid",
          "xml");

  private BuiltinTypes() {}
}
