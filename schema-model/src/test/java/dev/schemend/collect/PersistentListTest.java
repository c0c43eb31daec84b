package dev.schemend.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PersistentListTest {

  @Property
  void growsAsAListDoesAndStaysAsItIs(@ForAll List<List<Integer>> steps, @ForAll int branch) {
    List<PersistentList<Integer>> versions = new ArrayList<>();
    List<List<Integer>> expected = new ArrayList<>();
    versions.add(PersistentList.copyOf(List.of()));
    expected.add(List.of());
    for (List<Integer> step : steps) {
      // From any version before, so that the longest is not the only one that grows.
      int from = Math.floorMod(branch + step.size(), versions.size());
      versions.add(versions.get(from).plusAll(step));
      List<Integer> list = new ArrayList<>(expected.get(from));
      list.addAll(step);
      expected.add(list);
    }
    assertEquals(expected, versions);
  }

  @Example
  void aMillionStepsAreNotAMillionCopies() {
    PersistentList<Integer> list = PersistentList.copyOf(List.of());
    for (int i = 0; i < 1_000_000; i++) {
      list = list.plusAll(List.of(i));
    }
    assertEquals(999_999, list.getLast());
  }
}
