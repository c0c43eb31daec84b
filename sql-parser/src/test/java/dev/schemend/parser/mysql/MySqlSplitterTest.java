package dev.schemend.parser.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.parser.split.ClientInput;
import dev.schemend.parser.split.ScriptSplitter;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.parser.split.SplitterLaws;
import dev.schemend.source.StatementText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;

class MySqlSplitterTest extends SplitterLaws {

  @Override
  protected ScriptSplitter splitter() {
    return new MySqlSplitter();
  }

  @Override
  protected List<String> traps() {
    return List.of(
        "'",
        "\"",
        "`",
        "\\",
        "\\'",
        "#",
        "--",
        "-- ",
        "/*",
        "/*!",
        "/*!80000 ",
        "/*M!",
        "*/",
        "\nDELIMITER $$\n",
        "delimiter ",
        "delimiter $",
        "DELIMITER ;\n",
        "$$",
        "CREATE ",
        "PROCEDURE ",
        "TRIGGER ",
        "EACH ROW ",
        "p()",
        "BEGIN ",
        "END",
        "END;",
        "IF ",
        "THEN ",
        "ELSE ",
        "CASE ",
        "LOOP ",
        "REPEAT ",
        "UNTIL ",
        "WHILE ",
        "DO ",
        "DECLARE ",
        "HANDLER FOR ",
        ":",
        ".",
        "@",
        "NOT ATOMIC ",
        "FOLLOWS ");
  }

