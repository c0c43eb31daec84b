package dev.schemend.it.hazard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.dialect.Flavor;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.it.history.Bench;
import dev.schemend.it.server.ServerKind;
import dev.schemend.model.Schema;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TransactionMode;
import dev.schemend.source.SourceText;
import dev.schemend.verify.PlanResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Online plans lead where they should, and keep nobody from writing while they go through rows. */
class OnlinePlanTest {

  private static final String POSTGRES_FROM =
      """
      CREATE TABLE p (id int);
      CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(20), c text);
      CREATE INDEX moved ON t (a);
      CREATE INDEX gone ON t (c);
      """;

  private static final String POSTGRES_TO =
      """
      CREATE TABLE p (id int PRIMARY KEY);
      CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL REFERENCES p (id), b varchar(20) UNIQUE, c text,
        CONSTRAINT positive CHECK (a > 0));
      CREATE INDEX moved ON t (a, c);
      CREATE INDEX fresh ON t (c);
      """;

  private static final String FAMILY_FROM =
      """
      CREATE TABLE pt (id int, a int) PARTITION BY LIST (id);
      CREATE TABLE pt1 PARTITION OF pt FOR VALUES IN (1) PARTITION BY LIST (a);
      CREATE TABLE pt11 PARTITION OF pt1 FOR VALUES IN (1);
      CREATE TABLE pt2 PARTITION OF pt FOR VALUES IN (2);
      CREATE TABLE parent (id int, a int);
      CREATE TABLE heir (h int) INHERITS (parent);
      """;

  private static final String FAMILY_TO =
      """
      CREATE TABLE pt (id int, a int NOT NULL, CONSTRAINT positive CHECK (a > 0), CONSTRAINT one UNIQUE (id, a))
        PARTITION BY LIST (id);
      CREATE TABLE pt1 PARTITION OF pt FOR VALUES IN (1) PARTITION BY LIST (a);
      CREATE TABLE pt11 PARTITION OF pt1 FOR VALUES IN (1);
      CREATE TABLE pt2 PARTITION OF pt FOR VALUES IN (2);
      CREATE INDEX fresh ON pt (a);
      CREATE TABLE parent (id int UNIQUE, a int NOT NULL, CONSTRAINT positive CHECK (a > 0));
      CREATE TABLE heir (h int) INHERITS (parent);
      """;

  private static final String MYSQL_FROM =
      """
      CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(20), e enum('x', 'y'), KEY moved (a));
      """;

  private static final String MYSQL_TO =
      """
      CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(30), e enum('x', 'y', 'z'), n int, KEY moved (a, b),
        UNIQUE KEY fresh (b));
      """;

  @ParameterizedTest
  @EnumSource(ServerKind.class)
  void leadsThereAndBlocksNoWriter(ServerKind kind) throws SQLException {
    boolean postgres = kind.flavor() == Flavor.POSTGRESQL;
    leadsThere(kind, postgres ? POSTGRES_FROM : MYSQL_FROM, postgres ? POSTGRES_TO : MYSQL_TO);
  }

  @ParameterizedTest
  @EnumSource(value = ServerKind.class, names = "POSTGRES_.*", mode = EnumSource.Mode.MATCH_ALL)
  void leadsFamiliesThereAndBlocksNoWriter(ServerKind kind) throws SQLException {
    leadsThere(kind, FAMILY_FROM, FAMILY_TO);
  }

  private static void leadsThere(ServerKind kind, String from, String to) throws SQLException {
    try (Bench bench = Bench.on(kind);
        Connection connection = bench.connect();
        Statement given = connection.createStatement()) {
      DialectKit kit = bench.kit();
      for (String statement : from.strip().split(";", -1)) {
        if (!statement.isBlank()) {
          given.execute(statement);
        }
      }
      Schema start = schema(kit, from);
      Schema end = schema(kit, to);
      Plan plan = proven(kit, start, end);
      for (Step step : plan.steps()) {
        assertEquals(
            List.of(),
            step.locks().stream().filter(TableLock::blocksLong).toList(),
            () -> "keeps others from working: " + step.statements());
        run(connection, kit, step);
      }
      assertTrue(
          kit.onlinePlanMaker(ChangePolicy.DEFAULT).plan(bench.live(), end).plan().isEmpty());
    }
  }

  private static void run(Connection connection, DialectKit kit, Step step) throws SQLException {
    boolean inTransaction =
        step.transaction() == TransactionMode.TRANSACTIONAL
            || step.transaction() == TransactionMode.SEPARATE;
    connection.setAutoCommit(!inTransaction);
    try (Statement statement = connection.createStatement()) {
      for (var one : step.statements()) {
        statement.execute(kit.frontend().print(one));
      }
    }
    if (inTransaction) {
      connection.commit();
    }
  }

  private static Plan proven(DialectKit kit, Schema from, Schema to) {
    return switch (kit.onlinePlanMaker(ChangePolicy.DEFAULT).plan(from, to)) {
      case PlanResult.Proven proven -> proven.plan();
      case PlanResult.Refused refused -> throw new AssertionError(refused.reason().message());
    };
  }

  private static Schema schema(DialectKit kit, String sql) {
    return kit.fold()
        .run(kit.fold().start(), kit.frontend().parse(new SourceText("given", sql)))
        .schema();
  }
}
