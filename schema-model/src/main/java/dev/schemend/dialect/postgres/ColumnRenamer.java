package dev.schemend.dialect.postgres;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.FromItem;
import dev.schemend.expr.Queries;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Comment;
import dev.schemend.model.Declaration;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Policy;
import dev.schemend.model.Rights;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Follows the rename of a column into what reads it: the server's queries mean columns by number,
 * so they show the new name, while the names of their own columns stay.
 */
final class ColumnRenamer {

  private final ObjectName relation;
  private final Identifier from;
  private final Identifier to;

  private ColumnRenamer(ObjectName relation, Identifier from, Identifier to) {
    this.relation = relation;
    this.from = from;
    this.to = to;
  }

  /** {@code schema} with everything that read the column reading it by its new name. */
  static Schema follow(Schema schema, ObjectName relation, Identifier from, Identifier to) {
    ColumnRenamer renamer = new ColumnRenamer(relation, from, to);
    Schema renamed = schema;
    for (ObjectRef user : schema.dependants(ObjectRef.column(relation, from)).toList()) {
      renamed = renamed.without(user).with(renamer.rewrite(schema.get(user).orElseThrow()));
    }
    return renamed;
  }

  private SchemaObject rewrite(SchemaObject object) {
    if (object instanceof View view) {
      return view.withQuery(query(view.query(), Set.of()), refs(view.dependsOn()));
    }
    if (object instanceof MaterializedView view) {
      return view.withQuery(query(view.query(), Set.of()), refs(view.dependsOn()));
    }
    if (object instanceof Policy policy) {
      Set<Identifier> own = policy.table().equals(relation) ? Set.of(relation.name()) : Set.of();
      return policy.withConditions(
          policy.using().map(one -> expression(one, own)),
          policy.check().map(one -> expression(one, own)),
          refs(policy.dependsOn()));
    }
    if (object instanceof Trigger trigger) {
      Set<Identifier> rows = Set.of(Identifier.of("new"), Identifier.of("old"));
      return trigger.withEvents(
          trigger.events().stream()
              .map(
                  event ->
                      new Trigger.Event(
                          event.kind(), event.columns().stream().map(this::name).toList()))
              .toList(),
          trigger.condition().map(one -> expression(one, rows)));
    }
    if (object instanceof Declaration declaration) {
      SortedMap<String, Declaration.Fact> facts = new TreeMap<>();
      boolean own = declaration.table().filter(relation::equals).isPresent();
      declaration.facts().forEach((word, fact) -> facts.put(word, fact(fact, own)));
      return declaration.with(facts);
    }
    if (object instanceof Rights rights) {
      return rights.withOn(ref(rights.on()));
    }
    return object instanceof Comment comment
        ? new Comment(ref(comment.on()), comment.text())
        : object;
  }

  private Declaration.Fact fact(Declaration.Fact fact, boolean own) {
    return switch (fact) {
      case Declaration.Fact.Words words -> words;
      case Declaration.Fact.OfType of -> of;
      case Declaration.Fact.Of of -> of;
      case Declaration.Fact.Item item -> item;
      case Declaration.Fact.Value value ->
          own ? new Declaration.Fact.Value(bare(value.expression())) : value;
      case Declaration.Fact.Published published ->
          published.table().equals(relation)
              ? new Declaration.Fact.Published(
                  relation,
                  published.columns().stream().map(this::name).toList(),
                  published.where().map(this::bare))
              : published;
      case Declaration.Fact.Several several ->
          new Declaration.Fact.Several(
              several.facts().stream().map(one -> fact(one, own)).toList());
    };
  }

  // Over one table columns stand without its name.
  private SqlExpr bare(SqlExpr expression) {
    return Expressions.bottomUp(
        expression,
        node ->
            node instanceof SqlExpr.ColumnRef column && column.column().equals(from)
                ? new SqlExpr.ColumnRef(column.qualifiers(), to)
                : node);
  }

  private Identifier name(Identifier column) {
    return column.equals(from) ? to : column;
  }

  private ObjectRef ref(ObjectRef ref) {
    return ref.equals(ObjectRef.column(relation, from)) ? ObjectRef.column(relation, to) : ref;
  }

  private SortedSet<ObjectRef> refs(SortedSet<ObjectRef> refs) {
    SortedSet<ObjectRef> renamed = new TreeSet<>();
    refs.forEach(one -> renamed.add(ref(one)));
    return renamed;
  }

  /** {@code aliases} are the names by which the relation's rows are known around the query. */
  private Query query(Query query, Set<Identifier> aliases) {
    Set<Identifier> inside = new HashSet<>(aliases);
    if (query.body() instanceof Query.Select select) {
      select.from().forEach(item -> collect(item, inside));
    }
    return Queries.mapLevel(query, one -> expression(one, inside), one -> query(one, inside));
  }

  private void collect(FromItem item, Set<Identifier> aliases) {
    switch (item) {
      case FromItem.Relation table -> {
        Identifier alias = table.alias().map(FromItem.Alias::name).orElse(table.name().name());
        boolean same =
            table.name().equals(relation)
                && table.alias().filter(one -> !one.columns().isEmpty()).isEmpty();
        if (same) {
          aliases.add(alias);
        } else {
          aliases.remove(alias);
        }
      }
      case FromItem.Join join -> {
        collect(join.left(), aliases);
        collect(join.right(), aliases);
      }
      case FromItem.Derived derived ->
          derived.alias().ifPresent(alias -> aliases.remove(alias.name()));
      case FromItem.Calls calls -> calls.alias().ifPresent(alias -> aliases.remove(alias.name()));
    }
  }

  private SqlExpr expression(SqlExpr expression, Set<Identifier> aliases) {
    return switch (expression) {
      case SqlExpr.ColumnRef column
          when column.column().equals(from)
              && !column.qualifiers().isEmpty()
              && aliases.contains(column.qualifiers().getLast()) ->
          new SqlExpr.ColumnRef(column.qualifiers(), to);
      case SqlExpr.Subquery subquery ->
          new SqlExpr.Subquery(subquery.use(), query(subquery.query(), aliases));
      case SqlExpr.QuantifiedQuery quantified ->
          new SqlExpr.QuantifiedQuery(
              expression(quantified.left(), aliases),
              quantified.operator(),
              quantified.quantifier(),
              query(quantified.query(), aliases));
      default -> Expressions.mapOperands(expression, one -> expression(one, aliases));
    };
  }
}
