package dev.schemend.parser.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.schemend.parser.mysql.MySqlSplitter;
import dev.schemend.parser.postgres.PostgresSplitter;
import dev.schemend.parser.split.ScriptSplitter;
import dev.schemend.parser.split.SplitProblems;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** No text makes a frontend throw, and none costs more than its length is worth. */
class HostileTextLaws {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "create ",
            "table ",
            "alter ",
            "drop ",
            "function ",
            "view ",
            "type ",
            "index ",
            "a ",
            "int ",
            "(",
            ")",
            "[",
            "]",
            ",",
            ";",
            "'",
            "\"",
            "`",
            "$$",
            "$a$",
            "--",
            "#",
            "/*",
            "*/",
            "/*!50000 ",
            "\n",
            "\r\n",
            "\\",
            "\\if ",
            "\\set a ",
            ":a",
            "\\i x\n",
            "select ",
            "begin ",
            "end ",
            "do ",
            "as ",
            "check ",
            "default ",
            "1 ",
            "delimiter //\n",
            "//",
            "copy a from stdin;\n",
            "\\.\n",
            "\uFEFF",
            "\u0000",
            "\ud800",
            "\udc00",
            "é");
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            Tuple.of(5, words), Tuple.of(1, Arbitraries.strings().ofMaxLength(4)));
    return pieces.list().ofMaxSize(60).map(list -> String.join("", list));
  }

  @Property(tries = 2000)
  void nothingIsThrown(@ForAll("texts") String text, @ForAll Frontends dialect) {
    ParsedScript script = dialect.frontend().parse(new SourceText("s", text));
    for (ParsedStatement statement : script.statements()) {
      assertFalse(statement.source().text().isEmpty());
      if (statement instanceof ParsedStatement.Broken broken) {
        assertTrue(broken.diagnostic().span().isPresent(), "an error without a place");
      }
    }
    assertEquals(
        script.statements(), dialect.frontend().parse(new SourceText("s", text)).statements());
  }

  @Example
  void aNameOfNothingIsAnErrorWhereverItStands() {
    for (Frontends dialect : Frontends.values()) {
      for (String text :
          List.of("``", "`", "``\\set a ", "set ``, a = 1", "create table `` (a int)")) {
        dialect
            .frontend()
            .parse(new SourceText("s", text))
            .statements()
            .forEach(statement -> assertFalse(statement instanceof ParsedStatement.Ddl, text));
      }
    }
  }

  /** Texts by their size. */
  private static Map<String, IntFunction<String>> shapes() {
    Map<String, IntFunction<String>> shapes = new LinkedHashMap<>();
    shapes.put("statements", n -> "create table t (a int);\n".repeat(n));
    shapes.put("broken statements", n -> "create table t (a int,,);\n".repeat(n));
    shapes.put("no statements", n -> "x y;".repeat(n));
    shapes.put("columns", n -> "create table t (a int" + ", b int".repeat(n) + ");");
    shapes.put("comments", n -> "-- c\n/* d */".repeat(n));
    shapes.put("a line", n -> "insert into t values ('" + "x".repeat(20 * n) + "');");
    shapes.put("a string without end", n -> "create table t (a text default '" + ";".repeat(n));
    shapes.put("commands", n -> "\\echo a\n".repeat(n));
    shapes.put("variables", n -> "\\set a b\n" + "select :a;\n".repeat(n));
    shapes.put("null characters", n -> "create table a\u0000b (a int);\n".repeat(n));
    shapes.put("half characters", n -> "create table a\ud800 (a int);\n".repeat(n));
    return shapes;
  }

  /** Memory that was asked for is work that was done, and does not depend on the machine. */
  @Example
  void workGrowsAsTheTextDoes() {
    for (Frontends dialect : Frontends.values()) {
      shapes()
          .forEach(
              (name, shape) -> {
                work(dialect, shape.apply(250));
                double one = work(dialect, shape.apply(500));
                double four = work(dialect, shape.apply(2000));
                assertTrue(
                    four < 6 * one + 1_000_000,
                    "%s in %s: %.0f bytes, then %.0f".formatted(name, dialect, one, four));
              });
    }
  }

  private static long work(Frontends dialect, String text) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    dialect.frontend().parse(new SourceText("s", text));
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Example
  void nestingWithoutEndIsToldAndNotTried() {
    for (Frontends dialect : Frontends.values()) {
      for (String text :
          List.of(
              "create table t (a int default "
                  + "(".repeat(10_000)
                  + "1"
                  + ")".repeat(10_000)
                  + ")",
              "create table t (a int default " + "(".repeat(10_000),
              "create view v as select " + "(".repeat(10_000) + "1" + ")".repeat(10_000),
              "create table t (a int default ("
                  + "case when true then ".repeat(10_000)
                  + "1"
                  + " end".repeat(10_000)
                  + "))")) {
        List<ParsedStatement> statements =
            dialect.frontend().parse(new SourceText("s", text)).statements();
        assertEquals(1, statements.size());
        assertFalse(statements.getFirst() instanceof ParsedStatement.Ddl, dialect + ": " + text);
      }
    }
  }

  @Example
  void aScriptOfTooManyStatementsEndsInAnError() {
    String text = "a;".repeat(1_100_000);
    for (ScriptSplitter splitter : List.of(new PostgresSplitter(), new MySqlSplitter())) {
      SplitScript script = splitter.split(new SourceText("s", text));
      assertEquals(1_000_001, script.statements().size());
      assertEquals(text.length(), script.statements().getLast().span().end());
      assertEquals(
          Optional.of("too-many-statements"),
          new SplitProblems(script)
              .in(script.statements().getLast())
              .map(problem -> problem.code()));
    }
  }
}
