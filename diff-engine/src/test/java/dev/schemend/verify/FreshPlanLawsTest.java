package dev.schemend.verify;

import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.dialect.mysql.MySqlInterpreter;
import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.dialect.postgres.PostgresInterpreter;
import dev.schemend.hazard.mysql.MySqlHazards;
import dev.schemend.hazard.postgres.PostgresHazards;
import dev.schemend.name.Identifier;
import dev.schemend.planning.mysql.MySqlPlanRules;
import dev.schemend.planning.postgres.PostgresPlanRules;
import dev.schemend.preflight.mysql.MySqlRowRules;
import dev.schemend.preflight.postgres.PostgresRowRules;
import dev.schemend.testkit.EditScripts;
import dev.schemend.testkit.EditScripts.Neighbours;
import dev.schemend.testkit.MySqlEdits;
import dev.schemend.testkit.PostgresEdits;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The laws of plans on draws that no build has seen: {@code -Dschemend.tries=10000} tries of each,
 * which the profile {@code nightly} sets. A failure names its draw; {@code -Dschemend.draw=N}
 * begins with that one.
 */
@EnabledIfSystemProperty(named = "schemend.tries", matches = "[1-9]\\d*")
class FreshPlanLawsTest {

  private static final int GENERATED_AT_ONCE = 1000;

  /** The servers whose plans are tried. */
  enum Server {
    POSTGRES_14(Flavor.POSTGRESQL, 14, 0, 0),
    POSTGRES_18(Flavor.POSTGRESQL, 18, 0, 0),
    MYSQL_8_0(Flavor.MYSQL, 8, 0, 33),
    MARIADB_11_4(Flavor.MARIADB, 11, 4, 5);

    private final Flavor flavor;
    private final int major;
    private final int minor;
    private final int patch;

    Server(Flavor flavor, int major, int minor, int patch) {
      this.flavor = flavor;
      this.major = major;
      this.minor = minor;
      this.patch = patch;
    }

    private Bench bench() {
      ServerVersion version = ServerVersion.of(major, minor, patch);
      if (flavor == Flavor.POSTGRESQL) {
        Dialect dialect =
            new PostgresDialect(
                new ServerProfile(flavor, version, Identifier.of("public"), false, "", ""));
        SchemaInterpreter interpreter = new PostgresInterpreter(dialect);
        return new Bench(
            new PlanLaws(
                dialect,
                interpreter,
                new PostgresPlanRules(dialect),
                new PostgresHazards(dialect, new PostgresRowRules(dialect))),
            new EditScripts(dialect, interpreter, new PostgresEdits()).neighbours(25, 8));
      }
      MySqlDialect dialect =
          new MySqlDialect(
              new ServerProfile(
                  flavor, version, Identifier.NONE, false, "utf8mb4", "utf8mb4_general_ci"));
      SchemaInterpreter interpreter = new MySqlInterpreter(dialect);
      return new Bench(
          new PlanLaws(
              dialect,
              interpreter,
              new MySqlPlanRules(dialect),
              new MySqlHazards(dialect, new MySqlRowRules(dialect))),
          new EditScripts(dialect, interpreter, new MySqlEdits()).neighbours(25, 8));
    }
  }

  private record Bench(PlanLaws laws, Arbitrary<Neighbours> neighbours) {}

  @ParameterizedTest
  @EnumSource
  void lawsHoldForFreshDraws(Server server) {
    JqwikSession.run(() -> draws(server.bench()));
  }

  private static void draws(Bench bench) {
    RandomGenerator<Neighbours> generator = bench.neighbours().generator(GENERATED_AT_ONCE);
    long tries = Long.getLong("schemend.tries");
    long first = Long.getLong("schemend.draw", new Random().nextInt(Integer.MAX_VALUE));
    for (long draw = first; draw < first + tries; draw++) {
      Neighbours neighbours = generator.next(new Random(draw)).value();
      try {
        bench.laws().selfDiffIsEmpty(neighbours.to());
        bench.laws().planReplays(neighbours);
        bench.laws().planIgnoresInputOrder(neighbours);
        bench.laws().planBackReturns(neighbours);
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError("-Dschemend.draw=" + draw + "\n" + neighbours, broken);
      }
      JqwikSession.finishTry();
    }
  }
}
