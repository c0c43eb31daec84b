package dev.schemend.preflight.postgres;

import static dev.schemend.preflight.Conditions.call;
import static dev.schemend.preflight.Conditions.compare;
import static dev.schemend.preflight.Conditions.not;
import static dev.schemend.preflight.Conditions.notAmong;
import static dev.schemend.preflight.Conditions.number;
import static dev.schemend.preflight.Conditions.outside;
import static dev.schemend.preflight.Conditions.string;

import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.EnumType;
import dev.schemend.model.Schema;
import dev.schemend.preflight.Misfit;
import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which values a cast of PostgreSQL refuses, rounds or cuts (manual, chapters 8 and 9.4). */
final class PostgresMisfits {

  private static final String TOO_LONG = "22001";
  private static final String OUT_OF_RANGE = "22003";
  private static final String INVALID = "22P02";

  /** invalid_datetime_format, datetime_field_overflow. */
  private static final String INVALID_MOMENT = "22007 or 22008";

  private static final Set<String> MOMENTS =
      Set.of(
          "date",
          "time without time zone",
          "time with time zone",
          "timestamp without time zone",
          "timestamp with time zone",
          "interval");

  private static final SqlType TEXT = SqlType.builtin("text");
  private static final SqlType NUMERIC = SqlType.builtin("numeric");

  /** Manual, table 8.2. */
  private static final Map<String, Integer> INTEGER_BITS =
      Map.of("smallint", 16, "integer", 32, "bigint", 64);

  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Set<String> BOUNDED_TEXT = Set.of("character varying", "character");

  /** Manual, 9.27.12: {@code pg_input_is_valid} came with 16. */
  private static final ServerVersion VALIDATES = ServerVersion.of(16, 0, 0);

  private final Dialect dialect;

  PostgresMisfits(Dialect dialect) {
    this.dialect = dialect;
  }

  List<Misfit> of(SqlType from, SqlType to, SqlExpr value, Optional<SqlExpr> using, Schema after) {
    CastRisk risk = dialect.types().castRisk(from, to);
    boolean plain = using.map(one -> stripped(one).equals(stripped(value))).orElse(true);
    if (!plain) {
      return List.of(Misfit.trial(using.get(), "its USING is refused for values that are there"));
    }
    if (risk == CastRisk.IDENTICAL || risk == CastRisk.WIDENING || risk == CastRisk.REWRITE) {
      return List.of();
    }
    if (to instanceof SqlType.UserDefined user) {
      return after
          .enumType(user.name())
          .map(type -> toEnum(type, value))
          .orElseGet(() -> tried(to, value));
    }
    if (!(to instanceof SqlType.Builtin target) || !(from instanceof SqlType.Builtin source)) {
      return tried(to, value);
    }
    return builtin(source, target, value, using.isPresent());
  }

  /** The value inside of casts: a USING of casts alone does what the cast does. */
  private static SqlExpr stripped(SqlExpr expression) {
    return expression instanceof SqlExpr.Cast cast ? stripped(cast.operand()) : expression;
  }

  private static List<Misfit> toEnum(EnumType type, SqlExpr value) {
    return List.of(
        Misfit.fails(
            notAmong(new SqlExpr.Cast(value, TEXT), type.labels()),
            "values are no label of " + type.name(),
            INVALID));
  }

  private static List<Misfit> tried(SqlType to, SqlExpr value) {
    return List.of(
        Misfit.trial(
            new SqlExpr.Cast(value, to), "values are there that cannot become " + words(to)));
  }

