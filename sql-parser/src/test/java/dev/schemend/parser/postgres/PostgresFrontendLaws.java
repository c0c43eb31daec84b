package dev.schemend.parser.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.postgres.PostgresDialect;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import dev.schemend.testkit.PostgresArbitraries;
import dev.schemend.testkit.PostgresExpressionArbitraries;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read is what was written, and nothing that is read breaks the reader. */
class PostgresFrontendLaws {

  static final ServerProfile PROFILE =
      new ServerProfile(
          Flavor.POSTGRESQL, ServerVersion.of(18, 0, 0), Identifier.of("public"), false, "", "");

  private final PostgresFrontend frontend = new PostgresFrontend(PROFILE);
  private final ExpressionRules rules = new PostgresDialect(PROFILE).expressions();

  @Provide
  Arbitrary<DdlStatement> statements() {
    return PostgresArbitraries.statements();
  }

  @Provide
  Arbitrary<SqlExpr> expressions() {
    return PostgresExpressionArbitraries.expressions();
  }

  @Provide
  Arbitrary<SqlType> types() {
    return PostgresExpressionArbitraries.types();
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void aPrintedStatementIsReadAsItself(@ForAll("statements") DdlStatement statement) {
    String text = frontend.print(statement);
    ParsedScript script = frontend.parse(new SourceText("printed", text));
    assertEquals(1, script.statements().size(), text);
    ParsedStatement.Ddl ddl =
        assertInstanceOf(
            ParsedStatement.Ddl.class, script.statements().getFirst(), () -> text + script);
    assertEquals(List.of(statement), ddl.statements(), text);
    assertEquals(text, frontend.print(ddl.statements().getFirst()));
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void aPrintedExpressionIsReadAsItself(@ForAll("expressions") SqlExpr expression) {
    String text = frontend.print(expression);
    assertEquals(Optional.of(expression), frontend.expression(text), text);
  }

  @Property
  void aPrintedTypeIsReadAsItself(@ForAll("types") SqlType type) {
    String text = frontend.print(type);
    assertEquals(Optional.of(type), frontend.type(text), text);
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void aCanonicalFormIsItsOwn(@ForAll("expressions") SqlExpr expression) {
    SqlExpr canonical = rules.canonical(expression, Optional.empty());
    assertEquals(canonical, rules.canonical(canonical, Optional.empty()));
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void aCanonicalDefaultIsItsOwn(
      @ForAll("expressions") SqlExpr expression, @ForAll("types") SqlType type) {
    SqlExpr canonical = rules.canonical(expression, Optional.of(type));
    assertEquals(canonical, rules.canonical(canonical, Optional.of(type)));
  }

  @Example
  void aComparisonOfRowsWithoutColumnsStays() {
    SqlExpr row = new SqlExpr.Row(List.of());
    aCanonicalFormIsItsOwn(new SqlExpr.In(row, true, List.of(row)));
  }

  @Provide
  Arbitrary<String> nearlySql() {
    return Arbitraries.of(
            "create",
            "table",
            "alter",
            "add",
            "column",
            "t",
            "\"",
            "'",
            "(",
            ")",
            ",",
            ";",
            "int",
            "not",
            "null",
            "default",
            "1",
            "check",
            "drop",
            "index",
            "on",
            "type",
            "as",
            "enum",
            "$$",
            "/*",
            "--",
            "\n",
            "::",
            "select",
            "view",
            "\\",
            "E'",
            "with",
            "trigger",
            "é",
            "\uD83D\uDE00",
            "set",
            "search_path",
            "constraint",
            "primary",
            "key",
            "references",
            "[",
            "]",
            "U&\"",
            "comment",
            "policy",
            "sequence",
            "\uD800",
            "\u0000")
        .list()
        .ofMaxSize(25)
        .map(words -> String.join(" ", words));
  }

  @Property(tries = 3000)
  void nothingBreaksTheReader(@ForAll("nearlySql") String text) {
    ParsedScript script = frontend.parse(new SourceText("fuzz", text));
    assertEquals(
        frontend.split(script.source()),
        script.statements().stream().map(ParsedStatement::source).toList());
  }

  @Property(tries = 1000)
  void noTextBreaksTheReader(@ForAll String text) {
    frontend.parse(new SourceText("fuzz", text));
    frontend.expression(text);
    frontend.type(text);
  }
}
