package dev.schemend.dialect.postgres;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import dev.schemend.type.TypeSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Types of PostgreSQL, named as {@code format_type} spells them (manual, table 8.1), with their
 * modifiers behind the whole name: {@code timestamp with time zone} of 3, not {@code timestamp(3)
 * with time zone}.
 */
public final class PostgresTypes implements TypeSystem {

  // Table 8.1 (aliases), 8.1.4 (serial types), and the catalog's own names.
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("int2", "smallint"),
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("dec", "numeric"),
          Map.entry("decimal", "numeric"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "character varying"),
          Map.entry("char", "character"),
          Map.entry("nchar", "character"),
          Map.entry("varbit", "bit varying"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"),
          Map.entry("serial2", "smallserial"),
          Map.entry("serial4", "serial"),
          Map.entry("serial8", "bigserial"));

  private static final Set<String> NAMES =
      Set.of(
          "\"char\"",
          "aclitem",
          "any",
          "anyarray",
          "anycompatible",
          "anycompatiblearray",
          "anycompatiblemultirange",
          "anycompatiblenonarray",
          "anycompatiblerange",
          "anyelement",
          "anyenum",
          "anymultirange",
          "anynonarray",
          "anyrange",
          "bigint",
          "bigserial",
          "bit",
          "bit varying",
          "boolean",
          "box",
          "bpchar",
          "bytea",
          "character",
          "character varying",
          "cid",
          "cidr",
          "circle",
          "cstring",
          "date",
          "datemultirange",
          "daterange",
          "double precision",
          "event_trigger",
          "fdw_handler",
          "index_am_handler",
          "inet",
          "int2vector",
          "int4multirange",
          "int4range",
          "int8multirange",
          "int8range",
          "integer",
          "internal",
          "interval",
          "json",
          "jsonb",
          "jsonpath",
          "language_handler",
          "line",
          "lseg",
          "macaddr",
          "macaddr8",
          "money",
          "name",
          "numeric",
          "nummultirange",
          "numrange",
          "oid",
          "oidvector",
          "path",
          "pg_ddl_command",
          "pg_lsn",
          "pg_node_tree",
          "pg_snapshot",
          "point",
          "polygon",
          "real",
          "record",
          "refcursor",
          "regclass",
          "regcollation",
          "regconfig",
          "regdictionary",
          "regnamespace",
          "regoper",
          "regoperator",
          "regproc",
          "regprocedure",
          "regrole",
          "regtype",
          "serial",
          "smallint",
          "smallserial",
          "table_am_handler",
          "text",
          "tid",
          "time with time zone",
          "time without time zone",
          "timestamp with time zone",
          "timestamp without time zone",
          "trigger",
          "tsm_handler",
          "tsmultirange",
          "tsquery",
          "tsrange",
          "tstzmultirange",
          "tstzrange",
          "tsvector",
          "txid_snapshot",
          "unknown",
          "uuid",
          "void",
          "xid",
          "xid8",
          "xml");

  private static final Set<String> CHARACTER_NAMES =
      Set.of("text", "character varying", "character", "bpchar", "name", "\"char\"");

  private static final Identifier CATALOG = Identifier.of("pg_catalog");

  // 8.1.3: float(1) to float(24) is real, up to float(53) double precision.
  private static final int REAL_BITS = 24;

  // The server warns and takes the most (anytimestamp_typmod_check, MAX_TIMESTAMP_PRECISION).
  private static final int MOST_DIGITS_OF_SECONDS = 6;

  @Override
  public SqlType canonical(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> builtin(builtin.name(), builtin.modifiers());
      case SqlType.UserDefined user -> brought(user).orElse(user);
      case SqlType.ArrayOf array -> new SqlType.ArrayOf(canonical(array.element()));
      case SqlType.InlineEnum inline -> inline;
    };
  }

  // A name that nobody qualified, or pg_catalog, is the server's own before any other (5.9.5).
  private static Optional<SqlType> brought(SqlType.UserDefined user) {
    ObjectName name = user.name();
    if (name.isQualified() && !name.schema().equals(CATALOG)) {
      return Optional.empty();
    }
    String key = name.name().key();
    if (key.startsWith("_")) {
      // The name of a type's array type (CREATE TYPE, Array Types).
      return brought(
              new SqlType.UserDefined(
                  new ObjectName(name.schema(), Identifier.of(key.substring(1))), user.modifiers()))
          .map(SqlType.ArrayOf::new);
    }
    boolean known = NAMES.contains(key) || ALIASES.containsKey(key) || key.equals("float");
    Optional<List<Integer>> modifiers = numbers(user.modifiers());
    return known && modifiers.isPresent()
        ? Optional.of(builtin(key, modifiers.get()))
        : Optional.empty();
  }

  private static Optional<List<Integer>> numbers(List<String> written) {
    List<Integer> numbers = new ArrayList<>();
    for (String modifier : written) {
      try {
        numbers.add(Integer.valueOf(modifier));
      } catch (NumberFormatException notOfABuiltinType) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }

  private static SqlType builtin(String written, List<Integer> modifiers) {
    if (written.equals("float")) {
      boolean single = !modifiers.isEmpty() && modifiers.getFirst() <= REAL_BITS;
      return SqlType.builtin(single ? "real" : "double precision");
    }
    String alias = ALIASES.getOrDefault(written, written);
    // bpchar(n) is character(n); without a length it is a type of its own (format_type).
    String name = alias.equals("bpchar") && !modifiers.isEmpty() ? "character" : alias;
    return new SqlType.Builtin(name, implied(name, modifiers));
  }

  // 8.1.2: no scale is scale 0. 8.3: character is character(1). 8.10: bit is bit(1).
  private static List<Integer> implied(String name, List<Integer> modifiers) {
    return switch (name) {
      case "numeric" -> modifiers.size() == 1 ? List.of(modifiers.getFirst(), 0) : modifiers;
      case "character", "bit" -> modifiers.isEmpty() ? List.of(1) : modifiers;
      case "timestamp without time zone",
          "timestamp with time zone",
          "time without time zone",
          "time with time zone",
          "interval" ->
          modifiers.stream().map(digits -> Math.min(digits, MOST_DIGITS_OF_SECONDS)).toList();
      default -> modifiers;
    };
  }

  @Override
  public CastRisk castRisk(SqlType from, SqlType to) {
    return PostgresCasts.risk(from, to);
  }

  @Override
  public boolean isCharacter(SqlType type) {
    return type instanceof SqlType.Builtin builtin && CHARACTER_NAMES.contains(builtin.name());
  }

  /** Whether the type is one of the unbounded character types, which need no cast of a literal. */
  static boolean isText(SqlType type) {
    return type instanceof SqlType.Builtin builtin
        && builtin.modifiers().isEmpty()
        && (builtin.name().equals("text") || builtin.name().equals("character varying"));
  }

  /**
   * The type that a constant has in a default of a column: what the modifiers ask for is done when
   * the value is assigned (coerce_type_typmod).
   */
  static SqlType ofConstant(SqlType column) {
    return switch (column) {
      case SqlType.Builtin builtin when PostgresCasts.isInterval(builtin) ->
          SqlType.builtin("interval");
      case SqlType.Builtin builtin ->
          SqlType.builtin(builtin.name().equals("character") ? "bpchar" : builtin.name());
      case SqlType.UserDefined user -> new SqlType.UserDefined(user.name(), List.of());
      case SqlType.ArrayOf array -> new SqlType.ArrayOf(ofConstant(array.element()));
      case SqlType.InlineEnum inline -> inline;
    };
  }
}
