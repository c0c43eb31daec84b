package dev.schemend.it.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.schemend.apply.Applied;
import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.apply.Session;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.state.AskedRights;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.introspect.IntrospectionScope;
import dev.schemend.exec.introspect.LiveCatalog;
import dev.schemend.exec.introspect.ServerProfiles;
import dev.schemend.exec.migrate.LiveDialect;
import dev.schemend.exec.mysql.MySqlLive;
import dev.schemend.exec.postgres.PostgresLive;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.model.Schema;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.plan.TableDifference;
import dev.schemend.rename.RenameAdvice;
import dev.schemend.rename.Renames;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import dev.schemend.verify.PlanResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A database of its own, with everything that reads it, folds for it and plans for it. */
public final class Bench implements AutoCloseable {

  private final TestDatabase test;
  private final Database database;
  private final DialectKit kit;
  private RenameAdvice advice = RenameAdvice.NONE;

  private Bench(TestDatabase test, Database database, ServerProfile profile) {
    this.test = test;
    this.database = database;
    this.kit = DialectKit.of(profile);
  }

  /** A bench on a fresh database of that server. */
  public static Bench on(ServerKind kind) {
    TestDatabase test = kind.createDatabase();
    Database database = open(test);
    return new Bench(test, database, ServerProfiles.of(database));
  }

  /** The same, with owners and privileges as part of every schema. */
  public static Bench withRights(ServerKind kind) {
    TestDatabase test = kind.createDatabase();
    Database database = open(test);
    return new Bench(test, database, AskedRights.live(database));
  }

  private static Database open(TestDatabase test) {
    return ConnectionPools.open(DatabaseUrl.parse(test.url()), live(test.kind()).connector());
  }

  private static LiveDialect live(ServerKind kind) {
    return switch (kind.flavor()) {
      case POSTGRESQL -> PostgresLive.DIALECT;
      case MYSQL, MARIADB -> MySqlLive.DIALECT;
    };
  }

  /** Drops all that the database holds. */
  public void clear() {
    try (Connection session = test.connect()) {
      live(test.kind()).scratch().clear(session);
      assertEquals(List.of(), live(test.kind()).scratch().contents(session));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** What reads, folds and plans for this server. */
  public DialectKit kit() {
    return kit;
  }

  /** A connection of its own to the database. */
  public Connection connect() throws SQLException {
    return test.connect();
  }

  /** A fold that starts where an unqualified name leads. */
  public SchemaFold fold() {
    return kit.fold();
  }

  /** The state after a script, which must be understood to the last statement. */
  public FoldState fold(FoldState state, SourceText script) {
    FoldState after = fold().run(state, kit.frontend().parse(script));
    assertEquals(
        List.of(),
        after.coverage().unknown().stream().map(one -> one.text()).toList(),
        () -> "not understood: " + script.name());
    return after;
  }

  /** Runs a script as a user would, statement by statement. */
  public void run(SourceText script) {
    try (Connection connection = test.connect();
        var statement = connection.createStatement()) {
      for (StatementText text : kit.frontend().split(script)) {
        try {
          statement.execute(text.text());
        } catch (SQLException e) {
          throw new AssertionError(
              test.kind()
                  + " refused ("
                  + e.getSQLState()
                  + ") "
                  + e.getMessage()
                  + "\n"
                  + text.text(),
              e);
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** What the server holds now, through the fold. */
  public Schema live() {
    LiveCatalog catalog;
    try (Connection session = database.session()) {
      catalog = kit.introspector().read(session, new IntrospectionScope(List.of(), Set.of()));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    assertEquals(List.of(), catalog.diagnostics());
    Schema schema = Schema.empty();
    Session session = Session.in(kit.profile().defaultSchema()).withForeignKeyChecks(false);
    for (DdlStatement statement : catalog.statements()) {
      schema =
          switch (kit.interpreter().apply(schema, session, statement)) {
            case Applied.Ok ok -> ok.schema();
            case Applied.Rejected rejected ->
                fail(rejected.error().message() + "\n" + kit.frontend().print(statement));
          };
    }
    return schema;
  }

  /** Fails where the server holds something else than {@code expected}, either way round. */
  public void assertLive(Schema expected, String when) {
    Schema live = live();
    assertNothingToDo(live, expected, when + ": live to fold");
    assertNothingToDo(expected, live, when + ": fold to live");
  }

  private void assertNothingToDo(Schema from, Schema to, String when) {
    Plan plan = plan(from, to, when);
    assertEquals("", script(plan), when);
    assertEquals(List.of(), plan.changes().stream().filter(Bench::isDoubt).toList(), when);
  }

  // What no statement can mend is no doubt: PostgreSQL keeps its columns in the order of birth.
  private static boolean isDoubt(Change change) {
    return !(change instanceof Change.TableAltered table
        && table.differences().stream()
            .allMatch(TableDifference.ColumnsReordered.class::isInstance));
  }

  /** Plans from now on as somebody says what was renamed. */
  public void advised(RenameAdvice by) {
    this.advice = by;
  }

  /** The proven plan between two schemas. */
  public Plan plan(Schema from, Schema to, String when) {
    Renames renames = kit.renames(ChangePolicy.DEFAULT).search(from, to, advice);
    assertEquals(List.of(), renames.problems(), when);
    return switch (kit.planMaker(ChangePolicy.DEFAULT).plan(renames, to)) {
      case PlanResult.Proven proven -> proven.plan();
      case PlanResult.Refused refused ->
          fail(when + ": " + refused.reason().message() + "\n" + script(refused.plan()));
    };
  }

  /** The plan as a script. */
  public String script(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (Step step : plan.steps()) {
      for (DdlStatement statement : step.statements()) {
        text.append(kit.frontend().print(statement)).append(";\n");
      }
    }
    return text.toString();
  }

  /** Plans from what the server holds to {@code target}, runs it, and looks again. */
  public void migrateTo(Schema target, String when) {
    String script = script(plan(live(), target, when));
    try {
      run(new SourceText(when, script));
      assertLive(target, when);
    } catch (AssertionError e) {
      throw new AssertionError(when + "\n" + script, e);
    }
  }

  @Override
  public void close() {
    // The server drops no database that has a subscription.
    clear();
    database.close();
    test.close();
  }
}
