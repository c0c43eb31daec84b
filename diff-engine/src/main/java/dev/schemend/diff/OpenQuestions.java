package dev.schemend.diff;

import dev.schemend.diff.OpenQuestion.OfExpressions;
import dev.schemend.diff.OpenQuestion.OfViews;
import dev.schemend.diff.OpenQuestion.Side;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.DomainType;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.PostgresViewOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What a comparison of two schemas leaves open in defaults, conditions, keys and queries. */
public final class OpenQuestions {

  private final ExpressionRules rules;
  private final Schema before;
  private final Schema after;
  private final List<OpenQuestion> found = new ArrayList<>();

  private OpenQuestions(ExpressionRules rules, Schema before, Schema after) {
    this.rules = rules;
    this.before = before;
    this.after = after;
  }

  /** The questions between two schemas, in the order of the objects. */
  public static List<OpenQuestion> between(ExpressionRules rules, Schema from, Schema to) {
    OpenQuestions questions = new OpenQuestions(rules, from, to);
    from.objects()
        .values()
        .forEach(
            older ->
                to.get(older.ref())
                    .filter(newer -> !older.equals(newer))
                    .ifPresent(newer -> questions.compare(older, newer)));
    return List.copyOf(questions.found);
  }

  private void compare(SchemaObject from, SchemaObject to) {
    new DefinitionQuestions(rules, before, after, found).compare(from, to);
    if (from instanceof Table older && to instanceof Table newer) {
      tables(older, newer);
    }
    if (from instanceof DomainType older && to instanceof DomainType newer) {
      domains(older, newer);
    }
    Optional<View> older = view(from);
    Optional<View> newer = view(to);
    if (older.isPresent()
        && newer.isPresent()
        && rules.compare(older.get().query(), newer.get().query()) == Equivalence.UNPROVEN) {
      found.add(new OfViews(older.get(), newer.get()));
    }
  }

  private static Optional<View> view(SchemaObject object) {
    if (object instanceof MaterializedView view) {
      return Optional.of(
          new View(
              view.name(),
              view.columns(),
              view.query(),
              new PostgresViewOptions(new TreeMap<>(), new TreeMap<>()),
              view.dependsOn()));
    }
    return object instanceof View view ? Optional.of(view) : Optional.empty();
  }

  private void tables(Table from, Table to) {
    for (Column older : from.columns()) {
      to.column(older.name()).ifPresent(newer -> columns(from, older, to, newer));
    }
    for (Constraint older : from.constraints()) {
      Optional<Constraint> newer = to.constraint(older.name());
      newer.ifPresent(one -> lists(from, expressions(older), to, expressions(one)));
    }
    for (Index older : from.indexes()) {
      Optional<Index> newer = to.index(older.name());
      newer.ifPresent(one -> lists(from, expressions(older), to, expressions(one)));
    }
  }

  // VALUE is asked about as a column of that name.
  private void domains(DomainType from, DomainType to) {
    for (Constraint.Check older : from.checks()) {
      to.check(older.name())
          .ifPresent(
              newer ->
                  pair(
                      new Side(value(from), Optional.empty(), older.expression()),
                      new Side(value(to), Optional.empty(), newer.expression())));
    }
    if (from.defaultValue().isPresent() && to.defaultValue().isPresent()) {
      pair(
          new Side(List.of(), Optional.of(from.type()), from.defaultValue().get()),
          new Side(List.of(), Optional.of(to.type()), to.defaultValue().get()));
    }
  }

  private static List<Column> value(DomainType domain) {
    return List.of(
        Column.of(Identifier.of("value"), domain.type()).withCollation(domain.collation()));
  }

  private void columns(Table from, Column older, Table to, Column newer) {
    if (older.defaultValue().isPresent() && newer.defaultValue().isPresent()) {
      pair(
          new Side(List.of(), Optional.of(older.type()), older.defaultValue().get()),
          new Side(List.of(), Optional.of(newer.type()), newer.defaultValue().get()));
    }
    lists(from, computed(older), to, computed(newer));
  }

  private static List<SqlExpr> computed(Column column) {
    return column.generation().orElse(null) instanceof Generation.Computed computed
        ? List.of(computed.expression())
        : List.of();
  }

  private static List<SqlExpr> expressions(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check check -> List.of(check.expression());
      case Constraint.Exclusion exclusion -> expressions(exclusion.parts(), exclusion.predicate());
      case Constraint.PrimaryKey key -> List.of();
      case Constraint.Unique key -> List.of();
      case Constraint.ForeignKey key -> List.of();
    };
  }

  private static List<SqlExpr> expressions(Index index) {
    return expressions(index.parts(), index.predicate());
  }

  private static List<SqlExpr> expressions(List<IndexPart> parts, Optional<SqlExpr> predicate) {
    List<SqlExpr> expressions = new ArrayList<>();
    for (IndexPart part : parts) {
      if (part.key() instanceof IndexPart.ExpressionKey key) {
        expressions.add(key.expression());
      }
    }
    predicate.ifPresent(expressions::add);
    return expressions;
  }

  private void lists(Table from, List<SqlExpr> older, Table to, List<SqlExpr> newer) {
    Optional<SqlType> none = Optional.empty();
    for (int i = 0; i < older.size() && older.size() == newer.size(); i++) {
      pair(
          new Side(from.columns(), none, older.get(i)), new Side(to.columns(), none, newer.get(i)));
    }
  }

  private void pair(Side from, Side to) {
    if (!from.expression().equals(to.expression())
        && rules.compare(from.expression(), to.expression()) == Equivalence.UNPROVEN) {
      found.add(new OfExpressions(from, to));
    }
  }
}
