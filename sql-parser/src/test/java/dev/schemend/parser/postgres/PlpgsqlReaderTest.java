package dev.schemend.parser.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.code.CodeStatement;
import dev.schemend.code.Handler;
import dev.schemend.code.Routine;
import dev.schemend.code.Target;
import dev.schemend.name.Identifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the text of PL/pgSQL. */
class PlpgsqlReaderTest {

  private static final PostgresCodeFrontend FRONTEND = new PostgresCodeFrontend();

  private static CodeStatement.Block block(String body) {
    return assertInstanceOf(CodeStatement.Block.class, FRONTEND.statement("DO $$ " + body + " $$"));
  }

  private static CodeStatement only(String statement) {
    List<CodeStatement> body = block("BEGIN " + statement + " END").body();
    assertEquals(1, body.size(), () -> body.toString());
    return body.getFirst();
  }

  // One of each statement of the manual's chapter 43, in the spellings that differ.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x := 1;",
        "x = 1;",
        "r.f := g(x => 1, y := 2);",
        "a[1] := x;",
        "a[1][2] := x;",
        "x := max(id) FROM t WHERE id > 1;",
        "SELECT a, b INTO STRICT x, r.f FROM t WHERE id = 1 ORDER BY 1 LIMIT 1 FOR UPDATE;",
        "SELECT INTO x * FROM t;",
        "SELECT count(*) FILTER (WHERE a) OVER (PARTITION BY b) FROM t INTO x;",
        "PERFORM f(x) FROM t JOIN u USING (id) LEFT JOIN LATERAL (SELECT 1) l ON true;",
        "WITH a AS (SELECT 1), b(c) AS (VALUES (1)) SELECT * INTO r FROM a, b;",
        "WITH d AS (DELETE FROM t RETURNING id) SELECT count(*) INTO x FROM d;",
        "EXECUTE 'SELECT $1' || quote_ident(x) INTO x USING y, z;",
        "EXECUTE format('%I', x) USING y INTO STRICT r;",
        "INSERT INTO t VALUES (1) RETURNING id INTO x;",
        "GET STACKED DIAGNOSTICS x = MESSAGE_TEXT, y := RETURNED_SQLSTATE;",
        "NULL;",
        "IF x > 1 THEN NULL; ELSIF (CASE WHEN a THEN b END) THEN NULL; ELSEIF c THEN NULL; ELSE"
            + " NULL; END IF;",
        "CASE x WHEN 1, 2 THEN NULL; ELSE NULL; END CASE;",
        "CASE WHEN x BETWEEN 1 AND 2 THEN NULL; END CASE;",
        "<<l>> LOOP EXIT l WHEN x IS NULL; CONTINUE WHEN NOT FOUND; EXIT; END LOOP l;",
        "WHILE x IS DISTINCT FROM y LOOP x := x + 1; END LOOP;",
        "FOR i IN REVERSE 10..1 BY 2 LOOP NULL; END LOOP;",
        "FOR i IN 1..array_length(a, 1) LOOP NULL; END LOOP;",
        "FOR r IN SELECT * FROM t WHERE a = ANY (ARRAY[1, 2]) LOOP NULL; END LOOP;",
        "FOR a, b IN (SELECT 1, 2 UNION ALL SELECT 3, 4) LOOP NULL; END LOOP;",
        "FOR r IN EXECUTE 'SELECT 1' USING x LOOP NULL; END LOOP;",
        "FOREACH x SLICE 1 IN ARRAY a LOOP NULL; END LOOP;",
        "RAISE NOTICE 'a % b', x;",
        "RAISE 'a' USING ERRCODE = 'unique_violation', HINT = 'h';",
        "RAISE division_by_zero;",
        "RAISE SQLSTATE '22012';",
        "RAISE;",
        "ASSERT x > 1, 'message';",
        "OPEN c FOR SELECT 1; FETCH NEXT FROM c INTO x; MOVE c; CLOSE c;",
        "OPEN c(1, k := 2); FETCH LAST FROM c INTO x, y;",
        "OPEN c NO SCROLL FOR EXECUTE 'SELECT 1' USING x;",
        "RETURN; RETURN x; RETURN NEXT x; RETURN QUERY SELECT 1; RETURN QUERY EXECUTE 'SELECT 1'"
            + " USING x;",
        "CALL p(1, x => 2); COMMIT; ROLLBACK AND CHAIN;",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN; nonsense; END $f$;",
        "DECLARE x CONSTANT int NOT NULL := 1; y t.c%TYPE; z t%ROWTYPE; c CURSOR (k int) FOR SELECT"
            + " k; a ALIAS FOR x; BEGIN NULL; EXCEPTION WHEN unique_violation OR SQLSTATE '23503'"
            + " THEN NULL; WHEN OTHERS THEN RAISE; END;"
      })
  void everyStatementIsRead(String statements) {
    CodeStatement.Block block = block("DECLARE x int; BEGIN " + statements + " END");
    assertFalse(block.toString().contains("Unreadable["), () -> block.toString());
  }

  @Test
  void intoIsTakenOutOfTheQuery() {
    CodeStatement.Select select =
        assertInstanceOf(
            CodeStatement.Select.class, only("SELECT a INTO STRICT x FROM t WHERE b;"));
    assertTrue(select.strict());
    assertEquals(List.of(new Target.Variable(List.of(Identifier.of("x")))), select.into());
  }

  @Test
  void handlersUndoTheBlock() {
    CodeStatement.Block block =
        block("BEGIN NULL; EXCEPTION WHEN duplicate_table OR SQLSTATE '42710' THEN NULL; END");
    assertEquals(
        List.of("duplicate_table", "sqlstate 42710"), block.handlers().getFirst().conditions());
    assertEquals(Handler.Action.UNDO_AND_LEAVE, block.handlers().getFirst().action());
  }

  @Test
  void aStatementThatCannotBeReadKeepsItsPlaceAndThoseAroundIt() {
    String text = "DO $$ BEGIN\n  NULL;\n  FETCH FROM 1;\n  NULL;\nEND $$";
    CodeStatement.Block block =
        assertInstanceOf(CodeStatement.Block.class, FRONTEND.statement(text));
    assertEquals(3, block.body().size());
    CodeStatement.Unreadable unreadable =
        assertInstanceOf(CodeStatement.Unreadable.class, block.body().get(1));
    assertEquals(
        "FETCH FROM 1", text.substring(unreadable.span().start(), unreadable.span().end()));
  }

  @Test
  void aBlockWithoutAnEndIsUnreadableAsAWhole() {
    CodeStatement.Block block = block("BEGIN IF a THEN NULL; END");
    assertInstanceOf(CodeStatement.Unreadable.class, block.body().getFirst());
  }

  @Test
  void nestingWithoutEndIsUnreadable() {
    for (String open : List.of("(", "((SELECT ", "f(", "NOT ", "ARRAY[")) {
      CodeStatement.Block block = block("BEGIN x := " + open.repeat(20_000) + "; END");
      assertTrue(block.toString().contains("Unreadable["));
    }
  }

  @Test
  void parametersAreToldFromTypes() {
    Routine routine =
        FRONTEND
            .routine(
                "CREATE OR REPLACE FUNCTION s.f(a IN text, INOUT double precision, VARIADIC v int[]"
                    + " DEFAULT '{}', OUT character varying(10)) RETURNS SETOF record LANGUAGE"
                    + " 'plpgsql' IMMUTABLE SET search_path = x AS $$ BEGIN RETURN; END $$")
            .orElseThrow();
    assertEquals(
        List.of("a text IN", " double precision INOUT", "v int VARIADIC", " character varying OUT"),
        routine.parameters().stream()
            .map(one -> one.name() + " " + one.type().name() + " " + one.mode())
            .toList());
    assertTrue(routine.returnsSet());
    assertInstanceOf(Routine.Body.OfBlock.class, routine.body());
  }
}
