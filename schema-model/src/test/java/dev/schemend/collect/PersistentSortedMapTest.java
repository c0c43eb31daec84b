package dev.schemend.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Law L9: the persistent map behaves as a {@link TreeMap}, and old versions stay as they were. */
class PersistentSortedMapTest {

  record Edit(int key, Optional<String> value) {}

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<Edit> puts =
        Arbitraries.integers()
            .between(0, 40)
            .flatMap(
                key ->
                    Arbitraries.strings()
                        .alpha()
                        .ofLength(2)
                        .map(value -> new Edit(key, Optional.of(value))));
    Arbitrary<Edit> removals =
        Arbitraries.integers().between(0, 40).map(key -> new Edit(key, Optional.empty()));
    return Arbitraries.frequencyOf(Tuple.of(3, puts), Tuple.of(2, removals)).list().ofMaxSize(120);
  }

  @Property(tries = 300)
  void behavesAsATreeMap(@ForAll("edits") List<Edit> edits) {
    PersistentSortedMap<Integer, String> map = PersistentSortedMap.empty();
    TreeMap<Integer, String> model = new TreeMap<>();
    for (Edit edit : edits) {
      map = apply(map, edit);
      edit.value()
          .ifPresentOrElse(value -> model.put(edit.key(), value), () -> model.remove(edit.key()));
      assertEquals(model.size(), map.size());
      assertEquals(Optional.ofNullable(model.get(edit.key())), map.get(edit.key()));
    }
    assertEquals(new ArrayList<>(model.entrySet()), entries(map));
    assertEquals(List.copyOf(model.values()), map.values().toList());
    assertEquals(model.toString(), map.toString());
    assertEquals(model.hashCode(), map.hashCode());
  }

  @Property(tries = 200)
  void olderVersionsStayAsTheyWere(@ForAll("edits") List<Edit> edits) {
    List<PersistentSortedMap<Integer, String>> versions = new ArrayList<>();
    List<List<Map.Entry<Integer, String>>> contents = new ArrayList<>();
    PersistentSortedMap<Integer, String> map = PersistentSortedMap.empty();
    for (Edit edit : edits) {
      map = apply(map, edit);
      versions.add(map);
      contents.add(entries(map));
    }
    for (int i = 0; i < versions.size(); i++) {
      assertEquals(contents.get(i), entries(versions.get(i)));
    }
  }

  @Property(tries = 200)
  void theOrderOfInsertionDoesNotShow(@ForAll("edits") List<Edit> edits) {
    TreeMap<Integer, String> model = new TreeMap<>();
    edits.forEach(edit -> edit.value().ifPresent(value -> model.put(edit.key(), value)));
    PersistentSortedMap<Integer, String> ascending = PersistentSortedMap.empty();
    for (var entry : model.entrySet()) {
      ascending = ascending.with(entry.getKey(), entry.getValue());
    }
    PersistentSortedMap<Integer, String> descending = PersistentSortedMap.empty();
    for (var entry : model.descendingMap().entrySet()) {
      descending = descending.with(entry.getKey(), entry.getValue());
    }
    assertEquals(ascending, descending);
    assertEquals(ascending.hashCode(), descending.hashCode());
    if (!model.isEmpty()) {
      assertNotEquals(ascending, descending.without(model.firstKey()));
    }
  }

  @Property(tries = 100)
  void anEditThatChangesNothingGivesTheSameVersion(@ForAll("edits") List<Edit> edits) {
    PersistentSortedMap<Integer, String> map = PersistentSortedMap.empty();
    for (Edit edit : edits) {
      map = apply(map, edit);
    }
    for (Map.Entry<Integer, String> entry : map) {
      assertSame(map, map.with(entry.getKey(), entry.getValue()));
    }
    assertSame(map, map.without(41));
    assertTrue(map.isSameVersion(map.without(-1)));
  }

  @Property(tries = 300)
  void theEditsBetweenTwoVersionsLeadFromOneToTheOther(
      @ForAll("edits") List<Edit> edits, @ForAll @IntRange(max = 120) int first) {
    PersistentSortedMap<Integer, String> older = PersistentSortedMap.empty();
    PersistentSortedMap<Integer, String> newer = PersistentSortedMap.empty();
    for (int i = 0; i < edits.size(); i++) {
      newer = apply(newer, edits.get(i));
      older = i < first ? newer : older;
    }
    assertEquals(List.of(), newer.editsSince(newer));
    PersistentSortedMap<Integer, String> replayed = older;
    int last = -1;
    for (PersistentSortedMap.Edit<Integer, String> edit : newer.editsSince(older)) {
      assertTrue(last < edit.key());
      last = edit.key();
      assertEquals(older.get(edit.key()), edit.before());
      assertNotSame(edit.before().orElse(null), edit.after().orElse(null));
      replayed =
          edit.after().isPresent()
              ? replayed.with(edit.key(), edit.after().get())
              : replayed.without(edit.key());
    }
    assertEquals(newer, replayed);
  }

  private static PersistentSortedMap<Integer, String> apply(
      PersistentSortedMap<Integer, String> map, Edit edit) {
    return edit.value().map(value -> map.with(edit.key(), value)).orElse(map.without(edit.key()));
  }

  private static List<Map.Entry<Integer, String>> entries(
      PersistentSortedMap<Integer, String> map) {
    List<Map.Entry<Integer, String>> entries = new ArrayList<>();
    map.forEach(entries::add);
    return entries;
  }
}
