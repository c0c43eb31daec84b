package dev.schemend.apply;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Lineage;
import dev.schemend.model.PartitionKey;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import java.util.List;
import java.util.function.UnaryOperator;

/** The expressions of a table, rewritten one by one. */
public final class TableExpressions {

  private TableExpressions() {}

  /** {@code table} with {@code change} applied to each of its expressions as a whole. */
  public static Table map(Table table, UnaryOperator<SqlExpr> change) {
    return new Table(
        table.name(),
        table.columns().stream().map(column -> mapExpressions(column, change)).toList(),
        table.constraints().stream().map(one -> mapExpressions(one, change)).toList(),
        table.indexes().stream()
            .map(
                index ->
                    index
                        .withParts(mapParts(index.parts(), change))
                        .withPredicate(index.predicate().map(change)))
            .toList(),
        mapKey(table.options(), parts -> mapParts(parts, change)));
  }

  static TableOptions mapKey(TableOptions options, UnaryOperator<List<IndexPart>> change) {
    Lineage lineage = options.postgres().lineage();
    return lineage.key().isEmpty()
        ? options
        : options.withPostgres(
            options
                .postgres()
                .withLineage(
                    lineage.withKey(
                        lineage
                            .key()
                            .map(
                                key ->
                                    new PartitionKey(key.strategy(), change.apply(key.parts()))))));
  }

  private static Column mapExpressions(Column column, UnaryOperator<SqlExpr> change) {
    return column
        .withMySql(column.mysql().withCheck(column.mysql().check().map(change)))
        .withDefault(column.defaultValue().map(change))
        .withGeneration(
            column
                .generation()
                .map(
                    generation ->
                        switch (generation) {
                          case Generation.Identity identity -> identity;
                          case Generation.AutoIncrement increment -> increment;
                          case Generation.Computed computed ->
                              new Generation.Computed(
                                  change.apply(computed.expression()), computed.stored());
                        }));
  }

  private static Constraint mapExpressions(Constraint constraint, UnaryOperator<SqlExpr> change) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.withParts(mapParts(key.parts(), change), key.include());
      case Constraint.Unique key -> key;
      case Constraint.ForeignKey key -> key;
      case Constraint.Check check -> check.withExpression(change.apply(check.expression()));
      case Constraint.Exclusion exclusion ->
          exclusion
              .withParts(mapParts(exclusion.parts(), change), exclusion.include())
              .withPredicate(exclusion.predicate().map(change));
    };
  }

  private static List<IndexPart> mapParts(List<IndexPart> parts, UnaryOperator<SqlExpr> change) {
    return parts.stream()
        .map(
            part ->
                switch (part.key()) {
                  case IndexPart.ColumnKey column -> part;
                  case IndexPart.ExpressionKey key ->
                      part.withKey(new IndexPart.ExpressionKey(change.apply(key.expression())));
                })
        .toList();
  }
}
