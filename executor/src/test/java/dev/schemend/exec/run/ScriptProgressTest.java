package dev.schemend.exec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ScriptProgressTest {

  /** What a server may do after a statement is done. */
  enum Event {
    NOTHING,
    COMMIT,
    ROLLBACK
  }

  /** How a run may end. */
  enum End {
    CLEAN,
    REFUSED,
    UNANSWERED,
    COMMIT_UNANSWERED
  }

  @Property
  void everyStatementHasExactlyOneFate(
      @ForAll @Size(max = 12) List<Event> events,
      @ForAll End end,
      @ForAll @IntRange(max = 5) int more) {
    List<StatementText> script = script(events.size() + 1 + more);
    ScriptProgress progress = new ScriptProgress(script);
    for (Event event : events) {
      progress.done(progress.send());
      switch (event) {
        case NOTHING -> {}
        case COMMIT -> progress.committed();
        case ROLLBACK -> progress.rolledBack();
      }
    }
    Optional<StatementText> failed = Optional.empty();
    switch (end) {
      case CLEAN -> {}
      case REFUSED -> failed = Optional.of(progress.send());
      case UNANSWERED -> progress.unanswered(progress.send());
      case COMMIT_UNANSWERED -> progress.commitUnanswered();
    }
    StatementFates fates = progress.fates();
    List<StatementText> all = new ArrayList<>();
    for (List<StatementText> list :
        List.of(fates.applied(), fates.rolledBack(), fates.unknown(), fates.notRun())) {
      assertEquals(
          list.stream().sorted(Comparator.comparingInt(StatementText::ordinal)).toList(), list);
      all.addAll(list);
    }
    failed.ifPresent(all::add);
    all.sort(Comparator.comparingInt(StatementText::ordinal));
    assertEquals(script, all);
  }

  private static List<StatementText> script(int size) {
    SourceText source = new SourceText("test.sql", "x".repeat(size));
    return IntStream.range(0, size)
        .mapToObj(i -> new StatementText(source.span(i, i + 1), "x", i + 1))
        .toList();
  }
}
