package dev.schemend.dialect.mysql;

import static dev.schemend.dialect.mysql.MySqlCasts.Kind.*;

import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import dev.schemend.type.SqlType.Builtin;
import dev.schemend.type.SqlType.InlineEnum;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What a change of a column's type does to its values, as a table of the classes that Prisma's
 * engine uses, so that both tools warn alike. Lengths and precisions count where a cell says so.
 */
final class MySqlCasts {

  /** The types that the table tells apart. */
  enum Kind {
    TINYINT,
    SMALLINT,
    MEDIUMINT,
    INT,
    BIGINT,
    TINYINT_UNSIGNED,
    SMALLINT_UNSIGNED,
    MEDIUMINT_UNSIGNED,
    INT_UNSIGNED,
    BIGINT_UNSIGNED,
    DECIMAL,
    FLOAT,
    DOUBLE,
    BIT,
    CHAR,
    VARCHAR,
    TINYTEXT,
    TEXT,
    MEDIUMTEXT,
    LONGTEXT,
    BINARY,
    VARBINARY,
    TINYBLOB,
    BLOB,
    MEDIUMBLOB,
    LONGBLOB,
    JSON,
    DATE,
    DATETIME,
    TIMESTAMP,
    TIME,
    YEAR
  }

  private static final Kind[] SIGNED = {TINYINT, SMALLINT, MEDIUMINT, INT, BIGINT};
  private static final Kind[] UNSIGNED = {
    TINYINT_UNSIGNED, SMALLINT_UNSIGNED, MEDIUMINT_UNSIGNED, INT_UNSIGNED, BIGINT_UNSIGNED
  };
  private static final Kind[] INTEGERS = concat(SIGNED, UNSIGNED);
  private static final Kind[] STRINGS = {CHAR, VARCHAR};
  private static final Kind[] BYTES = {BINARY, VARBINARY};
  private static final Kind[] TEXTS = {TINYTEXT, TEXT, MEDIUMTEXT, LONGTEXT};
  private static final Kind[] BLOBS = {TINYBLOB, BLOB, MEDIUMBLOB, LONGBLOB};
  private static final Kind[] LONG = concat(STRINGS, BYTES, TEXTS, BLOBS);
  private static final Kind[] DATES = {DATE, DATETIME, TIMESTAMP};

  private static final Map<Kind, Row> TABLE = table();

  private MySqlCasts() {}

  private record Cell(Set<Kind> kinds, BiPredicate<Builtin, Builtin> when) {
    boolean holds(Builtin from, Builtin to, Kind kind) {
      return kinds.contains(kind) && when.test(from, to);
    }
  }

  // What is in neither list is IMPOSSIBLE; a kind in both is lossy where the first guard fails.
  private record Row(List<Cell> safe, List<Cell> lossy) {}

  /** The class of the change between two canonical types. */
  static CastRisk risk(SqlType from, SqlType to) {
    if (from.equals(to)) {
      return CastRisk.IDENTICAL;
    }
    if (from instanceof InlineEnum before && to instanceof InlineEnum after) {
      return inline(before, after);
    }
    if (!(from instanceof Builtin before) || !(to instanceof Builtin after)) {
      return CastRisk.LOSSY;
    }
    Kind source = kind(before);
    Kind target = kind(after);
    if (source == null || target == null) {
      return CastRisk.LOSSY;
    }
    if (source == target && before.modifiers().equals(after.modifiers())) {
      // ZEROFILL and display widths change what is shown, not what is stored.
      return CastRisk.WIDENING;
    }
    Row row = TABLE.get(source);
    if (row.safe().stream().anyMatch(cell -> cell.holds(before, after, target))) {
      return inPlace(source, target, before, after) ? CastRisk.WIDENING : CastRisk.REWRITE;
    }
    return row.lossy().stream().anyMatch(cell -> cell.holds(before, after, target))
        ? CastRisk.LOSSY
        : CastRisk.IMPOSSIBLE;
  }

  private static CastRisk inline(InlineEnum from, InlineEnum to) {
    if (from.kind() != to.kind() || !to.values().containsAll(from.values())) {
      return CastRisk.LOSSY;
    }
    // Manual, 15.12.1: appending values changes metadata alone; other places renumber the rows.
    boolean appended =
        to.values().size() >= from.values().size()
            && to.values().subList(0, from.values().size()).equals(from.values());
    return appended ? CastRisk.WIDENING : CastRisk.REWRITE;
  }

  // Manual, 15.12.1: a VARCHAR grows in place while its length still takes as many bytes.
  private static boolean inPlace(Kind source, Kind target, Builtin from, Builtin to) {
    return source == VARCHAR && target == VARCHAR && (first(to) < 64 || first(from) >= 256);
  }

