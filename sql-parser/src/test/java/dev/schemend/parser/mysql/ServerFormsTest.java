package dev.schemend.parser.mysql;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What an author writes and what a real MySQL 8.0.33 and a real MariaDB 11.4.5 printed for it have
 * one canonical form. The tables were written by those servers.
 */
class ServerFormsTest {

  private static final MySqlFrontend MYSQL = new MySqlFrontend(Profiles.MYSQL);
  private static final MySqlFrontend MARIADB = new MySqlFrontend(Profiles.MARIADB);

  @Test
  void expressions() {
    List<String[]> rows = table("server-forms-expressions.tsv");
    assertTrue(rows.size() > 180, "rows: " + rows.size());
    assertAll(
        rows.stream()
            .flatMap(
                row ->
                    Stream.<Executable>of(
                        // 8.0.33 garbles what is not ASCII in this catalog alone.
                        () ->
                            sameExpression(
                                Profiles.MYSQL, MYSQL, row[0], row[1].contains("Ã") ? "-" : row[1]),
                        () -> sameExpression(Profiles.MYSQL, MYSQL, row[0], row[2]),
                        () -> sameExpression(Profiles.MARIADB, MARIADB, row[0], row[3]))));
  }

  private static void sameExpression(
      ServerProfile profile, MySqlFrontend frontend, String written, String stored) {
    if (stored.equals("-")) {
      return;
    }
    assertEquals(
        canonical(profile, frontend, stored), canonical(profile, frontend, written), written);
  }

  private static String canonical(ServerProfile profile, MySqlFrontend frontend, String text) {
    SqlExpr read =
        frontend.expression(text).orElseThrow(() -> new AssertionError("cannot be read: " + text));
    SqlExpr canonical = new MySqlDialect(profile).expressions().canonical(read, Optional.empty());
    assertEquals(
        canonical,
        new MySqlDialect(profile).expressions().canonical(canonical, Optional.empty()),
        "idempotent: " + text);
    String printed = frontend.print(canonical);
    assertEquals(Optional.of(canonical), frontend.expression(printed), "printed: " + printed);
    return printed;
  }

  @Test
  void columns() {
    List<String[]> rows = table("server-forms-columns.tsv");
    assertTrue(rows.size() > 250, "rows: " + rows.size());
    assertAll(
        rows.stream()
            .map(
                row ->
                    () ->
                        sameColumn(
                            row[1].equals("mysql") ? Profiles.MYSQL : Profiles.MARIADB,
                            row[1].equals("mysql") ? MYSQL : MARIADB,
                            row)));
  }

  private static void sameColumn(ServerProfile profile, MySqlFrontend frontend, String[] row) {
    MySqlDialect dialect = new MySqlDialect(profile);
    Column written = column(frontend, row[0]);
    Column shown = column(frontend, row[5]);
    boolean json = row[0].startsWith("json") && row[1].equals("mariadb");
    if (!json && !row[0].contains("auto_increment")) {
      assertEquals(shown.type(), written.type(), row[0]);
      assertEquals(shown.nullable(), written.nullable(), row[0]);
    }
    assertEquals(Optional.of(shown.type()), frontend.type(row[2]), row[0]);
    Optional<SqlExpr> wanted =
        written.defaultValue().map(value -> canonical(dialect, value, written));
    assertEquals(
        wanted, shown.defaultValue().map(value -> canonical(dialect, value, shown)), row[0]);
    if (written.generation().isEmpty()) {
      assertEquals(wanted, catalogDefault(profile, frontend, dialect, row, shown), row[0]);
    }
    assertEquals(
        written.mysql().onUpdate().map(value -> canonical(dialect, value, written)),
        shown.mysql().onUpdate().map(value -> canonical(dialect, value, shown)),
        row[0]);
  }

  // As the introspector will: MySQL gives bare values and marks expressions, MariaDB gives SQL.
  private static Optional<SqlExpr> catalogDefault(
      ServerProfile profile,
      MySqlFrontend frontend,
      MySqlDialect dialect,
      String[] row,
      Column column) {
    if (row[3].equals("\\N")) {
      return Optional.empty();
    }
    boolean sql = profile.equals(Profiles.MARIADB) || row[4].startsWith("DEFAULT_GENERATED");
    SqlExpr value =
        sql ? frontend.expression(row[3]).orElseThrow() : new SqlExpr.StringLiteral("", row[3]);
    return value instanceof SqlExpr.NullLiteral
        ? Optional.empty()
        : Optional.of(canonical(dialect, value, column));
  }

  private static SqlExpr canonical(MySqlDialect dialect, SqlExpr value, Column column) {
    SqlExpr once = dialect.expressions().canonical(value, Optional.of(column.type()));
    assertEquals(once, dialect.expressions().canonical(once, Optional.of(column.type())));
    return once;
  }

  private static Column column(MySqlFrontend frontend, String definition) {
    SourceText text = new SourceText("t", "CREATE TABLE t (a int, c " + definition + ")");
    ParsedStatement statement = frontend.parse(text).statements().getFirst();
    if (statement instanceof ParsedStatement.Ddl ddl
        && ddl.statements().getFirst() instanceof DdlStatement.CreateTable create) {
      return create.columns().getLast().column();
    }
    throw new AssertionError(statement.toString());
  }

  private static List<String[]> table(String name) {
    try (InputStream stream =
        Objects.requireNonNull(ServerFormsTest.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
