package dev.schemend.apply;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.References;
import dev.schemend.name.Identifier;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which columns of its own table a part of a table mentions. */
public final class ColumnUses {

  private ColumnUses() {}

  /** The columns in an expression. */
  public static SortedSet<Identifier> in(SqlExpr expression) {
    SortedSet<Identifier> columns = new TreeSet<>();
    Expressions.visit(
        expression,
        node -> {
          if (node instanceof SqlExpr.ColumnRef column) {
            columns.add(column.column());
          }
        });
    return columns;
  }

  /** The columns of an index: key parts, included columns, predicate. */
  public static SortedSet<Identifier> in(Index index) {
    SortedSet<Identifier> columns = in(index.parts());
    columns.addAll(index.postgres().include());
    index.predicate().ifPresent(predicate -> columns.addAll(in(predicate)));
    return columns;
  }

  /** The columns of a constraint, those in expressions too. */
  public static SortedSet<Identifier> in(Constraint constraint) {
    SortedSet<Identifier> columns = new TreeSet<>();
    constraint.columns().forEach(columns::add);
    References.constraintExpressions(constraint).forEach(part -> columns.addAll(in(part)));
    columns.addAll(included(constraint));
    return columns;
  }

  private static List<Identifier> included(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.include();
      case Constraint.Unique key -> key.include();
      case Constraint.ForeignKey key -> List.of();
      case Constraint.Check check -> List.of();
      case Constraint.Exclusion exclusion -> exclusion.include();
    };
  }

  private static SortedSet<Identifier> in(List<IndexPart> parts) {
    SortedSet<Identifier> columns = new TreeSet<>();
    for (IndexPart part : parts) {
      switch (part.key()) {
        case IndexPart.ColumnKey column -> columns.add(column.column());
        case IndexPart.ExpressionKey key -> columns.addAll(in(key.expression()));
      }
    }
    return columns;
  }
}
