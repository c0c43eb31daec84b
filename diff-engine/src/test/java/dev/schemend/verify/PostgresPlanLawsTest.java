package dev.schemend.verify;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.dialect.postgres.PostgresInterpreter;
import dev.schemend.hazard.postgres.PostgresHazards;
import dev.schemend.name.Identifier;
import dev.schemend.planning.postgres.PostgresPlanRules;
import dev.schemend.preflight.postgres.PostgresRowRules;
import dev.schemend.testkit.EditScripts;
import dev.schemend.testkit.EditScripts.Neighbours;
import dev.schemend.testkit.PostgresEdits;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PostgresPlanLawsTest {

  private static final PostgresDialect DIALECT =
      new PostgresDialect(
          new ServerProfile(
              Flavor.POSTGRESQL,
              ServerVersion.of(16, 0, 0),
              Identifier.of("public"),
              false,
              "",
              ""));
  private static final PostgresInterpreter INTERPRETER = new PostgresInterpreter(DIALECT);
  private final PlanLaws laws =
      new PlanLaws(
          DIALECT,
          INTERPRETER,
          new PostgresPlanRules(DIALECT),
          new PostgresHazards(DIALECT, new PostgresRowRules(DIALECT)));

  @Provide
  Arbitrary<Neighbours> neighbours() {
    return new EditScripts(DIALECT, INTERPRETER, new PostgresEdits()).neighbours(25, 8);
  }

  @Property(tries = 500, seed = PlanLaws.SEED)
  void selfDiffIsEmpty(@ForAll("neighbours") Neighbours neighbours) {
    laws.selfDiffIsEmpty(neighbours.to());
  }

  @Property(tries = 500, seed = PlanLaws.SEED)
  void planReplays(@ForAll("neighbours") Neighbours neighbours) {
    laws.planReplays(neighbours);
  }

  @Property(tries = 500, seed = PlanLaws.SEED)
  void planIgnoresInputOrder(@ForAll("neighbours") Neighbours neighbours) {
    laws.planIgnoresInputOrder(neighbours);
  }

  @Property(tries = 500, seed = PlanLaws.SEED)
  void planBackReturns(@ForAll("neighbours") Neighbours neighbours) {
    laws.planBackReturns(neighbours);
  }
}
