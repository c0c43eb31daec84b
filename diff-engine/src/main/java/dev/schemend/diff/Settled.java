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
    return of(questions, older(server, questions), newer(server, questions));
  }

  /** The stored forms of the older sides, in the order of the questions. */
  public static List<Optional<String>> older(StoredForms server, List<OpenQuestion> questions) {
    return questions.stream()
        .map(
            question ->
                switch (question) {
                  case OpenQuestion.OfExpressions(var from, var to) -> form(server, from);
                  case OpenQuestion.OfDefinitions(var from, var to, var older, var newer) ->
                      form(server, older);
                  case OpenQuestion.OfViews(var from, var to) -> server.query(from);
                })
        .toList();
  }

  /** The same of the newer sides. */
  public static List<Optional<String>> newer(StoredForms server, List<OpenQuestion> questions) {
    return questions.stream()
        .map(
            question ->
                switch (question) {
                  case OpenQuestion.OfExpressions(var from, var to) -> form(server, to);
                  case OpenQuestion.OfDefinitions(var from, var to, var older, var newer) ->
                      form(server, newer);
                  case OpenQuestion.OfViews(var from, var to) -> server.query(to);
                })
        .toList();
  }

  /** What follows from the forms of both sides. */
  public static Settled of(
      List<OpenQuestion> questions, List<Optional<String>> older, List<Optional<String>> newer) {
    Map<Pair, Equivalence> answers = new HashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      answers.merge(pair(questions.get(i)), compare(older.get(i), newer.get(i)), Settled::both);
    }
    return new Settled(answers);
  }

  private static Pair pair(OpenQuestion question) {
    return switch (question) {
      case OpenQuestion.OfExpressions(var from, var to) ->
          new Pair(from.expression(), to.expression());
      case OpenQuestion.OfDefinitions(var from, var to, var older, var newer) -> new Pair(from, to);
      case OpenQuestion.OfViews(var from, var to) -> new Pair(from.query(), to.query());
    };
  }

  /** These answers, and those of another server to what is left open. */
  public Settled or(Settled other) {
    Map<Pair, Equivalence> all = new HashMap<>(other.answers);
    answers.forEach(
        (pair, answer) -> {
          if (answer != Equivalence.UNPROVEN) {
            all.put(pair, answer);
          }
        });
    return new Settled(all);
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
