package dev.schemend.it.laws;

import dev.schemend.it.laws.PlansOfAllKinds.Case;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Plans of every version of MySQL and MariaDB, with objects of every kind. */
class MySqlAllKindsLawsTest {

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(
            Stream.of(DrawnServers.MYSQL, DrawnServers.MARIADB)
                .flatMap(family -> family.kits().stream())
                .toList())
        .flatMap(PlansOfAllKinds::cases);
  }

  @Property(tries = 500, seed = PlansOfAllKinds.SEED)
  void plansHold(@ForAll("cases") Case one) {
    PlansOfAllKinds.count(one);
    PlansOfAllKinds.hold(one);
  }
}