  private static String words(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin ->
          builtin.name()
              + (builtin.modifiers().isEmpty()
                  ? ""
                  : builtin.modifiers().stream()
                      .map(String::valueOf)
                      .collect(Collectors.joining(",", "(", ")")));
      case SqlType.UserDefined user -> user.name().toString();
      case SqlType.ArrayOf array -> words(array.element()) + "[]";
      case SqlType.InlineEnum inline -> inline.kind().toString();
    };
  }

  private List<Misfit> builtin(
      SqlType.Builtin from, SqlType.Builtin to, SqlExpr value, boolean explicit) {
    boolean characters = dialect.types().isCharacter(from);
    boolean numbers = NUMBERS.contains(from.name());
    if (BOUNDED_TEXT.contains(to.name())) {
      return to.modifiers().isEmpty() ? List.of() : shorter(from, to, value, explicit);
    }
    if (dialect.types().isCharacter(to)) {
      return List.of();
    }
    if (INTEGER_BITS.containsKey(to.name()) && numbers) {
      return integer(from, INTEGER_BITS.get(to.name()), value);
    }
    if (to.name().equals("numeric") && numbers) {
      return to.modifiers().isEmpty() ? List.of() : numeric(to, value);
    }
    if (characters) {
      return read(to, value);
    }
    return numbers && NUMBERS.contains(to.name())
        ? List.of(
            Misfit.loses(
                compare(value, "<>", new SqlExpr.Cast(new SqlExpr.Cast(value, to), from)),
                "values would be rounded"))
        : tried(to, value);
  }

  /** Manual, 8.3: an assignment refuses what is cut unless it is spaces; a cast cuts. */
  private List<Misfit> shorter(
      SqlType.Builtin from, SqlType.Builtin to, SqlExpr value, boolean explicit) {
    int length = to.modifiers().getFirst();
    SqlExpr text = dialect.types().isCharacter(from) ? value : new SqlExpr.Cast(value, TEXT);
    SqlExpr tooLong = compare(call("char_length", call("rtrim", text)), ">", number(length));
    String reason = "values are longer than " + length + " characters";
    return List.of(
        explicit
            ? Misfit.loses(tooLong, reason + " and would be cut")
            : Misfit.fails(tooLong, reason, TOO_LONG).mendedBy(call("left", text, number(length))));
  }

  private static List<Misfit> integer(SqlType.Builtin from, int bits, SqlExpr value) {
    BigInteger bound = BigInteger.TWO.pow(bits - 1);
    boolean whole = INTEGER_BITS.containsKey(from.name());
    SqlExpr rounded = whole ? value : call("round", value);
    List<Misfit> misfits = new ArrayList<>();
    misfits.add(
        Misfit.fails(
            outside(rounded, bound.negate(), bound.subtract(BigInteger.ONE)),
            "values are out of range",
            OUT_OF_RANGE));
    if (!whole) {
      misfits.add(Misfit.loses(compare(value, "<>", rounded), "values would be rounded"));
    }
    return misfits;
  }

  private static List<Misfit> numeric(SqlType.Builtin to, SqlExpr value) {
    int precision = to.modifiers().getFirst();
    int scale = to.modifiers().size() > 1 ? to.modifiers().get(1) : 0;
    SqlExpr exact = new SqlExpr.Cast(value, NUMERIC);
    SqlExpr rounded = call("round", exact, number(scale));
    return List.of(
        Misfit.fails(
            compare(
                call("abs", rounded),
                ">=",
                number(BigInteger.TEN.pow(Math.max(0, precision - scale)))),
            "values have more than " + (precision - scale) + " digits before the point",
            OUT_OF_RANGE),
        Misfit.loses(compare(exact, "<>", rounded), "values would be rounded"));
  }

  /** Text that is read as another type. */
  private List<Misfit> read(SqlType.Builtin to, SqlExpr value) {
    SqlExpr text = new SqlExpr.Cast(value, TEXT);
    if (dialect.profile().version().since(VALIDATES)) {
      return List.of(
          Misfit.fails(
              not(call("pg_input_is_valid", text, string(words(to)))),
              "values are no " + words(to),
              MOMENTS.contains(to.name()) ? INVALID_MOMENT : INVALID));
    }
    String pattern =
        switch (to.name()) {
          case "uuid" -> "^\\s*\\{?[0-9a-fA-F]{4}(-?[0-9a-fA-F]{4}){7}\\}?\\s*$";
          case "numeric", "real", "double precision" ->
              "^\\s*[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?\\s*$";
          case "smallint", "integer", "bigint" -> "^\\s*[-+]?[0-9]+\\s*$";
          default -> "";
        };
    if (pattern.isEmpty()) {
      return tried(to, value);
    }
    SqlExpr unreadable = compare(text, "!~", string(pattern));
    List<Misfit> misfits = new ArrayList<>();
    misfits.add(Misfit.fails(unreadable, "values are no " + to.name(), INVALID));
    if (INTEGER_BITS.containsKey(to.name())) {
      BigInteger bound = BigInteger.TWO.pow(INTEGER_BITS.get(to.name()) - 1);
      SqlExpr outside =
          outside(new SqlExpr.Cast(text, NUMERIC), bound.negate(), bound.subtract(BigInteger.ONE));
      misfits.add(
          Misfit.fails(
              // What is no number must not be cast to one.
              new SqlExpr.Case(
                  Optional.empty(),
                  List.of(new SqlExpr.Case.When(compare(text, "~", string(pattern)), outside)),
                  Optional.of(new SqlExpr.BooleanLiteral(false))),
              "values are out of range",
              OUT_OF_RANGE));
    }
    return misfits;
  }
}
