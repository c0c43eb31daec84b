package dev.schemend.parser.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.apply.Session;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.dialect.postgres.PostgresInterpreter;
import dev.schemend.dialect.postgres.catalog.PostgresCodeRules;
import dev.schemend.evaluate.ModelEvaluator;
import dev.schemend.name.Identifier;
import dev.schemend.source.SourceText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of code that runs on the model. */
class CodeLaws {

  private static final ServerProfile PROFILE =
      new ServerProfile(
          Flavor.POSTGRESQL, ServerVersion.of(16, 0, 0), Identifier.of("public"), false, "", "");
  private static final PostgresFrontend FRONTEND = new PostgresFrontend(PROFILE);
  private static final PostgresInterpreter INTERPRETER =
      new PostgresInterpreter(new PostgresDialect(PROFILE));
  private static final SchemaFold FOLD =
      new SchemaFold(
          INTERPRETER,
          Session.in(PROFILE.defaultSchema()),
          new ModelEvaluator(
              new PostgresCodeRules(PROFILE, FRONTEND),
              INTERPRETER,
              FRONTEND,
              new PostgresCodeFrontend()));

  private static final List<String> DECISIONS = List.of("{1}", "{2}", "{3}");

  private static FoldState fold(String body) {
    String script =
        "CREATE TABLE rows_of (id int); INSERT INTO rows_of VALUES (0); DO $code$ "
            + body
            + " $code$;";
    return FOLD.run(FOLD.start(), FRONTEND.parse(new SourceText("law.sql", script)));
  }

  /**
   * What is decided although conditions are unknown is what each way leads to that ends without an
   * error.
   */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsDecidedHoldsEitherWay(@ForAll("programs") String program) {
    String unknown = program;
    for (int i = 0; i < DECISIONS.size(); i++) {
      unknown =
          unknown.replace(DECISIONS.get(i), "EXISTS (SELECT FROM rows_of WHERE id = " + i + ")");
    }
    FoldState decided = fold(unknown);
    if (!decided.coverage().isComplete()) {
      return;
    }
    for (int ways = 0; ways < 1 << DECISIONS.size(); ways++) {
      String known = program;
      for (int i = 0; i < DECISIONS.size(); i++) {
        known = known.replace(DECISIONS.get(i), (ways & (1 << i)) == 0 ? "FALSE" : "TRUE");
      }
      FoldState one = fold(known);
      if (one.coverage().isComplete()) {
        assertEquals(one.schema().objects(), decided.schema().objects(), known);
      }
    }
  }

  @Provide
  Arbitrary<String> programs() {
    return statements(3).map(body -> "DECLARE x int := 0; sql text; BEGIN " + body + " END");
  }

  private static Arbitrary<String> statements(int depth) {
    return statement(depth).list().ofMinSize(1).ofMaxSize(4).map(list -> String.join(" ", list));
  }

  private static Arbitrary<String> statement(int depth) {
    Arbitrary<String> simple =
        Arbitraries.of(
            "CREATE TABLE t1 (id int);",
            "CREATE TABLE IF NOT EXISTS t1 (id int);",
            "CREATE TABLE IF NOT EXISTS t2 (id int);",
            "DROP TABLE IF EXISTS t1;",
            "DROP TABLE t2;",
            "ALTER TABLE IF EXISTS t1 ADD COLUMN IF NOT EXISTS c int;",
            "EXECUTE 'CREATE TABLE t' || x || ' (id int)';",
            "sql := 'DROP TABLE IF EXISTS t1';",
            "sql := 'ANALYZE';",
            "EXECUTE sql;",
            "x := x + 1;",
            "x := 2;",
            "NULL;",
            "RETURN;",
            "RAISE EXCEPTION 'stop';",
            "DELETE FROM rows_of;");
    if (depth == 0) {
      return simple;
    }
    Arbitrary<String> inner = statements(depth - 1);
    Arbitrary<String> condition =
        Arbitraries.of("{1}", "{2}", "{3}", "NOT {1}", "{1} AND x = 1", "{2} OR {3}", "x = 2");
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, simple),
        net.jqwik.api.Tuple.of(
            3,
            Combinators.combine(condition, inner, inner)
                .as((c, a, b) -> "IF " + c + " THEN " + a + " ELSE " + b + " END IF;")),
        net.jqwik.api.Tuple.of(
            1,
            Combinators.combine(inner, inner)
                .as((a, b) -> "BEGIN " + a + " EXCEPTION WHEN OTHERS THEN " + b + " END;")),
        net.jqwik.api.Tuple.of(
            1,
            Combinators.combine(condition, inner)
                .as((c, a) -> "FOR i IN 1..2 LOOP " + a + " EXIT WHEN " + c + "; END LOOP;")),
        net.jqwik.api.Tuple.of(
            1,
            Combinators.combine(condition, inner)
                .as((c, a) -> "WHILE x < 2 AND " + c + " LOOP x := x + 1; " + a + " END LOOP;")),
        net.jqwik.api.Tuple.of(
            1, inner.map(a -> "FOR r IN SELECT * FROM rows_of LOOP " + a + " END LOOP;")));
  }

  /** Whatever stands in a block, it is read and run to an end. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void noCodeMakesTheFoldThrow(@ForAll("rubble") String body) {
    assertNotNull(fold(body).schema());
    assertEquals(fold(body).coverage(), fold(body).coverage());
  }

  @Provide
  Arbitrary<String> rubble() {
    return Arbitraries.of(
            "BEGIN",
            "END",
            ";",
            "END IF;",
            "END LOOP;",
            "DECLARE",
            "IF",
            "THEN",
            "ELSE",
            "LOOP",
            "FOR",
            "IN",
            "WHILE",
            "EXIT",
            "WHEN",
            "EXCEPTION",
            "OTHERS",
            "EXECUTE",
            "USING",
            "INTO",
            "SELECT",
            "FROM",
            "WHERE",
            "pg_class",
            "information_schema.columns",
            "(",
            ")",
            "[",
            "]",
            ",",
            ".",
            "..",
            ":=",
            "=",
            "::",
            "regclass",
            "text",
            "int[]",
            "'t'",
            "'{1,2}'",
            "NULL",
            "1",
            "-",
            "||",
            "/",
            "0",
            "~",
            "'('",
            "x",
            "y int;",
            "x := 1;",
            "count(*)",
            "CASE",
            "format('%s %I', x, y)",
            "unnest(ARRAY[1, 2])",
            "generate_series(1, 10)",
            "$1",
            "PERFORM",
            "RAISE",
            "RETURN",
            "NEXT",
            "QUERY",
            "CREATE TABLE t (id int);",
            "DROP TABLE t;",
            "CURSOR",
            "OPEN",
            "FETCH",
            "GROUP BY",
            "ORDER BY",
            "LIMIT",
            "UNION",
            "JOIN",
            "ON",
            "EXISTS",
            "NOT")
        .list()
        .ofMaxSize(40)
        .map(words -> String.join(" ", words));
  }
}
