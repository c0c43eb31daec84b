package dev.schemend.parser.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every splitter; a dialect's tests extend it. */
public abstract class SplitterLaws {

  protected abstract ScriptSplitter splitter();

  /** Pieces that open, close or look like something in the dialect. */
  protected abstract List<String> traps();

  /** Pieces of a whole statement, none of which ends it. */
  protected abstract Arbitrary<String> wholePiece();

  /** The terminator in force behind a client input. */
  protected abstract String terminatorAfter(ClientInput input, String before);

  /** Whether a statement's text alone means what it means in its script. */
  protected abstract boolean standsAlone(StatementText statement, SplitScript script);

  @Provide
  Arbitrary<String> garbage() {
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.of(traps())),
            Tuple.of(2, Arbitraries.of(" ", "\n", "\r\n", "\t", ";", "a", "\uFEFF")),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(3)));
    return pieces.list().ofMaxSize(25).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> statement() {
    return wholePiece()
        .list()
        .ofMaxSize(6)
        .map(pieces -> "SELECT " + String.join(", ", pieces) + " x");
  }

  @Property
  void everyCharacterHasItsPlace(@ForAll("garbage") String garbage) {
    SplitScript script = splitter().split(new SourceText("s", garbage));
    // A client that has variables reads another text than the one that is written.
    String text = script.source().text();
    Map<SourceSpan, ClientInput> inputs = new TreeMap<>(Comparator.comparingInt(SourceSpan::start));
    List<SourceSpan> places = new ArrayList<>(script.comments());
    script.statements().forEach(statement -> places.add(statement.span()));
    script
        .clientInputs()
        .forEach(
            input -> {
              inputs.put(input.span(), input);
              places.add(input.span());
            });
    places.sort(Comparator.comparingInt(SourceSpan::start));
    String terminator = ";";
    int at = 0;
    for (SourceSpan place : places) {
      assertTrue(at <= place.start(), "overlap at " + place.start());
      assertGap(text.substring(at, place.start()), terminator);
      ClientInput input = inputs.get(place);
      terminator = input == null ? terminator : terminatorAfter(input, terminator);
      at = place.end();
    }
    assertGap(text.substring(at), terminator);
  }

  private static void assertGap(String gap, String terminator) {
    String rest = gap.replace(terminator, "").replace("\uFEFF", "");
    assertTrue(rest.chars().allMatch(c -> Characters.isSpace((char) c)), "lost: " + gap);
  }

  @Property
  void placesAreThoseOfTheSource(@ForAll("garbage") String garbage) {
    SplitScript script = splitter().split(new SourceText("s", garbage));
    SourceText source = script.source();
    String text = source.text();
    int ordinal = 0;
    for (StatementText statement : script.statements()) {
      SourceSpan span = statement.span();
      assertEquals(source.span(span.start(), span.end()), span);
      assertEquals(text.substring(span.start(), span.end()), statement.text());
      assertEquals(++ordinal, statement.ordinal());
    }
    script
        .problems()
        .forEach(
            problem ->
                assertEquals(
                    source.span(problem.span().start(), problem.span().end()), problem.span()));
  }

  @Property
  void aStatementAloneSplitsIntoItself(@ForAll("garbage") String text) {
    SplitScript script = splitter().split(new SourceText("s", text));
    for (StatementText statement : script.statements()) {
      if (standsAlone(statement, script)) {
        assertEquals(List.of(statement.text()), texts(statement.text()));
      }
    }
  }

  @Property
  void joinedStatementsComeApart(@ForAll List<@From("statement") String> statements) {
    assertEquals(statements, texts(String.join(";\n", statements)));
    assertEquals(statements, texts(String.join(";\r\n-- between\r\n", statements) + ";"));
    assertEquals(List.of(), problems(String.join(";\n", statements)));
  }

  /** Text whose look-ahead, if it were repeated, would never come to an end. */
  @Property(tries = 1)
  void longRunsOfOpeningsAreReadOnce() {
    for (String trap : traps()) {
      String text = trap.repeat(2_000_000 / trap.length());
      SplitScript script = splitter().split(new SourceText("s", text));
      script.statements().forEach(script::leadingComments);
      assertTrue(script.statements().size() <= text.length());
    }
  }

  /** The texts of the statements of a script. */
  protected List<String> texts(String script) {
    return splitter().split(new SourceText("s", script)).statements().stream()
        .map(StatementText::text)
        .toList();
  }

  /** The problems of a script, as {@code code@line:column}. */
  protected List<String> problems(String script) {
    return splitter().split(new SourceText("s", script)).problems().stream()
        .map(
            problem ->
                problem.code().id() + "@" + problem.span().line() + ":" + problem.span().column())
        .toList();
  }

  /** The client inputs of a script. */
  protected List<String> inputs(String script) {
    return splitter().split(new SourceText("s", script)).clientInputs().stream()
        .map(ClientInput::text)
        .toList();
  }
}
