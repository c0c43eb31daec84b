package dev.schemend.parser.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A syntax error is where the statement stops being one, and says what could have stood there. */
class PostgresSyntaxErrorsTest {

  private final PostgresFrontend frontend = new PostgresFrontend(PostgresFrontendLaws.PROFILE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          create table t (a int not ^nul^)                      | NULL
          create ^tabel^ t (a int)                              | the kind of an object
          ^selec^ 1                                             | the first word of a statement
          create table t (a int, ^)^                            | CHECK, CONSTRAINT, FOREIGN, NOT, PRIMARY, UNIQUE, a name
          create table t (a int, b^)^                           |
          create table t (a int primary ^)^                     | KEY
          create table t (a int references ^)^                  | a name
          create table t (a int default ^)^                     |
          create table if not ^exist^ t (a int)                 | EXISTS
          create index i on t ^a^                               | (, *, ., USING
          create index i ^t^ (a)                                | ON
          create type e as enum (^a^)                           | ), a string
          alter table t add constraint c foreign ^(^a)          | KEY
          alter table t drop column a ^b^                       |
          alter type e add value ^x^                            | IF, a string
          alter type e rename value 'a' ^'b'^                   | TO
          create sequence s increment by ^x^                    | a number
          comment on table t is ^x^                             | NULL, a string
          drop table^^                                          | a name
          create view^^                                         | a name
          alter table t alter column a type^^                   |
          create table t (a int check (a > ^)^)                 |
          create table t (a int) ^b^                            | INHERITS, ON, PARTITION, TABLESPACE, USING, WITH, WITHOUT, the end of the statement
          """)
  void errorsHaveTheirPlace(String marked, String expected) {
    int start = marked.indexOf('^');
    int end = marked.indexOf('^', start + 1) - 1;
    String text = marked.replace("^", "");
    ParsedStatement.Broken broken =
        assertInstanceOf(
            ParsedStatement.Broken.class,
            frontend.parse(new SourceText("s", text)).statements().getFirst());
    SourceSpan span = broken.diagnostic().span().orElseThrow();
    String message = broken.diagnostic().text();
    assertEquals(text.substring(start, end), text.substring(span.start(), span.end()), message);
    assertEquals(start, span.start(), message);
    if (expected != null) {
      assertEquals(expected, message.substring(message.indexOf("expecting: ") + 11), message);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'select 1;\n  create table t (a int not nul)',2,29",
    "'\uFEFF/* é \uD83D\uDE00 */ drop tabel t',1,18"
  })
  void linesAndColumnsAreThoseOfTheFile(String script, int line, int column) {
    ParsedStatement last = frontend.parse(new SourceText("f.sql", script)).statements().getLast();
    SourceSpan span =
        assertInstanceOf(ParsedStatement.Broken.class, last).diagnostic().span().orElseThrow();
    assertEquals(line, span.line());
    assertEquals(column, span.column());
  }
}