  private static Kind kind(Builtin type) {
    String name = type.name();
    if (name.endsWith(" zerofill")) {
      name = name.substring(0, name.length() - " zerofill".length());
    }
    boolean unsigned = name.endsWith(" unsigned");
    String base = unsigned ? name.substring(0, name.length() - " unsigned".length()) : name;
    boolean integer =
        Arrays.stream(SIGNED).anyMatch(kind -> kind.name().toLowerCase(Locale.ROOT).equals(base));
    String wanted = (unsigned && integer ? base + "_unsigned" : base).toUpperCase(Locale.ROOT);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(wanted))
        .findFirst()
        .orElse(null);
  }

  private static int first(Builtin type) {
    return type.modifiers().isEmpty() ? 0 : type.modifiers().getFirst();
  }

  private static int wholeDigits(Builtin decimal) {
    return decimal.modifiers().size() < 2
        ? first(decimal)
        : decimal.modifiers().get(0) - decimal.modifiers().get(1);
  }

  private static boolean always(Builtin from, Builtin to) {
    return true;
  }

  private static boolean longer(Builtin from, Builtin to) {
    return first(to) > first(from);
  }

  private static boolean notShorter(Builtin from, Builtin to) {
    return first(to) >= first(from);
  }

  private static boolean inBytes(Builtin from, Builtin to) {
    return first(to) >= 8 * first(from);
  }

  private static Map<Kind, Row> table() {
    Map<Kind, Row> table = new EnumMap<>(Kind.class);
    Cell anyInteger = cell(MySqlCasts::always, INTEGERS);
    Cell long32 = cell((from, to) -> first(to) >= 32, BIT);
    Cell bit64 = cell((from, to) -> first(to) == 64, BIT);

    Cell smallRisks =
        cell(MySqlCasts::always, concat(LONG, UNSIGNED, kinds(BIT, FLOAT, DOUBLE, YEAR)));
    table.put(
        TINYINT,
        row(List.of(cell(MySqlCasts::always, SMALLINT, MEDIUMINT, INT, BIGINT, TIME)), smallRisks));
    table.put(
        SMALLINT,
        row(
            List.of(cell(MySqlCasts::always, MEDIUMINT, INT, BIGINT, TIME)),
            smallRisks,
            cell(MySqlCasts::always, TINYINT)));
    Cell intRisks =
        cell(MySqlCasts::always, concat(INTEGERS, kinds(YEAR, FLOAT, DOUBLE, DECIMAL, BIT)));
    List<Cell> intSafe = List.of(cell(MySqlCasts::always, concat(LONG, kinds(BIGINT))), long32);
    table.put(MEDIUMINT, row(intSafe, intRisks));
    table.put(INT, row(intSafe, intRisks));
    table.put(
        BIGINT,
        row(
            List.of(
                cell(MySqlCasts::always, concat(LONG, kinds(BIT, DOUBLE, FLOAT, TIME))),
                cell((from, to) -> wholeDigits(to) >= 20, DECIMAL)),
            cell(MySqlCasts::always, concat(INTEGERS, kinds(YEAR)))));
    Cell unsignedRisks =
        cell(MySqlCasts::always, concat(INTEGERS, LONG, kinds(FLOAT, DOUBLE, BIT, TIME, YEAR)));
    table.put(
        TINYINT_UNSIGNED,
        row(
            List.of(
                cell(
                    MySqlCasts::always,
                    SMALLINT_UNSIGNED,
                    MEDIUMINT_UNSIGNED,
                    INT_UNSIGNED,
                    BIGINT_UNSIGNED)),
            unsignedRisks));
    table.put(
        SMALLINT_UNSIGNED,
        row(
            List.of(cell(MySqlCasts::always, MEDIUMINT_UNSIGNED, INT_UNSIGNED, BIGINT_UNSIGNED)),
            unsignedRisks));
    for (Kind wide : kinds(MEDIUMINT_UNSIGNED, INT_UNSIGNED, BIGINT_UNSIGNED)) {
      table.put(wide, row(List.of(), unsignedRisks));
    }
    table.put(
        DECIMAL,
        row(
            List.of(cell(MySqlCasts::always, LONG)),
            anyInteger,
            cell(MySqlCasts::always, DECIMAL, BIT, TIME, FLOAT, DOUBLE, YEAR, JSON)));
    Cell fromReal =
        cell(MySqlCasts::always, concat(INTEGERS, TEXTS, BLOBS, kinds(DECIMAL, YEAR, JSON, TIME)));
    Cell longReal = cell((from, to) -> first(to) >= 32, concat(STRINGS, BYTES));
    table.put(FLOAT, row(List.of(fromReal, cell(MySqlCasts::always, DOUBLE), long32), longReal));
    table.put(DOUBLE, row(List.of(fromReal, cell(MySqlCasts::always, FLOAT), bit64), longReal));
    table.put(
        BIT,
        row(
            List.of(
                cell(MySqlCasts::longer, BIT),
                cell(
                    MySqlCasts::always,
                    concat(
                        BLOBS,
                        STRINGS,
                        TEXTS,
                        kinds(VARBINARY, TINYINT, SMALLINT, MEDIUMINT, INT, YEAR),
                        kinds(
                            TINYINT_UNSIGNED,
                            SMALLINT_UNSIGNED,
                            MEDIUMINT_UNSIGNED,
                            INT_UNSIGNED))),
                cell((from, to) -> first(from) == 64, BIGINT, BIGINT_UNSIGNED),
                cell(MySqlCasts::inBytes, BINARY)),
            cell(MySqlCasts::always, BIT, BIGINT, BIGINT_UNSIGNED, DECIMAL, DOUBLE, FLOAT)));
    Row string =
        row(
            List.of(
                cell(MySqlCasts::notShorter, concat(STRINGS, BYTES)),
                cell(MySqlCasts::always, concat(TEXTS, BLOBS))),
            anyInteger,
            cell(
                MySqlCasts::always,
                concat(
                    STRINGS, BYTES, DATES, kinds(DECIMAL, FLOAT, DOUBLE, BIT, JSON, TIME, YEAR))));
    table.put(CHAR, string);
    table.put(VARCHAR, string);
    Cell textRisks =
        cell(
            MySqlCasts::always,
            concat(
                INTEGERS,
                DATES,
                kinds(DECIMAL, FLOAT, DOUBLE, TIME, YEAR, JSON, TINYTEXT, TINYBLOB)));
    Cell fromText =
        cell(
            MySqlCasts::always,
            concat(
                BYTES,
                STRINGS,
                kinds(BIT, BLOB, MEDIUMBLOB, LONGBLOB, TEXT, MEDIUMTEXT, LONGTEXT)));
    for (Kind text : TEXTS) {
      table.put(text, row(List.of(fromText), textRisks));
    }
    table.put(
        BINARY,
        row(
            List.of(
                cell(MySqlCasts::longer, BINARY),
                cell(
                    MySqlCasts::always,
                    concat(
                        BLOBS,
                        STRINGS,
                        TEXTS,
                        kinds(VARBINARY, DECIMAL, DOUBLE, FLOAT, MEDIUMINT))),
                cell(MySqlCasts::inBytes, BIT)),
            anyInteger,
            cell(MySqlCasts::always, BINARY, TIME, YEAR, BIT)));
    table.put(
        VARBINARY,
        row(
            List.of(
                cell(MySqlCasts::longer, BYTES),
                cell(MySqlCasts::always, BLOB, MEDIUMBLOB, LONGBLOB)),
            cell(MySqlCasts::always, concat(BYTES, STRINGS, TEXTS, kinds(BIT, TINYBLOB)))));
    for (Kind blob : BLOBS) {
      table.put(
          blob,
          row(
              List.of(cell(MySqlCasts::always, BLOBS)),
              cell(MySqlCasts::always, concat(BYTES, STRINGS, TEXTS, kinds(BIT)))));
    }
    table.put(JSON, row(List.of(cell(MySqlCasts::always, LONG))));
    Kind[] numbers = kinds(BIGINT, BIGINT_UNSIGNED);
    table.put(
        DATE,
        row(
            List.of(
                cell(
                    MySqlCasts::always,
                    concat(
                        numbers,
                        LONG,
                        kinds(DATETIME, INT, INT_UNSIGNED, DECIMAL, FLOAT, DOUBLE, BIT))))));
    Cell fromMoment = cell(MySqlCasts::always, concat(LONG, numbers, kinds(TIME, DATE)));
    table.put(
        DATETIME,
        row(
            List.of(
                fromMoment,
                bit64,
                cell(MySqlCasts::always, TIMESTAMP),
                cell(MySqlCasts::longer, DATETIME)),
            cell(MySqlCasts::always, DATETIME)));
    table.put(
        TIMESTAMP,
        row(
            List.of(
                fromMoment,
                bit64,
                cell(MySqlCasts::always, DATETIME),
                cell(MySqlCasts::longer, TIMESTAMP)),
            cell(MySqlCasts::always, TIMESTAMP)));
    table.put(
        TIME,
        row(
            List.of(
                cell(
                    MySqlCasts::always,
                    concat(LONG, INTEGERS, kinds(TIME, DECIMAL, BIT, FLOAT, DOUBLE)))),
            cell(MySqlCasts::always, DATES)));
    table.put(
        YEAR,
        row(
            List.of(
                cell(
                    MySqlCasts::always,
                    concat(
                        LONG,
                        kinds(SMALLINT, MEDIUMINT, INT, BIGINT, BIT, FLOAT, DOUBLE),
                        kinds(
                            SMALLINT_UNSIGNED,
                            MEDIUMINT_UNSIGNED,
                            INT_UNSIGNED,
                            BIGINT_UNSIGNED)))),
            cell(MySqlCasts::always, DECIMAL, JSON)));
    return table;
  }

  private static Row row(List<Cell> safe, Cell... lossy) {
    return new Row(safe, List.of(lossy));
  }

  private static Cell cell(BiPredicate<Builtin, Builtin> when, Kind... kinds) {
    return new Cell(EnumSet.copyOf(List.of(kinds)), when);
  }

  private static Kind[] kinds(Kind... kinds) {
    return kinds;
  }

  private static Kind[] concat(Kind[]... groups) {
    return Arrays.stream(groups).flatMap(Arrays::stream).toArray(Kind[]::new);
  }
}
