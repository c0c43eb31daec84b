package dev.schemend.cli.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two texts side by side are the two texts. */
class SideBySideLaws {

  @Property(tries = 500)
  void eachSideIsItsText(@ForAll("lines") List<String> from, @ForAll("lines") List<String> to) {
    List<SideBySide> rows = SideBySide.of(from, to);
    assertEquals(
        from, rows.stream().filter(row -> row.mark() != Mark.ADDED).map(SideBySide::left).toList());
    assertEquals(
        to,
        rows.stream().filter(row -> row.mark() != Mark.REMOVED).map(SideBySide::right).toList());
    rows.forEach(
        row ->
            assertEquals(row.mark() == Mark.SAME, row.left().equals(row.right()), row::toString));
  }

  @Property(tries = 500)
  void aTextBesideItselfIsTheSame(@ForAll("lines") List<String> text) {
    SideBySide.of(text, text).forEach(row -> assertEquals(Mark.SAME, row.mark()));
  }

  @Property(tries = 500)
  void onlyTheLineThatWasPutInDiffers(@ForAll("lines") List<String> text) {
    for (int i = 0; i <= text.size(); i++) {
      List<String> longer = new ArrayList<>(text);
      longer.add(i, "new");
      assertEquals(
          1, SideBySide.of(text, longer).stream().filter(row -> row.mark() != Mark.SAME).count());
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of("a", "b", "c", "d").list().ofMaxSize(12);
  }
}
