package dev.schemend.exec.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.dialect.ServerVersion;
import dev.schemend.exec.run.Grouping;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresForecastTest {

  private static List<StatementText> script(String text) {
    SourceText source = new SourceText("a.sql", text);
    List<StatementText> statements = new ArrayList<>();
    int at = 0;
    for (String part : text.split(";", -1)) {
      statements.add(
          new StatementText(
              source.span(at, at + part.length()), part.strip(), statements.size() + 1));
      at += part.length() + 1;
    }
    return statements;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create table a (); create table b ()| SCRIPT| TRANSACTION[1, 2]",
        "create table a (); create index concurrently i on a (b); drop table a| SCRIPT|"
            + " TRANSACTION[1] ALONE_BY_THE_SERVER[2] TRANSACTION[3]",
        "create table a (); create table b ()| STATEMENT| ALONE[1] ALONE[2]",
        "vacuum| SCRIPT| ALONE_BY_THE_SERVER[1]",
        "begin; drop table a; commit; drop table b| SCRIPT| OF_THE_SCRIPT[1, 2, 3] TRANSACTION[4]",
        "begin; drop table a; commit; drop table b| STATEMENT| OF_THE_SCRIPT[1, 2, 3] ALONE[4]",
        "begin; drop table a; commit and chain; drop table b| SCRIPT| OF_THE_SCRIPT[1, 2, 3, 4]",
        "begin; drop table a; commit and no chain; drop table b| SCRIPT|"
            + " OF_THE_SCRIPT[1, 2, 3] TRANSACTION[4]",
        "begin; vacuum| SCRIPT| OF_THE_SCRIPT[1] REFUSED[2]",
        "drop table a; commit; drop table b; drop table c| SCRIPT|"
            + " TRANSACTION[1, 2] TRANSACTION[3, 4]",
        "drop table a; alter type t add value if not exists 'x' before 'y'; insert into b values"
            + " ('x'); drop table c| SCRIPT| TRANSACTION[1, 2] BEHIND_NEW_LABEL[3, 4]",
        "alter type t add value 'x'; alter type t add value 'z'; drop table b| SCRIPT|"
            + " TRANSACTION[1, 2, 3]",
        "create type t as enum (); alter type t add value 'x'; insert into b values ('x')| SCRIPT|"
            + " TRANSACTION[1, 2, 3]",
        "alter type t add value 'x'; commit; insert into b values ('x')| SCRIPT|"
            + " TRANSACTION[1, 2] TRANSACTION[3]",
        "begin; alter type s.t add value 'x'; insert into b values ('x'); commit| SCRIPT|"
            + " LABEL_IN_DOUBT[1, 2, 3, 4]",
      })
  void saysWhatStandsTogether(String text, Grouping grouping, String expected) {
    assertEquals(
        expected,
        PostgresForecast.of(script(text), grouping, ServerVersion.of(17, 0, 0)).stream()
            .map(
                group ->
                    group.kind().toString()
                        + group.statements().stream().map(StatementText::ordinal).toList())
            .collect(Collectors.joining(" ")));
  }
}
