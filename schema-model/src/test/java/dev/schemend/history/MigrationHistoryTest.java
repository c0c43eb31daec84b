package dev.schemend.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.schemend.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MigrationHistoryTest {

  private static MigrationHistory history(String... names) {
    return new MigrationHistory(
        "prisma",
        Stream.of(names)
            .map(name -> new Migration(name, new SourceText(name, ""), name + "/migration.sql"))
            .toList(),
        Optional.of("mysql"));
  }

  @Example
  void stopsAtOrBeforeAMigration() {
    MigrationHistory history = history("1_a", "2_b", "3_c");
    assertEquals(List.of("1_a", "2_b"), history.until("2_b").names());
    assertEquals(List.of("1_a"), history.before("2_b").names());
    assertEquals(List.of(), history.before("1_a").names());
    assertEquals(history, history.until("3_c"));
    assertEquals(Optional.of("3_c"), history.find("3_c").map(Migration::name));
    assertEquals(Optional.empty(), history.find("4"));
  }

  @Example
  void anUnknownNameIsAnsweredWithItsNeighbours() {
    MigrationHistory history = history("2023_init", "2024_unique", "2025_posts");
    assertEquals("2024_unique", nearest(history, "unique"));
    assertEquals("2023_init", nearest(history, "2023_inti"));
    assertEquals("2025_posts", nearest(history, "2025_POST"));
    assertEquals(
        "there is no migration \"x\": the history is empty",
        assertThrows(UnknownMigrationException.class, () -> history().until("x")).getMessage());
    assertEquals(
        "there is no migration \"1b\": did you mean 1a or 2?",
        assertThrows(UnknownMigrationException.class, () -> history("2", "1a").before("1b"))
            .getMessage());
  }

  private static String nearest(MigrationHistory history, String name) {
    return assertThrows(UnknownMigrationException.class, () -> history.until(name))
        .nearest()
        .getFirst();
  }

  @Example
  void noNameComesTwice() {
    assertThrows(IllegalArgumentException.class, () -> history("a", "a"));
  }

  @Property
  void distancesAreThoseOfAMetric(@ForAll String a, @ForAll String b) {
    int distance = NearestNames.editDistance(a, b);
    assertEquals(distance, NearestNames.editDistance(b, a));
    assertEquals(a.equals(b), distance == 0);
    assertEquals(a.length(), NearestNames.editDistance(a, ""));
    assertEquals(1, NearestNames.editDistance(a, a + "x"));
  }
}
