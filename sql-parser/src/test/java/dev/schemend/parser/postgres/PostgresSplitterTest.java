package dev.schemend.parser.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.parser.split.ClientInput;
import dev.schemend.parser.split.ScriptSplitter;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.parser.split.SplitterLaws;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;

class PostgresSplitterTest extends SplitterLaws {

  @Override
  protected ScriptSplitter splitter() {
    return new PostgresSplitter();
  }

  @Override
  protected List<String> traps() {
    return List.of(
        "'",
        "E'",
        "e'x\\'",
        "U&'",
        "\"",
        "$$",
        "$a$",
        "$1",
        "$",
        "--",
        "/*",
        "*/",
        "(",
        ")",
        "\\",
        "\\.\n",
        "\n\\set x\n",
        "\n\\gexec",
        "COPY t FROM stdin;\n",
        "CREATE FUNCTION ",
        "CREATE ",
        "OR ",
        "REPLACE ",
        "BEGIN ATOMIC ",
        "CASE ",
        "END",
        "E'a'\n'",
        "\r",
        ".",
        "AS ");
  }

  @Override
  protected Arbitrary<String> wholePiece() {
    Arbitrary<String> content = Arbitraries.strings().withChars("a;'\"$\\-/*()\n ").ofMaxLength(8);
    return Arbitraries.oneOf(
        Arbitraries.of("a", "$1", "a$$b", "(1; 2)", "-", "/", "begin", "\"e\"\"'\""),
        content.map(text -> "'" + text.replace("'", "''") + "'"),
        content.map(text -> "E'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"),
        content.map(text -> "\"" + text.replace("\"", "\"\"") + "\""),
        content.map(text -> "$tag$" + text + "$tag$"),
        content.map(text -> "/* " + text.replace('*', '+') + " /* ; */ */"),
        content.map(text -> "-- " + text.replace('\n', ' ') + "\n"));
  }

  @Override
  protected String terminatorAfter(ClientInput input, String before) {
    return before;
  }

  @Override
  protected boolean standsAlone(StatementText statement, SplitScript script) {
    return true;
  }

  @Example
  void emptyStatementsAndCommentsAreNoStatements() {
    assertEquals(List.of("a", "b"), texts(";; a;;\n-- c;\n;b /* d */;\r\n; -- e"));
    assertEquals(List.of(), texts(""));
    assertEquals(List.of(), texts("-- nothing\n/* here */"));
    assertEquals(List.of("a"), texts("\uFEFFa;\uFEFF"));
  }

  @Example
  void stringsHoldSemicolons() {
    assertEquals(List.of("a 'x''; y'", "b"), texts("a 'x''; y'; b"));
    assertEquals(List.of("a 'back\\'", "b"), texts("a 'back\\'; b"));
    assertEquals(List.of("a E'q\\'; y'", "b"), texts("a E'q\\'; y'; b"));
    assertEquals(List.of("a namE'back\\'", "b"), texts("a namE'back\\'; b"));
    assertEquals(List.of("a U&'\\0041;'", "b"), texts("a U&'\\0041;'; b"));
    assertEquals(List.of("a X'1F', B'0;1'", "b"), texts("a X'1F', B'0;1'; b"));
    assertEquals(List.of("a \"x\"\"; y\"", "b"), texts("a \"x\"\"; y\"; b"));
  }

  @Example
  void aContinuedStringKeepsItsEscapes() {
    assertEquals(List.of("a E'x'\n  'y\\';'", "b"), texts("a E'x'\n  'y\\';'; b"));
    assertEquals(List.of("a E'x' -- c\n 'y\\';'", "b"), texts("a E'x' -- c\n 'y\\';'; b"));
    assertEquals(List.of("a E'x' 'y\\'", "b'"), texts("a E'x' 'y\\';b'"));
    assertEquals(List.of("a 'x'\n'y\\'", "b"), texts("a 'x'\n'y\\'; b"));
  }

  @Example
  void dollarQuotes() {
    assertEquals(List.of("do $$ a; $b$; $$", "c"), texts("do $$ a; $b$; $$; c"));
    assertEquals(List.of("do $b$ a; $$; $b$", "c"), texts("do $b$ a; $$; $b$; c"));
    assertEquals(List.of("do $B$ $b$; $B$", "c"), texts("do $B$ $b$; $B$; c"));
    assertEquals(List.of("do $é1$;$é1$", "c"), texts("do $é1$;$é1$; c"));
    assertEquals(List.of("a$$", "b$$"), texts("a$$; b$$"));
    assertEquals(List.of("x = $1", "y = $2"), texts("x = $1; y = $2"));
    assertEquals(List.of("x = $1$$;$$", "c"), texts("x = $1$$;$$; c"));
  }

  @Example
  void commentsNest() {
    assertEquals(List.of("b"), texts("/* a /* ; */ ; */ b"));
    assertEquals(List.of("a -- ;\n b", "c"), texts("a -- ;\n b; c"));
    assertEquals(List.of("a --;\r b", "c"), texts("a --;\r b; c"));
  }

