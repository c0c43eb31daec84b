package dev.schemend.testkit;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random names, types and expressions of PostgreSQL. */
public final class PostgresExpressionArbitraries {

  private static final int DEPTH = 3;

  private PostgresExpressionArbitraries() {}

  /** Names with everything in them that only quoting keeps. */
  public static Arbitrary<Identifier> identifiers() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "id", "User", "select", "a b", "x\"y", "Größe", "left", "position", "nil.dot"),
            Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("_AZ09$ \"é")
                .ofMinLength(1)
                .ofMaxLength(12))
        .map(Identifier::of);
  }

  /** Names, qualified by another schema than {@code public} or not at all. */
  public static Arbitrary<ObjectName> objectNames() {
    return Combinators.combine(
            Arbitraries.of(Identifier.NONE, Identifier.of("app"), Identifier.of("My Schema")),
            identifiers())
        .as(ObjectName::new);
  }

  /** Canonical types. */
  public static Arbitrary<SqlType> types() {
    Arbitrary<SqlType> plain =
        Arbitraries.of(
                "smallint",
                "integer",
                "bigint",
                "numeric",
                "real",
                "double precision",
                "text",
                "character varying",
                "boolean",
                "date",
                "timestamp without time zone",
                "timestamp with time zone",
                "time without time zone",
                "time with time zone",
                "interval",
                "uuid",
                "json",
                "jsonb",
                "bytea",
                "inet",
                "xml",
                "bit varying",
                "tsvector",
                "interval day to second",
                "\"char\"",
                "money",
                "oid")
            .map(SqlType::builtin);
    Arbitrary<SqlType> sized =
        Combinators.combine(
                Arbitraries.of(
                    "character varying",
                    "character",
                    "bit",
                    "bit varying",
                    "timestamp without time zone",
                    "timestamp with time zone",
                    "time with time zone",
                    "interval"),
                Arbitraries.integers().between(1, 6))
            .as(SqlType::builtin);
    Arbitrary<SqlType> numeric =
        Combinators.combine(
                Arbitraries.integers().between(1, 65), Arbitraries.integers().between(0, 30))
            .as((precision, scale) -> SqlType.builtin("numeric", precision, scale));
    Arbitrary<SqlType> made =
        objectNames()
            .filter(name -> name.isQualified() || name.name().text().length() > 5)
            .map(name -> new SqlType.UserDefined(name, List.of()));
    Arbitrary<SqlType> scalar =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, plain),
            net.jqwik.api.Tuple.of(2, sized),
            net.jqwik.api.Tuple.of(1, numeric),
            net.jqwik.api.Tuple.of(1, made));
    return Combinators.combine(scalar, Arbitraries.of(false, false, false, true))
        .as((type, array) -> array ? new SqlType.ArrayOf(type) : type);
  }

  /** Expressions of a few levels. */
  public static Arbitrary<SqlExpr> expressions() {
    return expressions(DEPTH);
  }

  private static Arbitrary<SqlExpr> expressions(int depth) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<SqlExpr> inner = Arbitraries.lazy(() -> expressions(depth - 1));
    return Arbitraries.oneOf(List.of(leaves(), operations(inner), tests(inner), calls(inner)));
  }

  private static Arbitrary<SqlExpr> leaves() {
    return Arbitraries.oneOf(
        List.of(
            Arbitraries.of(
                new SqlExpr.NullLiteral(),
                new SqlExpr.BooleanLiteral(true),
                new SqlExpr.BooleanLiteral(false),
                new SqlExpr.StringLiteral("b", "0101"),
                new SqlExpr.FunctionCall(plain("current_timestamp"), List.of(), false),
                new SqlExpr.FunctionCall(plain("current_user"), List.of(), false)),
            Arbitraries.of("0", "1", "42", "1.50", ".5", "1e3", "123456789012345678901")
                .map(SqlExpr.NumberLiteral::new),
            Arbitraries.strings()
                .withChars("ab'\\ \n%{}é")
                .ofMaxLength(6)
                .map(text -> new SqlExpr.StringLiteral("", text)),
            identifiers().map(name -> new SqlExpr.ColumnRef(List.of(), name)),
            objectNames().map(SqlExpr.RegClass::new)));
  }

  private static ObjectName plain(String name) {
    return ObjectName.unqualified(Identifier.of(name));
  }

  private static Arbitrary<SqlExpr> operations(Arbitrary<SqlExpr> inner) {
    Arbitrary<SqlExpr> binary =
        Combinators.combine(
                Arbitraries.of(
                    "and",
                    "or",
                    "=",
                    "<>",
                    "<",
                    ">=",
                    "+",
                    "-",
                    "*",
                    "/",
                    "%",
                    "^",
                    "||",
                    "->>",
                    "@>",
                    "&",
                    "~",
                    "~~",
                    "!~~",
                    "~~*",
                    "is distinct from",
                    "is not distinct from"),
                inner,
                inner)
            .as(SqlExpr.Binary::new);
    Arbitrary<SqlExpr> collate =
        Combinators.combine(inner, Arbitraries.of("C", "en_US.utf8"))
            .as(
                (operand, collation) ->
                    new SqlExpr.Binary(
                        "collate", operand, new SqlExpr.StringLiteral("", collation)));
    Arbitrary<SqlExpr> subscript =
        Combinators.combine(inner, inner)
            .as((array, index) -> new SqlExpr.Binary("[]", array, index));
    Arbitrary<SqlExpr> unary =
        Combinators.combine(Arbitraries.of("not", "-", "+", "~", "@"), inner)
            .as(SqlExpr.Unary::new);
    Arbitrary<SqlExpr> cast =
        Combinators.combine(inner, types()).as(SqlExpr.Cast::new).map(one -> one);
    return Arbitraries.oneOf(List.of(binary, binary, collate, subscript, unary, cast));
  }

  private static Arbitrary<SqlExpr> tests(Arbitrary<SqlExpr> inner) {
    Arbitrary<SqlExpr> postfix =
        Combinators.combine(
                inner,
                Arbitraries.of("is null", "is not null", "is true", "is not false", "is unknown"))
            .as(SqlExpr.Postfix::new);
    Arbitrary<SqlExpr> in =
        Combinators.combine(
                inner, Arbitraries.of(true, false), inner.list().ofMinSize(1).ofMaxSize(3))
            .as(SqlExpr.In::new);
    Arbitrary<SqlExpr> between =
        Combinators.combine(inner, Arbitraries.of(true, false), inner, inner)
            .as(SqlExpr.Between::new);
    Arbitrary<SqlExpr> quantified =
        Combinators.combine(
                inner,
                Arbitraries.of("=", "<>", "~~", "@>"),
                Arbitraries.of(SqlExpr.Quantified.Quantifier.class),
                inner)
            .as(SqlExpr.Quantified::new);
    return Arbitraries.oneOf(List.of(postfix, in, between, quantified));
  }

  private static Arbitrary<SqlExpr> calls(Arbitrary<SqlExpr> inner) {
    Arbitrary<SqlExpr> call =
        Combinators.combine(
                Arbitraries.of(
                    "now",
                    "lower",
                    "coalesce",
                    "left",
                    "position",
                    "nullif",
                    "My Func",
                    "substring"),
                inner.list().ofMaxSize(3))
            .as((name, arguments) -> new SqlExpr.FunctionCall(plain(name), arguments, true));
    Arbitrary<SqlExpr> extract =
        inner.map(
            one ->
                new SqlExpr.FunctionCall(
                    plain("extract"), List.of(new SqlExpr.StringLiteral("", "year"), one), true));
    Arbitrary<SqlExpr> choice =
        Combinators.combine(inner.optional(), inner, inner, inner.optional())
            .as(
                (operand, condition, result, otherwise) ->
                    new SqlExpr.Case(
                        operand, List.of(new SqlExpr.Case.When(condition, result)), otherwise));
    return Arbitraries.oneOf(
        List.of(
            call,
            extract,
            choice,
            inner.list().ofMaxSize(3).map(SqlExpr.ArrayLiteral::new),
            inner.list().ofMaxSize(3).map(SqlExpr.Row::new)));
  }

  static Arbitrary<Optional<SqlExpr>> someExpression() {
    return expressions().optional();
  }
}
