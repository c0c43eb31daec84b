package dev.schemend.diff;

import dev.schemend.check.StoredForms;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a live server has settled: pairs of texts that offline rules leave {@link
 * Equivalence#UNPROVEN}, with its answer. A pair that it answers differently at different places
 * stays open.
 *
 * @param answers by expression or query, the older first
 */
public record Settled(Map<Pair, Equivalence> answers) {

  /** Nothing was asked. */
  public static final Settled NOTHING = new Settled(Map.of());

  /** Two expressions, or two queries. */
  public record Pair(Object from, Object to) {
    /** Rejects null. */
    public Pair {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** Copies the answers. */
  public Settled {
    answers = Map.copyOf(answers);
  }

  /** Asks a server. What it does not answer stays open. */
  public static Settled by(StoredForms server, List<OpenQuestion> questions) {
    Map<Pair, Equivalence> answers = new HashMap<>();
    for (OpenQuestion question : questions) {
      switch (question) {
        case OpenQuestion.OfExpressions(var from, var to) ->
            answers.merge(
                new Pair(from.expression(), to.expression()),
                compare(form(server, from), form(server, to)),
                Settled::both);
        case OpenQuestion.OfDefinitions(var from, var to, var older, var newer) ->
            answers.merge(
                new Pair(from, to),
                compare(form(server, older), form(server, newer)),
                Settled::both);
        case OpenQuestion.OfViews(var from, var to) ->
            answers.merge(
                new Pair(from.query(), to.query()),
                compare(server.query(from), server.query(to)),
                Settled::both);
      }
    }
    return new Settled(answers);
  }

  private static Optional<String> form(StoredForms server, OpenQuestion.Side side) {
    return server.expression(side.columns(), side.type(), side.expression());
  }

  private static Optional<String> form(StoredForms server, OpenQuestion.Definition definition) {
    return server.definition(definition.object(), definition.rows());
  }

  private static Equivalence compare(Optional<String> from, Optional<String> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return Equivalence.UNPROVEN;
    }
    return from.equals(to) ? Equivalence.EQUAL : Equivalence.DIFFERENT;
  }

  private static Equivalence both(Equivalence one, Equivalence other) {
    return one == other ? one : Equivalence.UNPROVEN;
  }

  /** The rules, with these answers where the rules have none. */
  public ExpressionRules over(ExpressionRules rules) {
    return answers.isEmpty() ? rules : new Answered(rules, this);
  }

  private Equivalence or(Object from, Object to, Equivalence offline) {
    if (offline != Equivalence.UNPROVEN) {
      return offline;
    }
    Equivalence back = answers.getOrDefault(new Pair(to, from), offline);
    return answers.getOrDefault(new Pair(from, to), back);
  }

  private record Answered(ExpressionRules rules, Settled settled) implements ExpressionRules {

    @Override
    public SqlExpr canonical(SqlExpr expression, Optional<SqlType> context) {
      return rules.canonical(expression, context);
    }

    @Override
    public SqlExpr canonical(
        SqlExpr expression,
        Optional<SqlType> context,
        Function<Identifier, Optional<SqlType>> columns) {
      return rules.canonical(expression, context, columns);
    }

    @Override
    public Equivalence compare(Query left, Query right) {
      return settled.or(left, right, rules.compare(left, right));
    }

    @Override
    public Equivalence compare(SqlExpr left, SqlExpr right) {
      return settled.or(left, right, rules.compare(left, right));
    }
  }
}
