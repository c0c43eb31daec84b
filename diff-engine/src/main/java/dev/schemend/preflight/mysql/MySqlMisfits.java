package dev.schemend.preflight.mysql;

import static dev.schemend.preflight.Conditions.all;
import static dev.schemend.preflight.Conditions.any;
import static dev.schemend.preflight.Conditions.call;
import static dev.schemend.preflight.Conditions.compare;
import static dev.schemend.preflight.Conditions.isNotNull;
import static dev.schemend.preflight.Conditions.isNull;
import static dev.schemend.preflight.Conditions.not;
import static dev.schemend.preflight.Conditions.notAmong;
import static dev.schemend.preflight.Conditions.number;
import static dev.schemend.preflight.Conditions.outside;
import static dev.schemend.preflight.Conditions.string;

import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.Flavor;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.preflight.Misfit;
import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which values a change of a column's type refuses, rounds or cuts (manual, chapter 11). */
final class MySqlMisfits {

  private static final String OUT_OF_RANGE = "1264";
  private static final String CUT = "1265";
  private static final String TOO_LONG = "1406";
  private static final String WRONG_VALUE = "1366";
  private static final String WRONG_LITERAL = "1292";
  private static final String NOT_JSON = "3140";

  /** JSON is an alias there, with a check beside it. */
  private static final String CHECK = "4025";

  /** Manual, 11.7: the most bytes that a value may have. */
  private static final Map<String, Long> BYTES =
      Map.of(
          "tinytext", 255L,
          "text", 65_535L,
          "mediumtext", 16_777_215L,
          "tinyblob", 255L,
          "blob", 65_535L,
          "mediumblob", 16_777_215L);

  private static final Set<String> OTHER_NUMBERS = Set.of("decimal", "float", "double");
  private static final Set<String> CHARACTERS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");
  private static final Set<String> BYTE_STRINGS =
      Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
  private static final Set<String> MOMENTS = Set.of("date", "datetime", "timestamp", "time");
  private static final Set<String> CHARACTER_STRINGS = Set.of("char", "varchar");
  private static final Set<String> BINARY_STRINGS = Set.of("binary", "varbinary");
  private static final Pattern ATTRIBUTES = Pattern.compile(" unsigned| zerofill");

  private static final String NUMBER = "^ *[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)? *$";

  private final Dialect dialect;

  MySqlMisfits(Dialect dialect) {
    this.dialect = dialect;
  }

  List<Misfit> of(Column from, Column to, SqlExpr value) {
    List<Misfit> misfits = new ArrayList<>(characterSet(from, to, value));
    CastRisk risk = dialect.types().castRisk(from.type(), to.type());
    if (risk == CastRisk.REWRITE) {
      // Safe in Prisma's eyes; the server refuses values all the same.
      type(from.type(), to.type(), value).stream()
          .filter(misfit -> misfit.condition().isPresent())
          .forEach(misfits::add);
    } else if (risk != CastRisk.IDENTICAL && risk != CastRisk.WIDENING) {
      misfits.addAll(type(from.type(), to.type(), value));
    }
    return misfits;
  }

  private List<Misfit> type(SqlType from, SqlType to, SqlExpr value) {
    if (to instanceof SqlType.InlineEnum inline) {
      return isText(from) ? inline(inline, from, value) : unknown(from, to);
    }
    if (!(to instanceof SqlType.Builtin target)) {
      return unknown(from, to);
    }
    String name = ATTRIBUTES.matcher(target.name()).replaceAll("");
    boolean unsigned = !name.equals(target.name());
    Optional<IntegerRange> integers = IntegerRange.of(target);
    if (integers.isPresent()) {
      return integer(integers.get(), from, value);
    }
    return switch (name) {
      case "decimal" -> decimal(target, unsigned, from, value);
      case "float", "double" ->
          isNumber(from) ? List.of() : isText(from) ? numberText(value) : unknown(from, to);
      case "char", "varchar" ->
          isNumber(from)
              ? digits(from, target, value)
              : fits(from, target, CHARACTER_STRINGS)
                  ? List.of()
                  : longer(call("char_length", call("rtrim", value)), target, value, CUT);
      case "binary", "varbinary" ->
          fits(from, target, BINARY_STRINGS)
              ? List.of()
              : longer(call("length", value), target, value, CUT);
      case "json" ->
          isText(from)
              ? List.of(
                  Misfit.fails(
                      compare(call("json_valid", value), "=", number(0)),
                      "values are no JSON",
                      dialect.profile().flavor() == Flavor.MARIADB ? CHECK : NOT_JSON))
              : unknown(from, to);
      default -> other(name, from, target, value);
    };
  }

