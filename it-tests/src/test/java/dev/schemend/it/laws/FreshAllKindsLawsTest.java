package dev.schemend.it.laws;

import dev.schemend.it.laws.PlansOfAllKinds.Case;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import net.jqwik.api.RandomGenerator;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plans with objects of every kind on draws that no build has seen: {@code -Dschemend.tries=10000}
 * for each family, its versions in turn, which the profile {@code nightly} sets.
 */
@EnabledIfSystemProperty(named = "schemend.tries", matches = "[1-9]\\d*")
class FreshAllKindsLawsTest {

  private static final int GENERATED_AT_ONCE = 1000;

  @ParameterizedTest
  @EnumSource
  void plansHold(DrawnServers family) {
    FreshDraws.of("schemend.tries", () -> laws(family));
  }

  private static LongConsumer laws(DrawnServers family) {
    List<RandomGenerator<Case>> versions =
        family.kits().stream()
            .map(kit -> PlansOfAllKinds.cases(kit).generator(GENERATED_AT_ONCE))
            .toList();
    return draw -> {
      int version = (int) (draw % versions.size());
      Case one = versions.get(version).next(new Random(draw)).value();
      try {
        PlansOfAllKinds.hold(one);
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError(one.toString(), broken);
      }
    };
  }
}
