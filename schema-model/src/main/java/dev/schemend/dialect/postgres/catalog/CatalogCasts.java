package dev.schemend.dialect.postgres.catalog;

import dev.schemend.apply.ErrorCode;
import dev.schemend.evaluate.Arrays;
import dev.schemend.evaluate.RaisedError;
import dev.schemend.evaluate.World;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Casts of values that are neither null nor unknown. */
final class CatalogCasts {

  private static final ErrorCode INVALID_TEXT = ErrorCode.of("22P02");
  private static final int LONGEST_NUMBER = 100;
  // Table 8.13.
  private static final Set<String> RELATIVE = Set.of("now", "today", "tomorrow", "yesterday");

  private final CatalogNames names;
  private final BiFunction<Value, World, Optional<String>> text;

  CatalogCasts(CatalogNames names, BiFunction<Value, World, Optional<String>> text) {
    this.names = names;
    this.text = text;
  }

  Value cast(Value value, TypeName type, World world) {
    if (value instanceof Value.Null || value instanceof Value.Unknown) {
      return value;
    }
    String name = type.name();
    String bare = name.startsWith("pg_catalog.") ? name.substring("pg_catalog.".length()) : name;
    return type.array() ? array(value, bare, world) : scalar(value, bare, world);
  }

  private Value array(Value value, String element, World world) {
    Optional<List<Value>> items =
        value instanceof Value.Text written
            ? Arrays.parse(written.value())
            : value instanceof Value.Items known ? Optional.of(known.values()) : Optional.empty();
    return items
        .<Value>map(
            all ->
                new Value.Items(
                    all.stream()
                        .map(one -> cast(one, new TypeName(element, false), world))
                        .toList()))
        .orElseGet(() -> Value.unknown("an array"));
  }

  private Value scalar(Value value, String type, World world) {
    return switch (type) {
      case "text",
          "varchar",
          "character varying",
          "char",
          "character",
          "bpchar",
          "name",
          "citext" ->
          value instanceof Value.Paraphrase
              ? value
              : text.apply(value, world).map(Value::of).orElse(value);
      case "int", "integer", "int4", "bigint", "int8", "smallint", "int2" -> integer(value, type);
      case "numeric", "decimal", "dec", "real", "float", "float4", "float8", "double precision" ->
          number(value, type);
      case "bool", "boolean" -> truth(value);
      case "regclass" -> named(value, "42P01", "relation", one -> names.relation(one, world));
      case "regtype" -> named(value, "42704", "type", one -> names.type(one, world));
      case "regnamespace" -> named(value, "3F000", "schema", one -> names.namespace(one, world));
      case "regproc", "regprocedure" ->
          named(value, "42883", "function", one -> names.routine(one, world));
      case "date" -> Moments.asDate(value, clock(world)).orElseGet(() -> unknownDate(value));
      case "timestamp", "timestamptz", "timestamp with time zone", "timestamp without time zone" ->
          Moments.asTime(value, clock(world)).orElseGet(() -> Value.unknown("a moment"));
      case "interval" -> Moments.asSpan(value).orElseGet(() -> Value.unknown("a span of time"));
      case "time" -> Value.unknown("a time of day");
      default -> value;
    };
  }

  /** What a name means, as one of the {@code reg} types. */
  private interface Meaning {
    Optional<Value> of(String name);
  }

  private static Value named(Value value, String code, String kind, Meaning meaning) {
    if (value instanceof Value.Reference) {
      return value;
    }
    if (!(value instanceof Value.Text written)) {
      return Value.unknown("an identity of the catalogs");
    }
    return meaning
        .of(written.value())
        .orElseThrow(
            () ->
                new RaisedError(
                    ErrorCode.of(code), kind + " \"" + written.value() + "\" does not exist"));
  }

  private static Value integer(Value value, String type) {
    return switch (number(value, type)) {
      case Value.Num number -> new Value.Num(number.value().setScale(0, RoundingMode.HALF_UP));
      case Value other -> other;
    };
  }

  private static Value number(Value value, String type) {
    return switch (value) {
      case Value.Num number -> number;
      case Value.Bool bool -> Value.of(bool.value() ? 1 : 0);
      case Value.Text written -> parsed(written.value(), type);
      case Value.Reference reference -> reference;
      default -> Value.unknown("a number");
    };
  }

  private static Value parsed(String written, String type) {
    Supplier<RaisedError> invalid =
        () ->
            new RaisedError(
                INVALID_TEXT, "invalid input syntax for type " + type + ": \"" + written + "\"");
    String digits = written.strip();
    if (digits.length() > LONGEST_NUMBER) {
      return Value.unknown("a number that is too long");
    }
    try {
      BigDecimal number = new BigDecimal(digits);
      return Math.abs(number.scale()) > LONGEST_NUMBER
          ? Value.unknown("a number that is too long")
          : new Value.Num(number);
    } catch (NumberFormatException noNumber) {
      throw invalid.get();
    }
  }

  private static Value truth(Value value) {
    return switch (value) {
      case Value.Bool bool -> bool;
      case Value.Num number -> Value.of(number.value().signum() != 0);
      case Value.Text written ->
          switch (written.value().strip().toLowerCase(Locale.ROOT)) {
            case "t", "true", "y", "yes", "on", "1" -> Value.TRUE;
            case "f", "false", "n", "no", "off", "0" -> Value.FALSE;
            default ->
                throw new RaisedError(
                    INVALID_TEXT,
                    "invalid input syntax for type boolean: \"" + written.value() + "\"");
          };
      default -> Value.unknown("a truth value");
    };
  }

  private static Value unknownDate(Value value) {
    boolean relative =
        value instanceof Value.Text written
            && RELATIVE.contains(written.value().strip().toLowerCase(Locale.ROOT));
    return Value.unknown(relative ? "the moment at which it runs" : "a date");
  }

  private static Optional<LocalDateTime> clock(World world) {
    return world.session().clock().map(OffsetDateTime::toLocalDateTime);
  }
}
