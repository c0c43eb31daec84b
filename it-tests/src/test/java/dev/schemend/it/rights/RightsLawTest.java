package dev.schemend.it.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.schemend.apply.FoldState;
import dev.schemend.it.history.Bench;
import dev.schemend.it.server.ServerKind;
import dev.schemend.model.Schema;
import dev.schemend.source.SourceText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random grants, revocations, defaults and owners: the fold does what the server does, refuses what
 * it refuses, and a plan leads from any rights to any others.
 */
class RightsLawTest {

  private static final long TRIES = Long.getLong("schemend.tries", 3);
  private static final long FIRST = Long.getLong("schemend.draw", 1);
  private static final int STATEMENTS = 40;

  // That a role may not do something hangs on memberships, which are in no model.
  private static final String NOT_ALLOWED = "42501";

  static Stream<Arguments> draws() {
    return Stream.of(ServerKind.POSTGRES_14, ServerKind.POSTGRES_18)
        .flatMap(
            kind ->
                LongStream.range(FIRST, FIRST + TRIES).mapToObj(draw -> Arguments.of(kind, draw)));
  }

  @ParameterizedTest(name = "{0} draw {1}")
  @MethodSource("draws")
  void theFoldDoesWhatTheServerDoes(ServerKind kind, long draw) {
    List<String> history = new ArrayList<>();
    try (Bench bench = Bench.withRights(kind)) {
      Schema folded = together(bench, new RandomRights(draw).statements(STATEMENTS, true), history);
      try {
        bench.assertLive(folded, "draw " + draw);
      } catch (AssertionError e) {
        throw new AssertionError(String.join(";\n", history), e);
      }
    }
  }

  @ParameterizedTest(name = "{0} draw {1}")
  @MethodSource("draws")
  void aPlanLeadsFromAnyRightsToAnyOthers(ServerKind kind, long draw) {
    Schema target;
    try (Bench other = Bench.withRights(kind)) {
      target =
          together(
              other,
              new RandomRights(draw + 1000).statements(STATEMENTS, false),
              new ArrayList<>());
    }
    try (Bench bench = Bench.withRights(kind)) {
      Schema start =
          together(bench, new RandomRights(draw).statements(STATEMENTS, false), new ArrayList<>());
      bench.migrateTo(target, "there");
      bench.migrateTo(start, "back");
    }
  }

  /** Each statement on the server and in the fold; what both refuse is passed over. */
  private static Schema together(Bench bench, List<String> statements, List<String> history) {
    RandomRights.makeRoles(bench);
    bench.run(new SourceText("objects", RandomRights.OBJECTS));
    FoldState state =
        bench.fold(bench.fold().start(), new SourceText("objects", RandomRights.OBJECTS));
    try (Connection connection = bench.connect();
        Statement session = connection.createStatement()) {
      for (String statement : statements) {
        String refused = run(session, statement);
        if (refused.equals(NOT_ALLOWED)) {
          continue;
        }
        history.add(refused.isEmpty() ? statement : "-- " + statement);
        SourceText text = new SourceText("statement", statement);
        FoldState after = state;
        for (var parsed : bench.kit().frontend().parse(text).statements()) {
          after = bench.fold().run(after, parsed);
        }
        List<String> missed = after.coverage().unknown().stream().map(one -> one.code()).toList();
        if (!missed.equals(refused.isEmpty() ? List.of() : List.of(refused))) {
          fail(
              "the server says "
                  + (refused.isEmpty() ? "yes" : refused)
                  + ", the fold "
                  + after.coverage().unknown()
                  + "\n"
                  + String.join(";\n", history));
        }
        state = refused.isEmpty() ? after : state;
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    assertEquals(List.of(), state.coverage().unknown());
    return state.schema();
  }

  /** The SQLSTATE of a refusal, or empty; what had no effect for want of a right is taken back. */
  private static String run(Statement session, String statement) throws SQLException {
    session.execute("BEGIN");
    try {
      session.execute(statement);
      boolean nothing = isWithoutEffect(session.getWarnings());
      session.execute(nothing ? "ROLLBACK" : "COMMIT");
      return nothing ? NOT_ALLOWED : "";
    } catch (SQLException e) {
      session.execute("ROLLBACK");
      return e.getSQLState();
    }
  }

  private static boolean isWithoutEffect(SQLWarning warning) {
    return warning != null
        && (warning.getMessage().startsWith("no privileges")
            || isWithoutEffect(warning.getNextWarning()));
  }
}
