package dev.schemend.testkit;

import dev.schemend.expr.SqlExpr;
import dev.schemend.expr.SqlExpr.Binary;
import dev.schemend.expr.SqlExpr.ColumnRef;
import dev.schemend.expr.SqlExpr.FunctionCall;
import dev.schemend.expr.SqlExpr.NumberLiteral;
import dev.schemend.expr.SqlExpr.Postfix;
import dev.schemend.expr.SqlExpr.StringLiteral;
import dev.schemend.expr.SqlExpr.Unary;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random expressions of MySQL and MariaDB. */
public final class MySqlExpressionArbitraries {

  private static final List<String> OPERATORS =
      List.of(
          "and",
          "or",
          "xor",
          "=",
          "<>",
          "<",
          "<=",
          ">",
          ">=",
          "<=>",
          "+",
          "-",
          "*",
          "/",
          "%",
          "div",
          "^",
          "|",
          "&",
          "<<",
          ">>",
          "regexp",
          "sounds like");
  private static final List<String> TESTS =
      List.of(
          "is null",
          "is not null",
          "is true",
          "is not true",
          "is false",
          "is not false",
          "collate utf8mb4_bin");
  private static final List<String> FUNCTIONS =
      List.of(
          "lower", "concat", "coalesce", "if", "json_extract", "mod", "date", "char", "left", "f");

  private final Arbitrary<Identifier> columns;

  /** Expressions over columns with these names. */
  public MySqlExpressionArbitraries(Arbitrary<Identifier> columns) {
    this.columns = columns;
  }

  /** Any expression. */
  public Arbitrary<SqlExpr> expressions() {
    return expressions(3);
  }

  /** Literals that may stand behind {@code DEFAULT}, {@code NULL} left out. */
  public static Arbitrary<SqlExpr> literals() {
    return Arbitraries.oneOf(
        numbers(),
        numbers().map(number -> new Unary("-", number)),
        texts().map(text -> new StringLiteral("", text)),
        Arbitraries.of(
            new StringLiteral("b", "101"),
            new StringLiteral("x", "4a00"),
            new StringLiteral("_utf8mb4", "x")));
  }

  /** Characters that quoting must get right. */
  public static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars('a', 'Z', '0', ' ', '\'', '"', '`', '\\', '%', '_', '\n', '\r', '\t', '\0', 'é')
        .withChars('\u001A', ';', '-', '#', '*', '/')
        .ofMaxLength(8);
  }

  private static Arbitrary<SqlExpr> numbers() {
    return Arbitraries.of("0", "1", "42", "1.50", ".5", "1e3", "1.5e-3").map(NumberLiteral::new);
  }

  // Lazy: jqwik takes the hash of an arbitrary often, and that of a tree of them is the whole
  // tree's.
  private Arbitrary<SqlExpr> expressions(int depth) {
    return Arbitraries.lazy(() -> unfolded(depth));
  }

  private Arbitrary<SqlExpr> unfolded(int depth) {
    Arbitrary<SqlExpr> leaf =
        Arbitraries.oneOf(
            literals(),
            Arbitraries.of(new SqlExpr.NullLiteral(), new StringLiteral("date", "2020-01-01")),
            columns.map(column -> new ColumnRef(List.of(), column)),
            columns.map(column -> new ColumnRef(List.of(Identifier.of("some table")), column)),
            Arbitraries.of(
                call("current_timestamp", List.of(), false),
                call("now", List.of(new NumberLiteral("3")), true),
                call("uuid", List.of(), true)));
    return depth == 0 ? leaf : Arbitraries.oneOf(leaf, compound(expressions(depth - 1)));
  }

  private Arbitrary<SqlExpr> compound(Arbitrary<SqlExpr> part) {
    Arbitrary<List<SqlExpr>> some = part.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(OPERATORS), part, part).as(Binary::new),
        Combinators.combine(Arbitraries.of("not", "-", "~"), part).as(Unary::new),
        Combinators.combine(part, Arbitraries.of(TESTS)).as(Postfix::new),
        Combinators.combine(part, Arbitraries.of(true, false), some).as(SqlExpr.In::new),
        Combinators.combine(part, Arbitraries.of(true, false), part, part).as(SqlExpr.Between::new),
        Combinators.combine(Arbitraries.of("+", "-"), part, part)
            .as(
                (operator, left, days) ->
                    new Binary(operator, left, new Unary("interval day", days))),
        Combinators.combine(part, part).as((text, pattern) -> new Binary("like", text, pattern)),
        Combinators.combine(part, part, part)
            .as(
                (text, pattern, escape) ->
                    new Binary("like", text, new Binary("escape", pattern, escape))),
        Combinators.combine(Arbitraries.of(FUNCTIONS), part.list().ofMaxSize(3))
            .as((name, arguments) -> call(name, arguments, true)),
        special(part),
        Combinators.combine(part, casts()).as(SqlExpr.Cast::new),
        cases(part),
        Combinators.combine(part, part).as((a, b) -> (SqlExpr) new SqlExpr.Row(List.of(a, b))),
        columns.map(
            column ->
                new Binary("->>", new ColumnRef(List.of(), column), new StringLiteral("", "$.a"))));
  }

  private static Arbitrary<SqlExpr> special(Arbitrary<SqlExpr> part) {
    return Arbitraries.oneOf(
        part.map(one -> call("extract year", List.of(one), true)),
        part.map(one -> call("convert using latin1", List.of(one), true)),
        part.map(one -> call("char using utf8mb4", List.of(one), true)),
        Combinators.combine(part, part)
            .as((a, b) -> (SqlExpr) call("trim leading", List.of(a, b), true)),
        Combinators.combine(part, part)
            .as((a, b) -> (SqlExpr) call("timestampdiff day", List.of(a, b), true)));
  }

  private static Arbitrary<SqlExpr> cases(Arbitrary<SqlExpr> part) {
    Arbitrary<List<SqlExpr.Case.When>> whens =
        Combinators.combine(part, part).as(SqlExpr.Case.When::new).list().ofMinSize(1).ofMaxSize(2);
    return Combinators.combine(part.optional(), whens, part.optional())
        .as(
            (Optional<SqlExpr> operand, List<SqlExpr.Case.When> branches, Optional<SqlExpr> rest) ->
                new SqlExpr.Case(operand, branches, rest));
  }

  private static Arbitrary<SqlType> casts() {
    return Arbitraries.of(
        SqlType.builtin("signed"),
        SqlType.builtin("unsigned"),
        SqlType.builtin("char", 10),
        SqlType.builtin("char charset latin1", 10),
        SqlType.builtin("binary"),
        SqlType.builtin("decimal", 10, 2),
        SqlType.builtin("datetime", 3),
        SqlType.builtin("json"));
  }

  private static FunctionCall call(String name, List<SqlExpr> arguments, boolean brackets) {
    return new FunctionCall(ObjectName.unqualified(Identifier.of(name)), arguments, brackets);
  }
}
