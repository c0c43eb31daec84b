package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the check foretells of rights, limits and disks, and where it asks. */
class PreflightRightsTest {

  private static final String TABLES =
      "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, a int)";

  private static final List<String> STATEMENTS =
      List.of(
          "ALTER TABLE t ADD COLUMN n int",
          "CREATE INDEX t_a ON t (a)",
          "CREATE TABLE u (id int PRIMARY KEY)",
          "CREATE TABLE u (id int PRIMARY KEY, a int, FOREIGN KEY (a) REFERENCES p (id))",
          "DROP TABLE t");

  private static void grant(TestDatabase database, String user, String rights) {
    switch (database.kind().flavor()) {
      case POSTGRESQL ->
          database.execute(
              "CREATE USER "
                  + user
                  + " PASSWORD 'secret'; REVOKE CREATE ON SCHEMA public FROM"
                  + " public; GRANT "
                  + rights
                  + " ON ALL TABLES IN SCHEMA public TO "
                  + user);
      case MYSQL, MARIADB ->
          database.execute(
              "CREATE USER "
                  + user
                  + " IDENTIFIED BY 'secret'; GRANT "
                  + rights
                  + " ON "
                  + database.name()
                  + ".* TO "
                  + user);
    }
  }

  private static String answer(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return "";
    } catch (SQLException refused) {
      return database.kind().flavor() == Flavor.POSTGRESQL
          ? refused.getSQLState()
          : String.valueOf(refused.getErrorCode());
    }
  }

  /** For a user who may only read, and for one who may do all. */
  @ParameterizedTest
  @EnumSource
  void foretellsWhichRightIsMissing(ServerKind kind, @TempDir Path directory) throws SQLException {
    List<String> wrong = new ArrayList<>();
    try (TestDatabase database = kind.createDatabase()) {
      database.execute(TABLES);
      String user = "reader_of_" + database.name();
      grant(database, user, "SELECT");
      for (String sql : STATEMENTS) {
        Typed all = new Typed(directory, database).file("script.sql", sql + ";\n");
        Typed.Answer free = all.run("check --file script.sql");
        TestDatabase narrow = database.as(user, "secret");
        Typed.Answer check = new Typed(directory, narrow).run("check --file script.sql");
        String server = answer(narrow, sql);
        if (free.exit() != 0 || check.exit() != 3 || !check.out().contains("answer " + server)) {
          wrong.add(
              sql + "\nthe server: " + server + "\n" + check.out() + check.err() + free.out());
        }
      }
      if (kind.flavor() == Flavor.POSTGRESQL) {
        database.execute("DROP OWNED BY " + user);
      }
      database.execute("DROP USER " + user);
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n\n", wrong));
  }

  /** The rows are another server's; here another database stands for it. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_18", "MYSQL_8_0", "MARIADB_11_4"})
  void asksTheReplica(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase();
        TestDatabase replica = kind.createDatabase()) {
      database.execute(TABLES);
      replica.execute(TABLES);
      replica.execute("INSERT INTO t VALUES (1, 7), (2, 7)");
      Typed typed =
          new Typed(directory, database)
              .file("script.sql", "CREATE UNIQUE INDEX t_a ON t (a);\n")
              .file("replica.url", replica.url());
      typed.run("check --file script.sql").exits(0);
      Typed.Answer asked =
          typed.run("check --file script.sql --replica-url file:replica.url").exits(3);
      assertTrue(asked.out().contains("k1 = 7"), asked.out());
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatIsWrittenAnew(ServerKind kind, @TempDir Path directory) {
    try (TestDatabase database = kind.createDatabase()) {
      database.execute(TABLES);
      database.execute("INSERT INTO t VALUES (1, 7), (2, 7)");
      String type =
          kind.flavor() == Flavor.POSTGRESQL ? "ALTER COLUMN a TYPE bigint" : "MODIFY a bigint";
      Typed typed =
          new Typed(directory, database)
              .file("script.sql", "ALTER TABLE t " + type + ";\n")
              .file("name.sql", "ALTER TABLE t ADD COLUMN n int;\n");
      Typed.Answer check = typed.run("check --file script.sql").exits(0);
      assertTrue(check.out().contains("the table is written anew"), check.out());
      assertFalse(typed.run("check --file name.sql").exits(0).out().contains("written anew"));
    }
  }

  /** Limits that hang on no row; those that the model itself keeps are warnings. */
  @ParameterizedTest
  @EnumSource
  void foretellsLimits(ServerKind kind, @TempDir Path directory) throws SQLException {
    List<String> wrong = new ArrayList<>();
    StringBuilder wide = new StringBuilder("CREATE TABLE w (c0 int");
    for (int i = 1; i < 40; i++) {
      wide.append(", c").append(i).append(" int");
    }
    List<String> statements = new ArrayList<>();
    StringBuilder many = new StringBuilder("CREATE INDEX w_c ON w (c0");
    for (int i = 1; i < 34; i++) {
      many.append(", c").append(i);
    }
    statements.add(many + ")");
    if (kind.flavor() == Flavor.MYSQL) {
      statements.add("CREATE INDEX t_v ON v (v)");
    }
    if (kind.flavor() != Flavor.POSTGRESQL) {
      statements.add("ALTER TABLE v DROP PRIMARY KEY, ADD PRIMARY KEY (v)");
      statements.add("CREATE TABLE r (a varchar(9000), b varchar(9000)) CHARACTER SET utf8mb4");
      statements.add("ALTER TABLE v MODIFY v varchar(17000)");
    }
    try (TestDatabase database = kind.createDatabase()) {
      database.execute(wide + ")");
      database.execute(
          "CREATE TABLE v (id int PRIMARY KEY, v varchar(1000))"
              + (kind.flavor() == Flavor.POSTGRESQL ? "" : " CHARACTER SET utf8mb4"));
      for (String sql : statements) {
        Typed typed = new Typed(directory, database).file("script.sql", sql + ";\n");
        Typed.Answer check = typed.run("check --file script.sql");
        String server = answer(database, sql);
        if (server.isEmpty() || !check.out().contains("answer " + server)) {
          wrong.add(sql + "\nthe server: " + server + "\n" + check.out() + check.err());
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n\n", wrong));
  }
}
