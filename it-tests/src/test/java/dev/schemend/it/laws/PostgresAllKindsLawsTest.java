package dev.schemend.it.laws;

import dev.schemend.it.laws.PlansOfAllKinds.Case;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Plans of every version, with objects of every kind. */
class PostgresAllKindsLawsTest {

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(DrawnServers.POSTGRESQL.kits()).flatMap(PlansOfAllKinds::cases);
  }

  @Property(tries = 500, seed = PlansOfAllKinds.SEED)
  void plansHold(@ForAll("cases") Case one) {
    PlansOfAllKinds.count(one);
    PlansOfAllKinds.hold(one);
  }
}
