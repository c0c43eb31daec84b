package dev.schemend.diff;

import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.TableOptions;
import java.util.List;
import java.util.Optional;

/** Whether two parts of a table mean the same; names of constraints and indexes do not count. */
final class Comparison {

  private final ExpressionRules expressions;

  Comparison(ExpressionRules expressions) {
    this.expressions = expressions;
  }

  Equivalence expressions(SqlExpr from, SqlExpr to) {
    return from.equals(to) ? Equivalence.EQUAL : expressions.compare(from, to);
  }

  Equivalence expressions(Optional<SqlExpr> from, Optional<SqlExpr> to) {
    if (from.isPresent() && to.isPresent()) {
      return expressions(from.get(), to.get());
    }
    return same(from.isEmpty() && to.isEmpty());
  }

  Equivalence generations(Optional<Generation> from, Optional<Generation> to) {
    if (from.isPresent()
        && from.get() instanceof Generation.Computed older
        && to.isPresent()
        && to.get() instanceof Generation.Computed newer) {
      return same(older.stored() == newer.stored())
          .and(expressions(older.expression(), newer.expression()));
    }
    return same(from.equals(to));
  }

  /**
   * A new heir's rows are held against the checks that it inherits, also where those of its parent
   * never were, so whether they were says when it was made; no statement takes that back.
   */
  private static boolean isInherited(Constraint.Check from, Constraint.Check to) {
    return !from.local() && !to.local();
  }

  Equivalence constraints(Constraint from, Constraint to) {
    return switch (from) {
      case Constraint.PrimaryKey older ->
          to instanceof Constraint.PrimaryKey newer
              ? same(older.include().equals(newer.include())
                      && older.withoutOverlaps() == newer.withoutOverlaps()
                      && older.attachedTo().equals(newer.attachedTo())
                      && older.comment().equals(newer.comment())
                      && older.storage().equals(newer.storage())
                      && older.deferrability() == newer.deferrability())
                  .and(parts(older.parts(), newer.parts()))
              : Equivalence.DIFFERENT;
      case Constraint.Unique older ->
          to instanceof Constraint.Unique newer
              ? same(older.include().equals(newer.include())
                      && older.nullsNotDistinct() == newer.nullsNotDistinct()
                      && older.storage().equals(newer.storage())
                      && older.withoutOverlaps() == newer.withoutOverlaps()
                      && older.attachedTo().equals(newer.attachedTo())
                      && older.deferrability() == newer.deferrability())
                  .and(parts(older.parts(), newer.parts()))
              : Equivalence.DIFFERENT;
      case Constraint.ForeignKey older -> same(older.equals(to.withName(older.name())));
      case Constraint.Check older ->
          to instanceof Constraint.Check newer
              ? same(older.enforced() == newer.enforced()
                      && (older.validated() == newer.validated() || isInherited(older, newer))
                      && older.noInherit() == newer.noInherit())
                  .and(expressions(older.expression(), newer.expression()))
              : Equivalence.DIFFERENT;
      case Constraint.Exclusion older ->
          to instanceof Constraint.Exclusion newer
              ? same(older.method().equals(newer.method())
                      && older.operators().equals(newer.operators())
                      && older.storage().equals(newer.storage())
                      && older.include().equals(newer.include())
                      && older.attachedTo().equals(newer.attachedTo())
                      && older.deferrability() == newer.deferrability())
                  .and(parts(older.parts(), newer.parts()))
                  .and(expressions(older.predicate(), newer.predicate()))
              : Equivalence.DIFFERENT;
    };
  }

  Equivalence indexes(Index from, Index to) {
    return same(from.kind() == to.kind()
            && from.method().equals(to.method())
            && from.postgres().equals(to.postgres())
            && from.mysql().withGenerated(false).equals(to.mysql().withGenerated(false)))
        .and(parts(from.parts(), to.parts()))
        .and(expressions(from.predicate(), to.predicate()));
  }

  private Equivalence parts(List<IndexPart> from, List<IndexPart> to) {
    if (from.size() != to.size()) {
      return Equivalence.DIFFERENT;
    }
    Equivalence all = Equivalence.EQUAL;
    for (int i = 0; i < from.size(); i++) {
      IndexPart newer = to.get(i);
      all =
          all.and(same(from.get(i).withKey(newer.key()).equals(newer)))
              .and(keys(from.get(i).key(), newer.key()));
    }
    return all;
  }

  private Equivalence keys(IndexPart.Key from, IndexPart.Key to) {
    return from instanceof IndexPart.ExpressionKey older
            && to instanceof IndexPart.ExpressionKey newer
        ? expressions(older.expression(), newer.expression())
        : same(from.equals(to));
  }

  /** Options of a table; the values of a partition's bound are expressions. */
  Equivalence options(TableOptions older, TableOptions newer) {
    TableOptions from = older.essence();
    TableOptions to = newer.essence();
    if (from.equals(to)) {
      return Equivalence.EQUAL;
    }
    List<SqlExpr> values = PartitionBounds.values(from).toList();
    List<SqlExpr> others = PartitionBounds.values(to).toList();
    boolean shape = PartitionBounds.without(from).equals(PartitionBounds.without(to));
    Equivalence all = same(shape && values.size() == others.size());
    for (int i = 0; i < values.size() && all != Equivalence.DIFFERENT; i++) {
      all = all.and(expressions(values.get(i), others.get(i)));
    }
    return all;
  }

  static Equivalence same(boolean same) {
    return same ? Equivalence.EQUAL : Equivalence.DIFFERENT;
  }
}
