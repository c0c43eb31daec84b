package dev.schemend.parser.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.StoredDefinition;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is told with its place; the carets mark it. */
class MySqlSyntaxErrorTest {

  private static final MySqlFrontend MYSQL = new MySqlFrontend(Profiles.MYSQL);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '$',
      value = {
        "create table t (a int ^notnull^)| ')', ','",
        "create table t (a int,^)^| FULLTEXT",
        "create table t (a ^strin^)| data type",
        "create table ^select^ (a int)| identifier",
        "create table t (a int not ^nul^)| NULL",
        "create table t (^order^ int)| identifier",
        "create ^tabel^ t (a int)| TABLE",
        "create table t (a int default ^)^| default value",
        "create table t (a int default ^uuid()^)| brackets",
        "create table t (a int, check (a > ^)^)| expression",
        "alter table t add column^^| identifier",
        "alter table t ^ad^ column a int| ADD",
        "alter table t drop column a ^b^| ','",
        "create index i ^t^ (a)| ON",
        "drop index i^^| ON",
        "^selec^ 1| a statement",
        "create table t (^rank^ int)| identifier",
        "create table t (a varchar(^99999999999^))| too large",
        "$create table `t` (\n  `a` int,\n  `b` ^foo^\n)$| data type",
        "create table t (a int) ^enginee^ innodb| table option"
      })
  void marked(String marked, String expected) {
    int start = marked.indexOf('^');
    int end = marked.lastIndexOf('^') - 1;
    String text = "-- first line\n" + marked.replace("^", "");
    ParsedStatement statement =
        MYSQL.parse(new SourceText("file.sql", text)).statements().getFirst();
    Diagnostic diagnostic =
        assertInstanceOf(ParsedStatement.Broken.class, statement, statement.toString())
            .diagnostic();
    SourceSpan span = diagnostic.span().orElseThrow();
    int offset = "-- first line\n".length();
    boolean atEnd = start == end;
    assertEquals(offset + start, span.start(), diagnostic.text());
    assertEquals(
        offset + (atEnd ? start : end), Math.max(span.end(), span.start()), diagnostic.text());
    assertEquals(new SourceText("file.sql", text).span(span.start(), span.end()), span);
    assertTrue(diagnostic.message().contains(expected), diagnostic.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE a AS SELECT * FROM JSON_TABLE('[]', '$[*]' COLUMNS (i int PATH '$')) AS b",
        "CREATE TABLE a (i int) SELECT i FROM b PROCEDURE ANALYSE()",
      })
  void unknowable(String text) {
    ParsedStatement statement =
        MYSQL.parse(new SourceText("file.sql", text)).statements().getFirst();
    assertInstanceOf(ParsedStatement.Unknowable.class, statement, statement.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1)",
        "SET UNIQUE_CHECKS = 0",
        "SET GLOBAL FOREIGN_KEY_CHECKS = 0",
        "/*!40101 SET NAMES utf8 */",
        "/*!99999 CREATE TABLE t (a int) */",
        "(SELECT 1)",
        "WITH x AS (SELECT 1) SELECT * FROM x",
        "LOCK TABLES t WRITE",
        "BEGIN",
        "GRANT ALL ON *.* TO u",
        "CREATE USER u"
      })
  void inert(String text) {
    ParsedStatement statement =
        MYSQL.parse(new SourceText("file.sql", text)).statements().getFirst();
    assertInstanceOf(ParsedStatement.Inert.class, statement, statement.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE OR REPLACE VIEW v AS SELECT a FROM t JOIN s.u| view v",
        "CREATE ALGORITHM=MERGE DEFINER=`event`@`%` SQL SECURITY INVOKER VIEW db.v AS SELECT 1|"
            + " view db.v",
        "CREATE DEFINER=root@localhost PROCEDURE p() SELECT 1| routine p.procedure",
        "CREATE FUNCTION f() RETURNS INT RETURN 1| routine f.function",
        "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1| trigger tr",
        "CREATE EVENT IF NOT EXISTS e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t| event e",
        "ALTER VIEW v AS SELECT 1| view v"
      })
  void defined(String text, String object) {
    ParsedStatement statement =
        MYSQL.parse(new SourceText("file.sql", text)).statements().getFirst();
    List<?> statements = assertInstanceOf(ParsedStatement.Ddl.class, statement).statements();
    assertTrue(
        statements.getFirst() instanceof DdlStatement.CreateObject create
            && create.object() instanceof StoredDefinition definition
            && definition.ref().toString().equals(object)
            && text.endsWith(" " + definition.body().text()),
        statements.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'h')| foreign server s",
        "CREATE PROCEDURE p(a INT DEFAULT 1) SELECT a| routine p.procedure",
        "CREATE TRIGGER tr BEFORE INSERT OR UPDATE ON t FOR EACH ROW SET @a = 1| trigger tr"
      })
  void carried(String text, String object) {
    ParsedStatement statement =
        MYSQL.parse(new SourceText("file.sql", text)).statements().getFirst();
    List<?> statements = assertInstanceOf(ParsedStatement.Ddl.class, statement).statements();
    assertTrue(
        statements.getFirst() instanceof DdlStatement.CreateOpaque create
            && create.object().ref().toString().equals(object)
            && create.object().text().equals(text),
        statements.toString());
  }
}
