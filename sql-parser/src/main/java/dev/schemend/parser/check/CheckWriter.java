package dev.schemend.parser.check;

import dev.schemend.check.Check;
import dev.schemend.check.CheckSql;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes questions in standard SQL around a dialect's {@link CheckWords}. */
public final class CheckWriter {

  /** How many rows are shown to a person. */
  private static final String FEW = " LIMIT 5";

  private static final String ROWS = "t";
  private static final String TARGET = "p";

  private final CheckWords words;

  /** A writer in one dialect's words. */
  public CheckWriter(CheckWords words) {
    this.words = words;
  }

  /** The question as queries. */
  public CheckSql print(Check check) {
    return switch (check) {
      case Check.RowsWhere rows -> rowsWhere(rows);
      case Check.Duplicates duplicates -> duplicates(duplicates);
      case Check.Orphans orphans -> orphans(orphans);
      case Check.Conflicts conflicts -> conflicts(conflicts);
      // The value of every row is computed, and one row is the answer.
      case Check.Refused refused ->
          CheckSql.of(
              "SELECT count("
                  + words.expression(refused.value())
                  + ") FROM "
                  + whole(refused.table()));
      case Check.Certain certain -> CheckSql.of("SELECT 1");
      case Check.AnyRow any ->
          new CheckSql(
              "SELECT 1 FROM " + words.name(any.table()) + " LIMIT 1",
              Optional.of("SELECT count(*) FROM " + words.name(any.table())),
              Optional.empty(),
              List.of());
      case Check.MissingRight right -> CheckSql.of(words.missingRight(right));
      case Check.MissingExtension extension -> CheckSql.of(words.missingExtension(extension));
      case Check.SizeOnDisk size -> CheckSql.of(words.sizeOnDisk(size));
    };
  }

  private String whole(ObjectName table) {
    return words.name(table) + " AS " + ROWS;
  }

  private CheckSql rowsWhere(Check.RowsWhere check) {
    String condition = words.expression(check.condition());
    String shown =
        check.shown().isEmpty() ? "1" : check.shown().stream().map(words::name).collect(comma());
    String find = "SELECT " + shown + " FROM %s WHERE " + condition + FEW;
    List<String> cleanUp =
        check.remedy().stream()
            .map(
                remedy ->
                    "-- changes these rows\nUPDATE "
                        + words.name(check.table())
                        + " SET "
                        + words.name(remedy.column())
                        + " = "
                        + remedy.value().map(words::expression).orElse("/* a value */")
                        + " WHERE "
                        + condition
                        + ";")
            .toList();
    return new CheckSql(
        find.replace("%s", whole(check.table())),
        Optional.of("SELECT count(*) FROM " + whole(check.table()) + " WHERE " + condition),
        Optional.of(find.replace("%s", words.sample(check.table(), ROWS))),
        cleanUp);
  }

  private CheckSql duplicates(Check.Duplicates check) {
    List<String> names =
        IntStream.rangeClosed(1, check.keys().size()).mapToObj(number -> "k" + number).toList();
    String keys =
        IntStream.range(0, names.size())
            .mapToObj(i -> words.key(check.keys().get(i)) + " AS " + names.get(i))
            .collect(comma());
    String where =
        check.predicate().map(condition -> " WHERE " + words.expression(condition)).orElse("");
    String notNull =
        check.nullsAreEqual()
            ? ""
            : names.stream()
                .map(name -> name + " IS NOT NULL")
                .collect(Collectors.joining(" AND ", " WHERE ", ""));
    String grouped =
        " FROM (SELECT "
            + keys
            + " FROM %s"
            + where
            + ") AS d"
            + notNull
            + " GROUP BY "
            + String.join(", ", names)
            + " HAVING count(*) > 1";
    String find = "SELECT " + String.join(", ", names) + ", count(*) AS n" + grouped + FEW;
    String everything = grouped.replace("%s", whole(check.table()));
    return new CheckSql(
        find.replace("%s", whole(check.table())),
        Optional.of(
            "SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n" + everything + ") AS g"),
        Optional.of(find.replace("%s", words.sample(check.table(), ROWS))),
        check.primaryKey().isEmpty() ? List.of() : List.of(keepOne(check, where)));
  }

  private String keepOne(Check.Duplicates check, String where) {
    String primaryKey = check.primaryKey().stream().map(words::name).collect(comma());
    String keys = check.keys().stream().map(words::key).collect(comma());
    String others =
        check.nullsAreEqual()
            ? ""
            : check.keys().stream()
                .map(key -> words.key(key) + " IS NOT NULL")
                .collect(Collectors.joining(" AND ", where.isEmpty() ? " WHERE " : " AND ", ""));
    return "-- deletes all but one row of each key\nDELETE FROM "
        + words.name(check.table())
        + " WHERE ("
        + primaryKey
        + ") IN (SELECT "
        + primaryKey
        + " FROM (SELECT "
        + primaryKey
        + ", row_number() OVER (PARTITION BY "
        + keys
        + " ORDER BY "
        + primaryKey
        + ") AS n FROM "
        + whole(check.table())
        + where
        + others
        + ") AS d WHERE n > 1);";
  }

