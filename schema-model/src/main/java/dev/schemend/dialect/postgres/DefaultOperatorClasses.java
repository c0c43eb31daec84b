package dev.schemend.dialect.postgres;

import dev.schemend.type.SqlType;
import java.util.Map;
import java.util.Set;

/**
 * The operator classes that a type has by default, whatever the method (catalog {@code pg_opclass},
 * {@code opcdefault}); {@code pg_get_indexdef} leaves them out.
 */
final class DefaultOperatorClasses {

  private static final Map<String, Set<String>> BY_TYPE =
      Map.ofEntries(
          Map.entry("smallint", Set.of("int2_ops", "int2_minmax_ops")),
          Map.entry("integer", Set.of("int4_ops", "int4_minmax_ops")),
          Map.entry("bigint", Set.of("int8_ops", "int8_minmax_ops")),
          Map.entry("real", Set.of("float4_ops", "float4_minmax_ops")),
          Map.entry("double precision", Set.of("float8_ops", "float8_minmax_ops")),
          Map.entry("numeric", Set.of("numeric_ops", "numeric_minmax_ops")),
          Map.entry("text", Set.of("text_ops", "text_minmax_ops")),
          Map.entry("character varying", Set.of("text_ops", "varchar_ops", "text_minmax_ops")),
          Map.entry("character", Set.of("bpchar_ops", "bpchar_minmax_ops")),
          Map.entry("boolean", Set.of("bool_ops")),
          Map.entry("bytea", Set.of("bytea_ops", "bytea_minmax_ops")),
          Map.entry("uuid", Set.of("uuid_ops", "uuid_minmax_ops")),
          Map.entry("date", Set.of("date_ops", "date_minmax_ops")),
          Map.entry("timestamp without time zone", Set.of("timestamp_ops", "timestamp_minmax_ops")),
          Map.entry(
              "timestamp with time zone", Set.of("timestamptz_ops", "timestamptz_minmax_ops")),
          Map.entry("time without time zone", Set.of("time_ops", "time_minmax_ops")),
          Map.entry("time with time zone", Set.of("timetz_ops", "timetz_minmax_ops")),
          Map.entry("interval", Set.of("interval_ops", "interval_minmax_ops")),
          Map.entry("jsonb", Set.of("jsonb_ops")),
          Map.entry("tsvector", Set.of("tsvector_ops")),
          Map.entry("cidr", Set.of("inet_ops", "cidr_ops")),
          Map.entry("macaddr", Set.of("macaddr_ops", "macaddr_minmax_ops")),
          Map.entry("macaddr8", Set.of("macaddr8_ops", "macaddr8_minmax_ops")),
          Map.entry("inet", Set.of("inet_ops", "inet_inclusion_ops")),
          Map.entry("name", Set.of("name_ops", "name_minmax_ops")),
          Map.entry("\"char\"", Set.of("char_ops", "char_minmax_ops")),
          Map.entry("oid", Set.of("oid_ops", "oid_minmax_ops")),
          Map.entry("oidvector", Set.of("oidvector_ops")),
          Map.entry("tid", Set.of("tid_ops", "tid_minmax_ops")),
          Map.entry("xid", Set.of("xid_ops")),
          Map.entry("xid8", Set.of("xid8_ops")),
          Map.entry("cid", Set.of("cid_ops")),
          Map.entry("pg_lsn", Set.of("pg_lsn_ops", "pg_lsn_minmax_ops")),
          Map.entry("money", Set.of("money_ops")),
          Map.entry("bit", Set.of("bit_ops", "bit_minmax_ops")),
          Map.entry("bit varying", Set.of("varbit_ops", "varbit_minmax_ops")),
          Map.entry("tsquery", Set.of("tsquery_ops")),
          Map.entry("box", Set.of("box_ops", "box_inclusion_ops")),
          Map.entry("circle", Set.of("circle_ops")),
          Map.entry("polygon", Set.of("poly_ops")),
          Map.entry("point", Set.of("point_ops", "quad_point_ops")));

  private static final Set<String> RANGES = Set.of("range_ops", "range_inclusion_ops");

  private DefaultOperatorClasses() {}

  static boolean isDefault(String operatorClass, SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin ->
          BY_TYPE.getOrDefault(builtin.name(), Set.of()).contains(operatorClass)
              || (builtin.name().endsWith("multirange")
                  ? operatorClass.equals("multirange_ops")
                  : builtin.name().endsWith("range") && RANGES.contains(operatorClass));
      case SqlType.ArrayOf array -> operatorClass.equals("array_ops");
      case SqlType.UserDefined user -> operatorClass.equals("enum_ops");
      case SqlType.InlineEnum inline -> false;
    };
  }
}