  @Override
  protected Arbitrary<String> wholePiece() {
    Arbitrary<String> content = Arbitraries.strings().withChars("a;'\"`\\-/*()#\n ").ofMaxLength(8);
    return Arbitraries.oneOf(
        Arbitraries.of("a", "(1)", "-", "--1", "/", "begin", "if(1, 2, 3)", "end", "`e``;`"),
        content.map(text -> "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"),
        content.map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""),
        content.map(text -> "`" + text.replace("`", "``") + "`"),
        content.map(text -> "/* " + text.replace('/', '+') + " */"),
        content.map(text -> "/*!50003 '" + text.replaceAll("['\\\\]", "") + "' ; */"),
        content.map(text -> "# " + text.replace('\n', ' ') + "\n"),
        content.map(text -> "--\t" + text.replace('\n', ' ') + "\n"));
  }

  @Override
  protected String terminatorAfter(ClientInput input, String before) {
    if (input.kind() != ClientInput.Kind.DELIMITER) {
      return before;
    }
    return DelimiterArgument.read(input.text().substring("DELIMITER".length()).strip())
        .orElse(before);
  }

  @Override
  protected boolean standsAlone(StatementText statement, SplitScript script) {
    // At the end of a text two dashes are a comment; before a semicolon they are not. In the same
    // way a DELIMITER that is a name, because of what stands behind it in its line, is a command
    // once its line ends with the statement.
    String text = statement.text();
    String lastLine = text.substring(text.lastIndexOf('\n') + 1).strip();
    boolean endsAsCommand =
        lastLine.regionMatches(true, 0, "DELIMITER", 0, "DELIMITER".length())
            && DelimiterArgument.isUnmistakable(lastLine.substring("DELIMITER".length()).strip());
    return script.clientInputs().isEmpty() && !text.endsWith("--") && !endsAsCommand;
  }

  private void isOneStatement(String program) {
    assertEquals(List.of(program, "SELECT 1"), texts(program + ";\nSELECT 1;"));
    assertEquals(List.of(), problems(program));
  }

  @Example
  void emptyStatementsAndCommentsAreNoStatements() {
    assertEquals(List.of("a", "b"), texts(";; a;;\n-- c;\n#d;\n;b /* e */;\r\n; -- f"));
    assertEquals(List.of(), texts("\uFEFF-- nothing"));
    assertEquals(List.of("a"), texts("\uFEFFa"));
  }

  @Example
  void stringsHoldSemicolons() {
    assertEquals(List.of("a 'x\\'; ''y'", "b"), texts("a 'x\\'; ''y'; b"));
    assertEquals(List.of("a \"x\\\"; 'y\"", "b"), texts("a \"x\\\"; 'y\"; b"));
    assertEquals(List.of("a `x\\`", "b``"), texts("a `x\\`; b``"));
    assertEquals(List.of("a `x``;`", "b"), texts("a `x``;`; b"));
    assertEquals(List.of("a _utf8mb4';', x'1F'", "b"), texts("a _utf8mb4';', x'1F'; b"));
  }

  @Example
  void comments() {
    assertEquals(List.of("a 5--3", "b"), texts("a 5--3; b"));
    assertEquals(List.of("a", "b"), texts("a -- ;\n; b"));
    assertEquals(List.of("a", "b"), texts("a --\u0001;\n; b"));
    assertEquals(List.of("a"), texts("a --"));
    assertEquals(List.of("a", "b */"), texts("a /* /* ; */; b */"));
    assertEquals(List.of("a # ;\n c", "b"), texts("a # ;\n c; b"));
    // Between statements the client passes over a line that begins so, whatever follows.
    assertEquals(List.of("a", "b"), texts("--DROP c;\na;--> breakpoint\nb;\n  --x"));
    assertEquals(List.of("a\n--b", "c"), texts("a\n--b; c"));
  }

  @Example
  void executableCommentsBelongToTheStatement() {
    assertEquals(
        List.of("/*!40101 SET NAMES utf8 */", "a"), texts("/*!40101 SET NAMES utf8 */; a"));
    assertEquals(List.of("/*! a '*/;' */", "b"), texts("/*! a '*/;' */; b"));
    assertEquals(List.of("/*M!100100 a /* ; */ ; */", "b"), texts("/*M!100100 a /* ; */ ; */; b"));
    assertEquals(List.of("unterminated-comment@1:3"), problems("a /*!40000 b; c"));
  }

  @Example
  void delimiterCommands() {
    String script =
        """
        DELIMITER $$
        CREATE PROCEDURE p() BEGIN SELECT 1; END$$
        delimiter ;
        SELECT 2;
        Delimiter //
        SELECT 3; //
        SELECT 4//
        """;
    assertEquals(
        List.of("CREATE PROCEDURE p() BEGIN SELECT 1; END", "SELECT 2", "SELECT 3;", "SELECT 4"),
        texts(script));
    assertEquals(List.of("DELIMITER $$", "delimiter ;", "Delimiter //"), inputs(script));
    assertEquals(List.of("a;", "b_go"), texts("DELIMITER go\r\na; go b_go"));
    assertEquals(List.of("a; b", "c"), texts("DELIMITER '| |'\na; b| |c"));
    assertEquals(List.of("a", "b"), texts("DELIMITER ;;\na;;\nb;;"));
    assertEquals(
        List.of("/*!50003 TRIGGER x a; */", "b"),
        texts("DELIMITER ;;\n/*!50003 TRIGGER x a; */;;\nb"));
    assertEquals(List.of("a", "b"), texts("a;\nDELIMITER \nb;"));
    assertEquals(List.of("bad-delimiter@1:1"), problems("DELIMITER \nb;"));
    assertEquals(List.of("bad-delimiter@1:1"), problems("DELIMITER \\\nb;"));
  }

  @Example
  void delimiterIsAlsoAName() {
    assertEquals(
        List.of("CREATE TABLE t (\n  delimiter varchar(9)\n)", "b"),
        texts("CREATE TABLE t (\n  delimiter varchar(9)\n); b"));
    assertEquals(List.of("SELECT 1", "SELECT 2;"), texts("SELECT 1\nDELIMITER //\nSELECT 2;"));
    assertEquals(List.of("SELECT '\nDELIMITER //\n'", "b"), texts("SELECT '\nDELIMITER //\n'; b"));
  }

  @Example
  void blocksOfRoutinesHoldSemicolons() {
    isOneStatement(
        """
        CREATE DEFINER=`root`@`localhost` PROCEDURE IF NOT EXISTS p(IN begin INT, OUT b INT)
            COMMENT 'a; b' READS SQL DATA
        outer_one: BEGIN
          DECLARE done INT DEFAULT IF(1 > 2, 3, 4);
          DECLARE c CURSOR FOR SELECT start, end, t.end FROM t;
          DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = IF(1, 2, 3);
          DECLARE EXIT HANDLER FOR SQLSTATE VALUE '42000', 1051, SQLEXCEPTION
          BEGIN
            ROLLBACK;
          END;
          IF EXISTS (SELECT 1) THEN
            SELECT REPEAT('a', 3);
          ELSEIF (b > 1) THEN
            CASE b WHEN 1 THEN IF a THEN SELECT 2; END IF; ELSE BEGIN END; END CASE;
          ELSE
            SET b = CASE WHEN end THEN IF(a, b, c) ELSE end + 1 END;
          END IF;
          again: LOOP
            LEAVE again;
          END LOOP again;
          WHILE b < CASE WHEN 1 THEN 2 END DO SET b = b + 1; END WHILE;
          REPEAT SET b = 1; UNTIL b = CASE 1 WHEN 2 THEN 3 END END REPEAT;
        END outer_one\
        """);
    isOneStatement("CREATE FUNCTION f() RETURNS SET('a') DETERMINISTIC BEGIN RETURN 1; END");
    isOneStatement("CREATE FUNCTION f() RETURNS CHAR(1) CHARACTER SET utf8mb4 RETURN IF(1, 2, 3)");
    isOneStatement("CREATE PROCEDURE p() IF 1 THEN SELECT 1; END IF");
    isOneStatement("CREATE FUNCTION f RETURNS STRING SONAME 'begin.so'");
    isOneStatement("BEGIN NOT ATOMIC IF 1 THEN SELECT 1; END IF; END");
    isOneStatement("CREATE PROCEDURE p() FOR i IN 1..9 DO SELECT i; END FOR");
    isOneStatement("IF 1 THEN SELECT 1; END IF");
  }

  @Example
  void blocksOfTriggersAndEventsHoldSemicolons() {
    isOneStatement("CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW BEGIN SET @begin = 1; END");
    isOneStatement(
        "CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW FOLLOWS `b` IF NEW.end THEN SET NEW.c ="
            + " 1; END IF");
    isOneStatement("CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW INSERT INTO b SET end = 1");
    isOneStatement(
        "CREATE EVENT IF NOT EXISTS e ON SCHEDULE EVERY 1 DAY COMMENT 'x' DO BEGIN a; b; END");
    isOneStatement("ALTER EVENT e ON COMPLETION PRESERVE DO BEGIN a; b; END");
    isOneStatement(
        "/*!50003 CREATE*/ /*!50017 DEFINER=`r`@`%`*/ /*!50003 TRIGGER t AFTER INSERT ON a FOR EACH"
            + " ROW BEGIN SET @a = 1; END */");
  }

  @Example
  void beginAndEndElsewhereHoldNothing() {
    assertEquals(List.of("BEGIN", "SELECT 1", "END"), texts("BEGIN; SELECT 1; END;"));
    assertEquals(
        List.of("CREATE TABLE event (begin INT, end INT)", "b"),
        texts("CREATE TABLE event (begin INT, end INT); b"));
    assertEquals(List.of("XA BEGIN 'x'", "b"), texts("XA BEGIN 'x'; b"));
    assertEquals(
        List.of("DROP TABLE IF EXISTS t", "SELECT CASE", "b"),
        texts("DROP TABLE IF EXISTS t; SELECT CASE; b"));
    assertEquals(
        List.of("unclosed-block@2:1"), problems("CREATE PROCEDURE p()\nBEGIN SELECT 1; SELECT 2;"));
  }

  @Example
  void whatIsNeverClosedIsReportedAndKept() {
    assertEquals(List.of("a", "b 'c; d\n"), texts("a; b 'c; d\n"));
    assertEquals(List.of("unterminated-string@1:3"), problems("a 'b\\'; c"));
    assertEquals(List.of("unterminated-string@1:3"), problems("a \"b; c"));
    assertEquals(List.of("unterminated-identifier@2:2"), problems("a;\n `b; c"));
    assertEquals(List.of("unterminated-comment@1:4"), problems("a; /* b; c"));
    assertEquals(List.of("a", "/* b; c"), texts("a; /* b; c"));
  }
}
