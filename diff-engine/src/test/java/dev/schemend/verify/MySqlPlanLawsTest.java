package dev.schemend.verify;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.dialect.mysql.MySqlInterpreter;
import dev.schemend.hazard.mysql.MySqlHazards;
import dev.schemend.name.Identifier;
import dev.schemend.planning.mysql.MySqlPlanRules;
import dev.schemend.preflight.mysql.MySqlRowRules;
import dev.schemend.testkit.EditScripts;
import dev.schemend.testkit.EditScripts.Neighbours;
import dev.schemend.testkit.MySqlEdits;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MySqlPlanLawsTest {

  private static final List<MySqlDialect> SERVERS =
      List.of(
          server(Flavor.MYSQL, ServerVersion.of(8, 0, 33)),
          server(Flavor.MARIADB, ServerVersion.of(10, 4, 0)),
          server(Flavor.MARIADB, ServerVersion.of(11, 4, 5)));

  private static MySqlDialect server(Flavor flavor, ServerVersion version) {
    return new MySqlDialect(
        new ServerProfile(
            flavor, version, Identifier.NONE, false, "utf8mb4", "utf8mb4_general_ci"));
  }

  /** Neighbouring schemas of one server. */
  record Case(MySqlDialect dialect, Neighbours neighbours) {
    PlanLaws laws() {
      return new PlanLaws(
          dialect,
          new MySqlInterpreter(dialect),
          new MySqlPlanRules(dialect),
          new MySqlHazards(dialect, new MySqlRowRules(dialect)));
    }

    @Override
    public String toString() {
      return dialect.profile().flavor() + " " + dialect.profile().version() + "\n" + neighbours;
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(SERVERS)
        .flatMap(
            dialect ->
                new EditScripts(dialect, new MySqlInterpreter(dialect), new MySqlEdits())
                    .neighbours(25, 8)
                    .map(neighbours -> new Case(dialect, neighbours)));
  }

  @Property(tries = 500, seed = PlanLaws.SEED)
  void selfDiffIsEmpty(@ForAll("cases") Case one) {
    one.laws().selfDiffIsEmpty(one.neighbours().to());
  }

  @Property(tries = 500, seed = PlanLaws.SEED)
  void planReplays(@ForAll("cases") Case one) {
    one.laws().planReplays(one.neighbours());
  }

  @Property(tries = 500, seed = PlanLaws.SEED)
  void planIgnoresInputOrder(@ForAll("cases") Case one) {
    one.laws().planIgnoresInputOrder(one.neighbours());
  }

  @Property(tries = 500, seed = PlanLaws.SEED)
  void planBackReturns(@ForAll("cases") Case one) {
    one.laws().planBackReturns(one.neighbours());
  }
}
