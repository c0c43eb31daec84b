package dev.schemend.it.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.diff.ChangePolicy;
import dev.schemend.it.history.Bench;
import dev.schemend.it.server.ServerKind;
import dev.schemend.model.Schema;
import dev.schemend.source.SourceText;
import dev.schemend.verify.PlanResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Owners and privileges of every kind of object, there and back. */
class RightsOnServersTest {

  private static final List<String> CASES =
      List.of("every-kind", "made-anew", "sequence-joins-a-table");

  static Stream<Arguments> cases() {
    return Stream.of(ServerKind.POSTGRES_14, ServerKind.POSTGRES_18)
        .flatMap(kind -> CASES.stream().map(name -> Arguments.of(kind, name)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cases")
  void thePlanLeadsThereAndBack(ServerKind kind, String name) throws IOException {
    try (Bench bench = Bench.withRights(kind)) {
      RandomRights.makeRoles(bench);
      Schema from = fold(bench, name + "/from.sql");
      Schema to = fold(bench, name + "/to.sql");
      bench.run(read(name + "/from.sql"));
      bench.assertLive(from, "before");
      bench.migrateTo(to, "forward");
      bench.migrateTo(from, "back");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18"})
  void whatTheHistoryLeavesIsWhatTheServerHolds(ServerKind kind) throws IOException {
    try (Bench bench = Bench.withRights(kind)) {
      RandomRights.makeRoles(bench);
      bench.run(read("every-kind/to.sql"));
      bench.assertLive(fold(bench, "every-kind/to.sql"), "at the end");
    }
  }

  /** Who grants by a leave of his own is told apart, and nobody else can grant in his name. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRES_14", "POSTGRES_18"})
  void whatSomebodyElseGrantedIsLeftToThem(ServerKind kind) {
    SourceText start = new SourceText("start", "CREATE TABLE t (a int)");
    SourceText grants =
        new SourceText(
            "grants",
            """
            GRANT SELECT ON t TO rights_a WITH GRANT OPTION;
            SET ROLE rights_a;
            GRANT SELECT ON t TO rights_b;
            RESET ROLE;
            """);
    try (Bench bench = Bench.withRights(kind)) {
      RandomRights.makeRoles(bench);
      Schema before = bench.fold(bench.fold().start(), start).schema();
      Schema after = bench.fold(bench.fold(bench.fold().start(), start), grants).schema();
      bench.run(start);
      bench.run(grants);
      bench.assertLive(after, "granted");
      PlanResult.Proven plan =
          (PlanResult.Proven) bench.kit().planMaker(ChangePolicy.DEFAULT).plan(before, after);
      assertEquals("", bench.script(plan.plan()));
      assertTrue(plan.plan().left().getFirst().reason().contains("only that role"));
    }
  }

  private static Schema fold(Bench bench, String name) throws IOException {
    return bench.fold(bench.fold().start(), read(name)).schema();
  }

  private static SourceText read(String name) throws IOException {
    try (InputStream stream = RightsOnServersTest.class.getResourceAsStream("/rights/" + name)) {
      if (stream == null) {
        throw new AssertionError("no resource " + name);
      }
      return new SourceText(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
