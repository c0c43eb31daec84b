package dev.schemend.parser.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.SqlExpr;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import dev.schemend.testkit.MySqlArbitraries;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws L1 and L7 of the architecture, and: no text makes the frontend throw. */
class MySqlLaws {

  private static final MySqlFrontend MYSQL = new MySqlFrontend(Profiles.MYSQL);
  private static final MySqlFrontend MARIADB = new MySqlFrontend(Profiles.MARIADB);

  @Provide
  Arbitrary<DdlStatement> mysqlStatements() {
    return new MySqlArbitraries(Flavor.MYSQL).statements();
  }

  @Provide
  Arbitrary<DdlStatement> mariadbStatements() {
    return new MySqlArbitraries(Flavor.MARIADB).statements();
  }

  @Provide
  Arbitrary<SqlExpr> expressions() {
    return new MySqlArbitraries(Flavor.MYSQL).expressions();
  }

  @Provide
  Arbitrary<SqlType> types() {
    return MySqlArbitraries.types();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void mysqlReadsWhatItPrints(@ForAll("mysqlStatements") DdlStatement statement) {
    readsWhatItPrints(MYSQL, statement);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void mariadbReadsWhatItPrints(@ForAll("mariadbStatements") DdlStatement statement) {
    readsWhatItPrints(MARIADB, statement);
  }

  private static void readsWhatItPrints(MySqlFrontend frontend, DdlStatement statement) {
    String printed = frontend.print(statement);
    List<ParsedStatement> parsed = frontend.parse(new SourceText("law", printed)).statements();
    assertEquals(1, parsed.size(), printed);
    if (!(parsed.getFirst() instanceof ParsedStatement.Ddl ddl)) {
      throw new AssertionError(printed + "\n" + parsed);
    }
    assertEquals(List.of(statement), ddl.statements(), printed);
    // Names are equal by key; what is printed again shows that no spelling is lost either.
    assertEquals(printed, frontend.print(ddl.statements().getFirst()));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void expressionsReadWhatTheyPrint(@ForAll("expressions") SqlExpr expression) {
    String printed = MYSQL.print(expression);
    assertEquals(Optional.of(expression), MYSQL.expression(printed), printed);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void canonicalFormIsSettled(
      @ForAll("expressions") SqlExpr expression, @ForAll("types") SqlType type) {
    for (var profile : List.of(Profiles.MYSQL, Profiles.MARIADB)) {
      ExpressionRules rules = new MySqlDialect(profile).expressions();
      for (Optional<SqlType> context : List.of(Optional.<SqlType>empty(), Optional.of(type))) {
        SqlExpr once = rules.canonical(expression, context);
        assertEquals(once, rules.canonical(once, context));
        String printed = MYSQL.print(once);
        assertEquals(Optional.of(once), MYSQL.expression(printed), printed);
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void typesReadWhatTheyPrint(@ForAll("types") SqlType type) {
    String printed = MYSQL.print(type);
    assertEquals(Optional.of(type), MYSQL.type(printed), printed);
    assertEquals(type, new MySqlDialect(Profiles.MYSQL).types().canonical(type));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anyTextIsAnswered(@ForAll String text) {
    answered(text);
    answered("CREATE TABLE t (" + text);
    answered("ALTER TABLE t ADD " + text);
    answered("/*!" + text);
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.of(
            "CREATE",
            "TABLE",
            "t",
            "(",
            ")",
            ",",
            "a",
            "INT",
            "ALTER",
            "ADD",
            "KEY",
            "UNIQUE",
            "DEFAULT",
            "'x'",
            "1",
            "NOT",
            "NULL",
            "AS",
            "CHECK",
            "PRIMARY",
            "FOREIGN",
            "REFERENCES",
            "DROP",
            "INDEX",
            "ON",
            "`q`",
            "/*!50000",
            "*/",
            "VIEW",
            "SELECT",
            ";",
            ".",
            "=",
            "IF",
            "EXISTS",
            "\"",
            "--",
            "INTERVAL",
            "DAY",
            "CASE",
            "END",
            "99999999999",
            "VARCHAR",
            "RENAME")
        .list()
        .ofMaxSize(25)
        .map(words -> String.join(" ", words));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anyTokensAreAnswered(@ForAll("tokens") String text) {
    answered(text);
    answered("CREATE TABLE t (a int " + text);
    answered("ALTER TABLE t " + text);
  }

  private static void answered(String text) {
    for (MySqlFrontend frontend : List.of(MYSQL, MARIADB)) {
      ParsedScript script = frontend.parse(new SourceText("fuzz", text));
      for (ParsedStatement statement : script.statements()) {
        assertNotNull(statement.source());
        if (statement instanceof ParsedStatement.Ddl ddl) {
          ddl.statements().forEach(frontend::print);
        }
      }
      assertNotNull(frontend.expression(text));
      assertNotNull(frontend.type(text));
    }
  }
}