  private static List<Misfit> other(String name, SqlType from, SqlType.Builtin to, SqlExpr value) {
    if (BYTES.containsKey(name)) {
      return List.of(
          Misfit.fails(
              compare(call("length", value), ">", number(BYTES.get(name))),
              "values are longer than " + BYTES.get(name) + " bytes",
              CUT));
    }
    if (name.equals("longtext") || name.equals("longblob")) {
      return List.of();
    }
    if (name.equals("date") && isMoment(from)) {
      return List.of(
          Misfit.loses(compare(value, "<>", call("date", value)), "the time of day is lost"));
    }
    return MOMENTS.contains(name) && isText(from)
        ? List.of(
            Misfit.fails(
                all(
                    List.of(
                        isNotNull(value),
                        isNull(
                            new SqlExpr.Cast(
                                value,
                                SqlType.builtin(name.equals("timestamp") ? "datetime" : name))))),
                "values are no " + name,
                WRONG_LITERAL))
        : unknown(from, to);
  }

  private static boolean isMoment(SqlType type) {
    return type instanceof SqlType.Builtin builtin && MOMENTS.contains(builtin.name());
  }

  private static boolean isText(SqlType type) {
    return switch (type) {
      case SqlType.InlineEnum inline -> true;
      case SqlType.Builtin builtin ->
          CHARACTERS.contains(builtin.name()) || BYTE_STRINGS.contains(builtin.name());
      case SqlType.UserDefined user -> false;
      case SqlType.ArrayOf array -> false;
    };
  }

  private static boolean isInteger(SqlType type) {
    return IntegerRange.of(type).isPresent();
  }

  private static boolean isNumber(SqlType type) {
    return isInteger(type)
        || (type instanceof SqlType.Builtin builtin
            && OTHER_NUMBERS.contains(ATTRIBUTES.matcher(builtin.name()).replaceAll("")));
  }

  private static List<Misfit> unknown(SqlType from, SqlType to) {
    return List.of(
        Misfit.unknown("whether every value of " + from + " can become " + to + " is not checked"));
  }

  private List<Misfit> numberText(SqlExpr value) {
    return List.of(
        Misfit.fails(
            not(compare(value, "regexp", string(NUMBER))),
            "values are no numbers",
            dialect.profile().flavor() == Flavor.MARIADB ? WRONG_LITERAL : WRONG_VALUE));
  }

  private static List<Misfit> digits(SqlType from, SqlType.Builtin to, SqlExpr value) {
    boolean fits = IntegerRange.of(from).filter(range -> range.width() <= length(to)).isPresent();
    return fits ? List.of() : longer(call("char_length", value), to, value, TOO_LONG);
  }

  private List<Misfit> integer(IntegerRange range, SqlType from, SqlExpr value) {
    if (IntegerRange.of(from).filter(range::holds).isPresent()) {
      return List.of();
    }
    List<Misfit> misfits = new ArrayList<>();
    if (isText(from)) {
      misfits.addAll(numberText(value));
    } else if (!isNumber(from)) {
      return unknown(from, SqlType.builtin("an integer"));
    }
    SqlExpr whole = isInteger(from) ? value : call("round", value);
    misfits.add(
        Misfit.fails(
            outside(whole, range.low(), range.high()), "values are out of range", OUT_OF_RANGE));
    if (isNumber(from) && !isInteger(from)) {
      misfits.add(Misfit.loses(compare(value, "<>", whole), "values would be rounded"));
    }
    return misfits;
  }

