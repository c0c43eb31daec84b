package dev.schemend.it.laws;

import java.util.Random;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Draws that no build has seen: each is the seed of its try. A failure names the property that
 * begins with its draw, {@code -Dschemend.draw=N}.
 */
final class FreshDraws {

  private FreshDraws() {}

  /**
   * As many draws as the property {@code count} says, each handed to what {@code laws} gives; that
   * is asked once, where generators may be made.
   */
  static void of(String count, Supplier<LongConsumer> laws) {
    JqwikSession.run(
        () -> {
          LongConsumer law = laws.get();
          long tries = Long.getLong(count);
          long first = Long.getLong("schemend.draw", new Random().nextInt(Integer.MAX_VALUE));
          for (long draw = first; draw < first + tries; draw++) {
            try {
              law.accept(draw);
            } catch (AssertionError | RuntimeException broken) {
              throw new AssertionError("-Dschemend.draw=" + draw, broken);
            }
            JqwikSession.finishTry();
          }
        });
  }
}
