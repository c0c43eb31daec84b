package dev.schemend.cli.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Who works on how many, and when that ends. */
class CrewLaws {

  @Property(tries = 30)
  void neverMoreAtATimeThanItIsAndAllInOrder(
      @ForAll @IntRange(min = 1, max = 6) int parallel, @ForAll @IntRange(max = 40) int members) {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> all = IntStream.range(0, members).boxed().toList();
    List<Integer> results =
        new Crew(parallel)
            .each(
                all,
                () -> false,
                member -> {
                  most.accumulateAndGet(now.incrementAndGet(), Math::max);
                  LockSupport.parkNanos(1_000);
                  now.decrementAndGet();
                  return member * 2;
                });
    assertEquals(all.stream().map(member -> member * 2).toList(), results);
    assertTrue(most.get() <= parallel, () -> most + " of " + parallel);
  }

  @Property(tries = 30)
  void afterAFailureNoMoreBeginThanWereAtWork(
      @ForAll @IntRange(min = 1, max = 6) int parallel,
      @ForAll @IntRange(min = 1, max = 20) int failing) {
    AtomicInteger failures = new AtomicInteger();
    List<Integer> begun =
        new Crew(parallel)
            .each(
                IntStream.rangeClosed(1, 50).boxed().toList(),
                () -> failures.get() > 0,
                member -> {
                  if (member == failing) {
                    failures.incrementAndGet();
                  }
                  return member;
                });
    assertTrue(begun.size() >= failing, begun::toString);
    assertEquals(IntStream.rangeClosed(1, begun.size()).boxed().toList(), begun);
  }
}
