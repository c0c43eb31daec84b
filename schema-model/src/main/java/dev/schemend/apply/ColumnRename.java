package dev.schemend.apply;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Constraint;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.function.UnaryOperator;

/** Gives a column another name inside of its table. */
public final class ColumnRename {

  private ColumnRename() {}

  /** {@code table} with one of its columns renamed wherever the table itself mentions it. */
  public static Table in(Table table, Identifier from, Identifier to) {
    UnaryOperator<Identifier> name = column -> column.equals(from) ? to : column;
    UnaryOperator<SqlExpr> expression =
        whole ->
            Expressions.bottomUp(
                whole,
                node ->
                    node instanceof SqlExpr.ColumnRef column
                        ? new SqlExpr.ColumnRef(column.qualifiers(), name.apply(column.column()))
                        : node);
    Table renamed = TableExpressions.map(table, expression);
    return renamed
        .withColumns(
            renamed.columns().stream()
                .map(column -> column.name().equals(from) ? column.withName(to) : column)
                .toList())
        .withConstraints(
            renamed.constraints().stream()
                .map(constraint -> renameColumns(constraint, table.name(), name))
                .toList())
        .withIndexes(
            renamed.indexes().stream()
                .map(
                    index ->
                        index
                            .withParts(renameColumns(index.parts(), name))
                            .withPostgres(
                                index
                                    .postgres()
                                    .withInclude(
                                        index.postgres().include().stream().map(name).toList())))
                .toList())
        .withOptions(
            TableExpressions.mapKey(renamed.options(), parts -> renameColumns(parts, name)));
  }

  private static Constraint renameColumns(
      Constraint constraint, ObjectName table, UnaryOperator<Identifier> name) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          key.withParts(
              renameColumns(key.parts(), name), key.include().stream().map(name).toList());
      case Constraint.Unique key ->
          key.withParts(
              renameColumns(key.parts(), name), key.include().stream().map(name).toList());
      case Constraint.ForeignKey key -> {
        Constraint.ForeignKey renamed =
            key.withSource(key.sourceColumns().stream().map(name).toList())
                .withPostgres(
                    key.postgres()
                        .withOnDeleteColumns(
                            key.postgres().onDeleteColumns().stream().map(name).toList()));
        yield key.target().equals(table)
            ? renamed.withTarget(table, key.targetColumns().stream().map(name).toList())
            : renamed;
      }
      case Constraint.Check check -> check;
      case Constraint.Exclusion exclusion ->
          exclusion.withParts(
              renameColumns(exclusion.parts(), name),
              exclusion.include().stream().map(name).toList());
    };
  }

  private static List<IndexPart> renameColumns(
      List<IndexPart> parts, UnaryOperator<Identifier> name) {
    return parts.stream()
        .map(
            part ->
                part.columnName()
                    .map(column -> part.withKey(new IndexPart.ColumnKey(name.apply(column))))
                    .orElse(part))
        .toList();
  }
}