  private List<Misfit> decimal(SqlType.Builtin to, boolean unsigned, SqlType from, SqlExpr value) {
    List<Misfit> misfits = new ArrayList<>();
    if (isText(from)) {
      misfits.addAll(numberText(value));
    } else if (!isNumber(from)) {
      return unknown(from, to);
    }
    int precision = to.modifiers().isEmpty() ? 10 : to.modifiers().getFirst();
    int scale = to.modifiers().size() > 1 ? to.modifiers().get(1) : 0;
    SqlExpr rounded = call("round", value, number(scale));
    SqlExpr tooLarge =
        compare(call("abs", rounded), ">=", number(BigInteger.TEN.pow(precision - scale)));
    misfits.add(
        Misfit.fails(
            unsigned ? any(List.of(tooLarge, compare(value, "<", number(0)))) : tooLarge,
            "values are out of range",
            OUT_OF_RANGE));
    if (isNumber(from) && !isInteger(from)) {
      misfits.add(Misfit.loses(compare(value, "<>", rounded), "values would be rounded"));
    }
    return misfits;
  }

  private static boolean fits(SqlType from, SqlType.Builtin to, Set<String> counted) {
    return from instanceof SqlType.Builtin older
        && counted.contains(older.name())
        && length(older) <= length(to);
  }

  private static int length(SqlType.Builtin type) {
    return type.modifiers().isEmpty() ? 1 : type.modifiers().getFirst();
  }

  /** Spaces at the end go without an error (manual, 11.3.2). */
  private static List<Misfit> longer(
      SqlExpr length, SqlType.Builtin to, SqlExpr value, String code) {
    int most = length(to);
    return List.of(
        Misfit.fails(compare(length, ">", number(most)), "values are longer than " + most, code)
            .mendedBy(call("left", value, number(most))));
  }

  private static List<Misfit> inline(SqlType.InlineEnum to, SqlType from, SqlExpr value) {
    if (to.kind() == SqlType.InlineEnum.Kind.ENUM) {
      return List.of(
          Misfit.fails(notAmong(value, to.values()), "values are not among the new ones", CUT));
    }
    if (!(from instanceof SqlType.InlineEnum set) || set.kind() != to.kind()) {
      return unknown(from, to);
    }
    List<SqlExpr> gone =
        set.values().stream()
            .filter(member -> !to.values().contains(member))
            .map(member -> compare(call("find_in_set", string(member), value), ">", number(0)))
            .toList();
    return gone.isEmpty()
        ? List.of()
        : List.of(Misfit.fails(any(gone), "values hold members that go", CUT));
  }

  /** What the new character set has no code for. */
  private static List<Misfit> characterSet(Column from, Column to, SqlExpr value) {
    String older = from.mysql().characterSet().orElse("");
    String newer = to.mysql().characterSet().orElse("");
    if (older.equals(newer) || older.isEmpty() || newer.isEmpty() || newer.equals("utf8mb4")) {
      return List.of();
    }
    return switch (newer) {
      case "utf8mb3" ->
          older.equals("utf8mb4")
              ? List.of(outsideSet(value, "[\\x{10000}-\\x{10FFFF}]", newer))
              : List.of();
      case "ascii" -> List.of(outsideSet(value, "[^\\x{01}-\\x{7F}]", newer));
      case "latin1" -> List.of(outsideSet(value, "[\\x{0100}-\\x{10FFFF}]", newer));
      default ->
          List.of(Misfit.unknown("whether " + newer + " has every character is not checked"));
    };
  }

  private static Misfit outsideSet(SqlExpr value, String pattern, String set) {
    return Misfit.fails(
        compare(value, "regexp", string(pattern)),
        "values hold what " + set + " has not",
        WRONG_VALUE);
  }
}
