package dev.schemend.it.executor;

import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.ledger.Ledger;
import dev.schemend.exec.ledger.PrismaLedger;
import dev.schemend.exec.migrate.LiveDialect;
import dev.schemend.exec.mysql.MySqlLive;
import dev.schemend.exec.postgres.PostgresLive;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A test's database, with everything of the executor opened on it. */
record Live(TestDatabase test, LiveDialect dialect, Database database, Ledger ledger)
    implements AutoCloseable {

  /** Between two statements of a test's script; no dialect knows it. */
  private static final String BORDER = ";;";

  static Live on(ServerKind kind) {
    TestDatabase test = kind.createDatabase();
    try {
      LiveDialect dialect =
          switch (kind.flavor()) {
            case POSTGRESQL -> PostgresLive.DIALECT;
            case MYSQL, MARIADB -> MySqlLive.DIALECT;
          };
      Database database = ConnectionPools.open(DatabaseUrl.parse(test.url()), dialect.connector());
      Ledger ledger = new PrismaLedger(database, dialect.ledger(), Clock.systemUTC());
      return new Live(test, dialect, database, ledger);
    } catch (RuntimeException | Error failure) {
      test.close();
      throw failure;
    }
  }

  /** Another process's view of the same database. */
  Database another() {
    return ConnectionPools.open(DatabaseUrl.parse(test.url()), dialect.connector());
  }

  String provider() {
    return dialect.connector().family().provider();
  }

  RunOutcome run(String script) {
    return run(script, RunListener.NONE);
  }

  RunOutcome run(String script, RunListener listener) {
    return dialect.scripts().run(database, split(new SourceText("script.sql", script)), listener);
  }

  /** How many rows a table has; -1 where there is no such table. */
  int rowsOf(String table) {
    boolean there =
        !test.query(
                "SELECT 1 FROM information_schema.tables WHERE table_name = '"
                    + table
                    + "' AND table_schema = "
                    + (provider().equals("mysql") ? "DATABASE()" : "'public'"))
            .isEmpty();
    return there
        ? Integer.parseInt(test.query("SELECT count(*) FROM " + table).getFirst().getFirst())
        : -1;
  }

  /** A history of migrations given as {@code name: script}. */
  MigrationHistory history(String... migrations) {
    List<Migration> list =
        Arrays.stream(migrations)
            .map(
                text -> {
                  int colon = text.indexOf(": ");
                  String path = text.substring(0, colon) + "/migration.sql";
                  return new Migration(
                      text.substring(0, colon),
                      new SourceText(path, text.substring(colon + 2)),
                      path);
                })
            .toList();
    return new MigrationHistory("prisma", list, Optional.of(provider()));
  }

  static List<StatementText> split(SourceText source) {
    List<StatementText> statements = new ArrayList<>();
    int start = 0;
    while (start < source.text().length()) {
      int border = source.text().indexOf(BORDER, start);
      int end = border < 0 ? source.text().length() : border;
      String text = source.text().substring(start, end).strip();
      int begin = source.text().indexOf(text, start);
      statements.add(
          new StatementText(
              source.span(begin, begin + text.length()), text, statements.size() + 1));
      start = border < 0 ? end : border + BORDER.length();
    }
    return statements;
  }

  @Override
  public void close() {
    database.close();
    test.close();
  }
}
