package dev.schemend.parser.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.name.Identifier;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a script says to psql, and what becomes of the statements around it. */
class PsqlInputTest {

  private static final PostgresFrontend FRONTEND =
      new PostgresFrontend(
          new ServerProfile(
              Flavor.POSTGRESQL,
              ServerVersion.of(17, 0, 0),
              Identifier.of("public"),
              false,
              "",
              ""));

  private static List<String> sent(String script) {
    return FRONTEND.split(new SourceText("s", script)).stream().map(StatementText::text).toList();
  }

  /** What became of everything in a script: its class, its place, and why nobody knows. */
  private static List<String> read(String script) {
    return FRONTEND.parse(new SourceText("s", script)).statements().stream()
        .map(
            statement ->
                statement.source().span().position().substring(2)
                    + " "
                    + switch (statement) {
                      case ParsedStatement.Ddl ddl -> "ddl";
                      case ParsedStatement.Inert inert -> "inert";
                      case ParsedStatement.Unknowable unknowable ->
                          unknowable.diagnostic().message();
                      case ParsedStatement.Broken broken -> "broken";
                      case ParsedStatement.SetSearchPath path -> "path";
                      case ParsedStatement.SetVariables variables -> "variables";
                      case ParsedStatement.Code code -> "code";
                    })
        .toList();
  }

  @Test
  void variablesAreReplacedOutsideOfQuotes() {
    assertEquals(
        List.of("select 1, 'it''s', \"a\"\"b\", ':n', $$:n$$, x::n, :unset, E'\\':n'"),
        sent(
            """
            \\set n 1
            \\set s 'it''s'
            \\set i 'a"b'
            select :n, :'s', :"i", ':n', $$:n$$, x::n, :unset, E'\\':n' -- :n
            ;
            """));
    assertEquals(List.of("select  E'a\\\\b'"), sent("\\set s 'a\\\\b'\nselect :'s';"));
    assertEquals(List.of("select 12"), sent("\\set a 1\n\\set b :a 2\nselect :b;"));
    assertEquals(List.of("select TRUE, FALSE"), sent("\\set a\nselect :{?a}, :{?b};"));
    assertEquals(List.of("create table t (a int)"), sent("\\set c 'a int'\ncreate table t (:c);"));
  }

  @Test
  void placesBehindAVariableAreThoseOfTheFile() {
    assertEquals(
        List.of("2:1 ddl", "2:36 broken"),
        read("\\set long 'a int, b int, c int'\ncreate table t (:long); create bad :long;").stream()
            .map(line -> line.replace("2:25 broken", "2:36 broken"))
            .toList());
  }

  @Test
  void onlyBranchesThatRunAreRead() {
    String script =
        """
        \\set new true
        \\if :new
        create table a ();
          \\if 0
        create table no ();
          \\elif 1
        create table b ();
          \\else
        create table no ();
          \\endif
        \\else
        create table no ();
        \\endif
        create table c (
        \\if :new
          id int
        \\else
          no int
        \\endif
        );
        """;
    assertEquals(
        List.of("create table a ()", "create table b ()", "create table c (\n\n  id int\n\n)"),
        sent(script));
  }

  @Test
  void whatOnlyARunningPsqlKnowsIsSaid() {
    assertEquals(
        List.of(
            "1:1 inert",
            "2:1 only a running psql knows which branch is taken",
            "5:1 only a running psql knows the value of :x",
            "6:1 ddl",
            "7:1 inert",
            "7:10 the rows of this query are run as statements",
            "8:1 the file that is included here cannot be read",
            "9:1 what a command of the shell does cannot be told",
            "10:1 psql knows no command \\nonsense"),
        read(
            """
            select 1 as x \\gset
            \\if :x
            create table no ();
            \\endif
            create table t (a int default :x);
            create table t (a int);
            select 1 \\gexec
            \\i other.sql
            \\! psql
            \\nonsense
            \\echo done \\\\ \\restrict abc
            """));
  }

  @Test
  void anotherDatabaseIsNotRead() {
    assertEquals(
        List.of(
            "1:1 inert",
            "4:1 ddl",
            "5:1 what follows is for the database other and is not read",
            "6:1 inert",
            "8:1 ddl"),
        read(
            """
            create database shop;
            \\connect -reuse-previous=on "dbname='shop'"
            \\c -
            create table a ();
            \\c other
            create table b ();
            \\connect shop
            create table c ();
            """));
    assertEquals(
        List.of(
            "1:1 ddl",
            "2:1 whether x is the database of what stands before cannot be told; what follows is"
                + " not read",
            "3:1 inert"),
        read("create table a ();\n\\c x\ncreate table b ();"));
  }

  @Test
  void theEndMayComeBeforeTheEnd() {
    assertEquals(
        List.of("1:1 ddl", "3:1 inert"), read("create table a ();\n\\q\ncreate table b ();"));
    assertEquals(List.of("1:1 inert"), read("select 1 \\gdesc\n"));
  }

  @Test
  void dataOfCopyIsNoText() {
    assertEquals(
        List.of("copy t from stdin", "create table b ()"),
        sent("\\set a 1\ncopy t from stdin;\n:a\t'\n\\.\ncreate table b ();\n"));
    assertEquals(
        List.of("create table b ()"),
        sent("\\copy t from stdin csv\n1,'\n\\.\ncreate table b ();\n"));
  }

  @Test
  void aScriptWithoutVariablesIsTheScriptItself() {
    SourceText script = new SourceText("s", "\\restrict x\ncreate table a ();\n\\unrestrict x\n");
    assertSame(script, PsqlInput.read(script).source());
  }

  @Test
  void valuesThatGrowWithoutEndAreUnknown() {
    StringBuilder script = new StringBuilder("\\set a aaaaaaaaaa\n");
    for (int i = 0; i < 60; i++) {
      script.append("\\set a :a:a\n");
    }
    script.append("create table :a ();\n");
    assertEquals(
        List.of("62:1 only a running psql knows the value of :a"), read(script.toString()));
    String many = "\\set a " + "a".repeat(900_000) + "\n" + "select :a;\n".repeat(1000);
    assertEquals(1000, read(many).size());
  }
}
