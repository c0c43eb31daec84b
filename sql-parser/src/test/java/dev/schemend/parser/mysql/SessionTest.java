package dev.schemend.parser.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code SET} does to the statements behind it. */
class SessionTest {

  private static final SqlFrontend MYSQL = new MySqlFrontend(Profiles.MYSQL);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "set foreign_key_checks = 0                              | foreign_key_checks=0",
        "set session FOREIGN_KEY_CHECKS := off                   | foreign_key_checks=0",
        "set @@foreign_key_checks = 'ON'                         | foreign_key_checks=1",
        "set @@session.foreign_key_checks = default              | foreign_key_checks=",
        "set @o = @@foreign_key_checks; set foreign_key_checks=@o | foreign_key_checks=1",
        "/*!40014 SET FOREIGN_KEY_CHECKS=0 */ | foreign_key_checks=0",
        "set foreign_key_checks = @never_saved                   | foreign_key_checks=",
        "set storage_engine = myisam                             | default_storage_engine=MyISAM",
        "set sql_mode = 'ansi_quotes , NO_ZERO_DATE'             |"
            + " sql_mode=ANSI_QUOTES,NO_ZERO_DATE",
        "set sql_mode = ''                                       | sql_mode=",
        "set sql_mode = replace('A,B', 'B', 'C')                 | sql_mode=A,C",
        "set sql_mode = (select concat('A', ',B'))               | sql_mode=A,B",
      })
  void deciding(String script, String set) {
    ParsedStatement.SetVariables last =
        assertInstanceOf(ParsedStatement.SetVariables.class, parse(MYSQL, script).getLast());
    SortedMap<String, Optional<String>> expected = new TreeMap<>();
    int sign = set.indexOf('=');
    String value = set.substring(sign + 1);
    boolean keepsEmpty = script.contains("''");
    expected.put(
        set.substring(0, sign),
        value.isEmpty() && !keepsEmpty ? Optional.empty() : Optional.of(value));
    assertEquals(expected, last.values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "set sql_mode = (select group_concat(m) from modes) ~ what sql_mode is from here on cannot"
            + " be told",
        "set sql_mode = 'PIPES_AS_CONCAT'; create table t (a int as (b || c)) "
            + "~ the statement is read differently under sql_mode PIPES_AS_CONCAT",
        "set sql_mode = 'NO_BACKSLASH_ESCAPES'; create table t (a int comment 'x\\y') "
            + "~ the statement is read differently under sql_mode NO_BACKSLASH_ESCAPES",
      })
  void undecided(String script, String message) {
    ParsedStatement.Unknowable last =
        assertInstanceOf(ParsedStatement.Unknowable.class, parse(MYSQL, script).getLast());
    assertEquals(message, last.diagnostic().message());
  }

  @Test
  void severalStatementsBetweenTwoDelimitersAreSeveral() {
    List<ParsedStatement> statements =
        parse(
            MYSQL,
            """
            delimiter //
            drop table a; create procedure p() begin select 1; end;
            create table b (c int)//
            """);
    assertEquals(3, statements.size());
    assertEquals(
        List.of("2:1", "2:15", "3:1"),
        statements.stream()
            .map(one -> one.source().span())
            .map(span -> span.line() + ":" + span.column())
            .toList());
  }

  @Test
  void doubleQuotesHoldNamesUnderAnsiQuotes() {
    String table = "create table \"t\" (\"a b\" int comment 'c')";
    for (List<ParsedStatement> statements :
        List.of(
            parse(MYSQL, "set sql_mode = 'ansi'; " + table),
            parse(MYSQL.after(new SourceText("init", "set sql_mode = 'ANSI_QUOTES'")), table))) {
      ParsedStatement.Ddl ddl = assertInstanceOf(ParsedStatement.Ddl.class, statements.getLast());
      DdlStatement.CreateTable create =
          assertInstanceOf(DdlStatement.CreateTable.class, ddl.statements().getFirst());
      assertEquals("a b", create.columns().getFirst().column().name().text());
    }
    assertInstanceOf(ParsedStatement.Broken.class, parse(MYSQL, table).getLast());
  }

  private static List<ParsedStatement> parse(SqlFrontend frontend, String script) {
    return frontend.parse(new SourceText("file.sql", script)).statements();
  }
}