  @Example
  void sqlBodiesHoldSemicolons() {
    String function =
        """
        CREATE OR REPLACE FUNCTION f(a int) RETURNS int
        BEGIN ATOMIC
          UPDATE t SET b = CASE WHEN a > 0 THEN 1 ELSE 2 END;
          SELECT t.end, a AS end FROM t;
        END\
        """;
    assertEquals(List.of(function, "SELECT 1"), texts(function + ";\nSELECT 1;"));
    assertEquals(List.of("BEGIN ATOMIC", "END"), texts("BEGIN ATOMIC; END;"));
    assertEquals(
        List.of("CREATE FUNCTION begin() RETURNS int AS 'x'", "END"),
        texts("CREATE FUNCTION begin() RETURNS int AS 'x'; END;"));
    assertEquals(
        List.of("CREATE PROCEDURE p() BEGIN ATOMIC a; b; END", "c"),
        texts("CREATE PROCEDURE p() BEGIN ATOMIC a; b; END; c"));
    assertEquals(
        List.of("unclosed-block@2:1"), problems("CREATE FUNCTION f()\nBEGIN ATOMIC a; b;"));
  }

  @Example
  void parenthesesHoldSemicolons() {
    String rule = "CREATE RULE r AS ON INSERT TO t DO (a; b)";
    assertEquals(List.of(rule, "c"), texts(rule + "; c"));
    assertEquals(List.of("a)", "b"), texts("a); b"));
    assertEquals(List.of("a (b; c"), texts("a (b; c"));
    assertEquals(List.of("unclosed-parenthesis@1:3"), problems("a (b; (c); d"));
  }

  @Example
  void copyDataIsForTheClient() {
    String script = "COPY t (a) FROM stdin;\n1;'\t\\N\n\\.\nSELECT 1;";
    assertEquals(List.of("COPY t (a) FROM stdin", "SELECT 1"), texts(script));
    assertEquals(List.of("1;'\t\\N\n\\."), inputs(script));
    assertEquals(List.of("\\."), inputs("copy t from STDIN with (format csv);\r\n\\.\r\nb"));
    assertEquals(List.of("COPY t FROM stdin"), texts("COPY t FROM stdin;\n"));
    assertEquals(List.of(), problems("COPY t FROM stdin;\n"));
    assertEquals(List.of("unterminated-copy-data@2:1"), problems("COPY t FROM stdin;\n1\n2"));
    assertEquals(List.of("1\n2"), inputs("COPY t FROM stdin;\n1\n2\n"));
    assertEquals(List.of("COPY t FROM 'stdin'", "b"), texts("COPY t FROM 'stdin';\nb"));
    assertEquals(
        List.of("COPY (SELECT a FROM stdin) TO 'f'", "b"),
        texts("COPY (SELECT a FROM stdin) TO 'f';\nb"));
  }

  @Example
  void metaCommandsAreForTheClient() {
    String script = "\\connect shop\r\nSELECT 1;\n  \\set x ';'\nSELECT 2\n\\gexec\nSELECT 3 \\g\n";
    assertEquals(List.of("SELECT 1", "SELECT 2", "SELECT 3"), texts(script));
    assertEquals(List.of("\\connect shop", "\\set x ';'", "\\gexec", "\\g"), inputs(script));
    assertEquals(List.of("SELECT 1 \\ 2"), texts("SELECT 1 \\ 2;"));
  }

  @Example
  void whatIsNeverClosedIsReportedAndKept() {
    assertEquals(List.of("a", "b 'c; d\n"), texts("a; b 'c; d\n"));
    assertEquals(List.of("unterminated-string@2:3"), problems("a;\nb 'c; d"));
    assertEquals(List.of("unterminated-string@1:2"), problems("E'\\'"));
    assertEquals(List.of("unterminated-identifier@1:3"), problems("a \"b; c"));
    assertEquals(List.of("unterminated-dollar-quote@1:4"), problems("do $x$ b; $X$"));
    assertEquals(List.of("unterminated-comment@1:4"), problems("a; /* b /* c */"));
    assertEquals(List.of("a", "/* b; c"), texts("a; /* b; c"));
    assertEquals(List.of("unterminated-string@1:5"), problems("a (b'c; d"));
  }

  @Example
  void aProblemSaysWhereAndWhatToDo() {
    assertEquals(
        "s:1:6: the string that begins here is never closed, so the rest of the script belongs to"
            + " it (close it; a quote that is part of the text is written twice)",
        splitter().split(new SourceText("s", "a; b 'c")).problems().getFirst().diagnostic().text());
  }

  @Example
  void commentsBeforeAStatementSpeakOfIt() {
    String text = "-- first\na; -- of a\n-- second\n/* third */ b; c";
    SplitScript script = splitter().split(new SourceText("s", text));
    assertEquals(
        List.of(List.of("-- first"), List.of("-- second", "/* third */"), List.of()),
        script.statements().stream()
            .map(script::leadingComments)
            .map(
                spans ->
                    spans.stream().map(span -> text.substring(span.start(), span.end())).toList())
            .toList());
  }
}
