package dev.schemend.it.laws;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.it.laws.PlansOfAllKinds.Case;
import dev.schemend.name.Identifier;
import dev.schemend.testkit.PostgresEdits;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Plans of every version, with objects of every kind. */
class PostgresAllKindsLawsTest {

  private static final List<DialectKit> POSTGRES =
      List.of(
          postgres(12),
          postgres(13),
          postgres(14),
          postgres(15),
          postgres(16),
          postgres(17),
          postgres(18));

  private static DialectKit postgres(int major) {
    return DialectKit.of(
        new ServerProfile(
            Flavor.POSTGRESQL,
            ServerVersion.of(major, 0, 0),
            Identifier.of("public"),
            false,
            "",
            ""));
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(POSTGRES)
        .flatMap(
            kit ->
                PlansOfAllKinds.cases(
                    kit, new TextEdits(kit, new PostgresEdits(), new PostgresTexts())));
  }

  @Property(tries = 500, seed = PlansOfAllKinds.SEED)
  void plansHold(@ForAll("cases") Case one) {
    PlansOfAllKinds.hold(one);
  }
}
