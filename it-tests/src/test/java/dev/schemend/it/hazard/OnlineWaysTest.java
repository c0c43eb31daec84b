package dev.schemend.it.hazard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.plan.TableLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server agrees to the way that is foretold, and on MySQL to no gentler one. */
class OnlineWaysTest {

  private static final String PARENT = "CREATE TABLE p (id INT PRIMARY KEY)";
  private static final String GIVEN =
      """
      CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT NOT NULL, b INT, c INT NOT NULL, s TEXT,
        g POINT NOT NULL, v VARCHAR(50), w VARCHAR(300), e ENUM('x', 'y'), f INT,
        h INT GENERATED ALWAYS AS (a + 2) VIRTUAL, KEY ib (b), CONSTRAINT ck CHECK (b > 1),
        CONSTRAINT fk FOREIGN KEY (f) REFERENCES p (id))
      """;

  /** What both products write alike. */
  private static final List<String> ACTIONS =
      List.of(
          "ADD INDEX i (a)",
          "ADD UNIQUE INDEX i (a)",
          "ADD FULLTEXT INDEX i (s)",
          "ADD SPATIAL INDEX i (g)",
          "DROP INDEX ib",
          "RENAME INDEX ib TO ic",
          "ADD COLUMN z INT",
          "ADD COLUMN z INT NOT NULL DEFAULT 3",
          "ADD COLUMN z INT GENERATED ALWAYS AS (a + 1) VIRTUAL",
          "ADD COLUMN z INT GENERATED ALWAYS AS (a + 1) STORED",
          "ADD COLUMN z INT, ADD INDEX i (z)",
          "DROP COLUMN c",
          "DROP COLUMN h",
          "RENAME COLUMN c TO d",
          "MODIFY c INT NOT NULL FIRST",
          "MODIFY c BIGINT NOT NULL",
          "MODIFY v VARCHAR(60)",
          "MODIFY v VARCHAR(40)",
          "MODIFY v VARCHAR(300)",
          "MODIFY w VARCHAR(400)",
          "ALTER COLUMN c SET DEFAULT 5",
          "MODIFY c INT NULL",
          "MODIFY b INT NOT NULL",
          "MODIFY e ENUM('x', 'y', 'z')",
          "MODIFY e ENUM('z', 'x', 'y')",
          "MODIFY c INT NOT NULL COMMENT 'hi'",
          "MODIFY v VARCHAR(50) CHARACTER SET latin1",
          "ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES p (id)",
          "DROP FOREIGN KEY fk",
          "ADD CONSTRAINT k CHECK (a > 0)",
          "DROP CONSTRAINT ck",
          "DROP PRIMARY KEY",
          "DROP PRIMARY KEY, ADD PRIMARY KEY (id, a)",
          "COMMENT = 'x'",
          "CONVERT TO CHARACTER SET latin1",
          "ENGINE = InnoDB",
          "ROW_FORMAT = COMPRESSED",
          "RENAME TO t2");

  /** MySQL copies whatever defines a column anew while a check reads labels. */
  private static final String CHECKED_LABELS =
      "CREATE TABLE t (id INT PRIMARY KEY, b INT, e ENUM('x', 'y'), CHECK (e <> 'q'))";

  private static final List<String> BESIDE_LABELS =
      List.of(
          "MODIFY e ENUM('x', 'y', 'z')",
          "MODIFY b INT COMMENT 'hi'",
          "RENAME COLUMN b TO c",
          "ALTER COLUMN b SET DEFAULT 5",
          "ADD COLUMN z INT",
          "ADD INDEX i (b)");

  @ParameterizedTest
  @EnumSource(
      value = ServerKind.class,
      names = {"MYSQL_8_0", "MARIADB_11_4"})
  void theServerGoesThatWay(ServerKind kind) throws SQLException {
    assertEquals(List.of(), wrong(kind, GIVEN, ACTIONS));
    assertEquals(List.of(), wrong(kind, CHECKED_LABELS, BESIDE_LABELS));
  }

  private static List<String> wrong(ServerKind kind, String given, List<String> actions)
      throws SQLException {
    List<String> wrong = new ArrayList<>();
    try (TestDatabase database = kind.createDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(PARENT);
      DialectKit kit = Judged.kit(database);
      for (String action : actions) {
        String alter = "ALTER TABLE t " + action;
        TableLock lock =
            Judged.statements(kit, PARENT + ";" + given, alter)
                .getFirst()
                .parts()
                .getFirst()
                .assessment()
                .locks()
                .getFirst();
        String words = lock.mode();
        if (!accepts(statement, given, alter + ", " + words)) {
          wrong.add(action + ": refused with " + words);
        }
        String gentler = gentler(words);
        // MariaDB takes INPLACE for whatever is at most that.
        if (kind.flavor() == Flavor.MYSQL
            && !gentler.isEmpty()
            && accepts(statement, given, alter + ", " + gentler)) {
          wrong.add(action + ": foretold " + words + ", and accepted with " + gentler);
        }
      }
    }
    return wrong;
  }

  private static String gentler(String words) {
    if (words.equals("ALGORITHM=INPLACE, LOCK=SHARED")) {
      return "ALGORITHM=INPLACE, LOCK=NONE";
    }
    return words.startsWith("ALGORITHM=COPY")
        ? "ALGORITHM=INPLACE"
        : words.startsWith("ALGORITHM=INPLACE") ? "ALGORITHM=INSTANT" : "";
  }

  private static boolean accepts(Statement statement, String given, String sql)
      throws SQLException {
    statement.execute("DROP TABLE IF EXISTS t2");
    statement.execute("DROP TABLE IF EXISTS t");
    statement.execute(given);
    try {
      statement.execute(sql);
      return true;
    } catch (SQLException refused) {
      return false;
    }
  }
}
