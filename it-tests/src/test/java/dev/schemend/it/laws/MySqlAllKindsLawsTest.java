package dev.schemend.it.laws;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.it.laws.PlansOfAllKinds.Case;
import dev.schemend.name.Identifier;
import dev.schemend.testkit.MySqlEdits;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Plans of every version, with objects of every kind. */
class MySqlAllKindsLawsTest {

  private static final List<DialectKit> MYSQL =
      List.of(
          mysql(Flavor.MYSQL, 5, 7, 44),
          mysql(Flavor.MYSQL, 8, 0, 36),
          mysql(Flavor.MYSQL, 8, 4, 3),
          mysql(Flavor.MYSQL, 9, 1, 0),
          mysql(Flavor.MARIADB, 10, 6, 20),
          mysql(Flavor.MARIADB, 10, 11, 10),
          mysql(Flavor.MARIADB, 11, 4, 5),
          mysql(Flavor.MARIADB, 11, 8, 2));

  private static DialectKit mysql(Flavor flavor, int major, int minor, int patch) {
    return DialectKit.of(
        new ServerProfile(
            flavor,
            ServerVersion.of(major, minor, patch),
            Identifier.NONE,
            false,
            "utf8mb4",
            "utf8mb4_general_ci"));
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(MYSQL)
        .flatMap(
            kit ->
                PlansOfAllKinds.cases(
                    kit,
                    new TextEdits(
                        kit,
                        new MySqlEdits(),
                        new MySqlTexts(kit.profile().flavor() == Flavor.MARIADB))));
  }

  @Property(tries = 500, seed = PlansOfAllKinds.SEED)
  void plansHold(@ForAll("cases") Case one) {
    PlansOfAllKinds.hold(one);
  }
}