  /** Each pair once. A part of the rows is joined with all of them where they are too many. */
  private CheckSql conflicts(Check.Conflicts check) {
    List<String> names =
        IntStream.rangeClosed(1, check.keys().size()).mapToObj(number -> "k" + number).toList();
    String keys =
        IntStream.range(0, names.size())
            .mapToObj(i -> words.key(check.keys().get(i)) + " AS " + names.get(i))
            .collect(comma());
    String where =
        check.predicate().map(condition -> " WHERE " + words.expression(condition)).orElse("");
    String side = "(SELECT " + words.rowAddress() + " AS r, " + keys + " FROM %s" + where + ")";
    String all = side.replace("%s", whole(check.table()));
    String meet =
        IntStream.range(0, names.size())
            .mapToObj(
                i -> "a." + names.get(i) + " " + check.operators().get(i) + " b." + names.get(i))
            .collect(Collectors.joining(" AND "));
    String shown = names.stream().map(name -> "a." + name + ", b." + name).collect(comma());
    String pairs = " FROM " + all + " AS a JOIN " + all + " AS b ON a.r < b.r AND " + meet;
    String part =
        " FROM "
            + side.replace("%s", words.sample(check.table(), ROWS))
            + " AS a JOIN "
            + all
            + " AS b ON a.r <> b.r AND "
            + meet;
    return new CheckSql(
        "SELECT " + shown + pairs + FEW,
        Optional.of("SELECT count(*)" + pairs),
        Optional.of("SELECT " + shown + part + FEW),
        List.of());
  }

  private CheckSql orphans(Check.Orphans check) {
    List<String> values = values(check, Identifier.of(ROWS));
    String missing =
        Stream.concat(
                values.stream().map(value -> value + " IS NOT NULL"),
                Stream.of(
                    "NOT EXISTS (SELECT 1 FROM "
                        + words.name(check.target())
                        + " AS "
                        + TARGET
                        + " WHERE "
                        + IntStream.range(0, values.size())
                            .mapToObj(
                                i -> column(check.targetColumns().get(i)) + " = " + values.get(i))
                            .collect(Collectors.joining(" AND "))
                        + ")"))
            .collect(Collectors.joining(" AND "));
    String find = "SELECT " + String.join(", ", values) + " FROM %s WHERE " + missing + FEW;
    return new CheckSql(
        find.replace("%s", whole(check.table())),
        Optional.of("SELECT count(*) FROM " + whole(check.table()) + " WHERE " + missing),
        Optional.of(find.replace("%s", words.sample(check.table(), ROWS))),
        orphansAway(check));
  }

  /** Qualified: the target may have a column of the same name, which would be taken instead. */
  private List<String> values(Check.Orphans check, Identifier qualifier) {
    return check.values().stream()
        .map(
            value ->
                Expressions.bottomUp(
                    value,
                    node ->
                        node instanceof SqlExpr.ColumnRef column
                            ? new SqlExpr.ColumnRef(List.of(qualifier), column.column())
                            : node))
        .map(words::expression)
        .toList();
  }

  private String column(Identifier target) {
    return TARGET + "." + words.name(target);
  }

  // Without an alias: MySQL knows none in a DELETE of one table.
  private List<String> orphansAway(Check.Orphans check) {
    String table = words.name(check.table());
    List<String> values = values(check, check.table().name());
    String missing =
        values.stream().map(value -> value + " IS NOT NULL").collect(Collectors.joining(" AND "))
            + " AND NOT EXISTS (SELECT 1 FROM (SELECT "
            + check.targetColumns().stream().map(words::name).collect(comma())
            + " FROM "
            + words.name(check.target())
            + ") AS "
            + TARGET
            + " WHERE "
            + IntStream.range(0, values.size())
                .mapToObj(i -> column(check.targetColumns().get(i)) + " = " + values.get(i))
                .collect(Collectors.joining(" AND "))
            + ");";
    List<String> ways = new ArrayList<>();
    check
        .nullable()
        .ifPresent(
            column ->
                ways.add(
                    "-- takes the reference away\nUPDATE "
                        + table
                        + " SET "
                        + words.name(column)
                        + " = NULL WHERE "
                        + missing));
    ways.add("-- deletes these rows\nDELETE FROM " + table + " WHERE " + missing);
    return ways;
  }

  private static Collector<CharSequence, ?, String> comma() {
    return Collectors.joining(", ");
  }
}
