package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.IndexAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.name.Identifier;
import java.util.Optional;
import java.util.stream.Collectors;

/** Indexes and their parts. */
final class IndexPrinter {

  private final TypePrinter types;
  private final ExpressionPrinter expressions;

  IndexPrinter(TypePrinter types, ExpressionPrinter expressions) {
    this.types = types;
    this.expressions = expressions;
  }

  String create(DdlStatement.CreateIndex create) {
    Index index = create.index();
    // Prisma writes a space before the bracket only where it names a method.
    String method =
        index.method().equals(Index.BTREE) ? "" : " USING " + method(index.method()) + " ";
    return "CREATE "
        + (index.unique() ? "UNIQUE " : "")
        + "INDEX "
        + (create.concurrently() ? "CONCURRENTLY " : "")
        + (create.ifNotExists() ? "IF NOT EXISTS " : "")
        + (index.name().isNone() ? "" : Quoting.name(index.name()) + " ")
        + (create.only() ? "ON ONLY " : "ON ")
        + types.name(create.table())
        + method
        + index.parts().stream().map(this::part).collect(Collectors.joining(", ", "(", ")"))
        + ConstraintPrinter.include(index.postgres().include())
        + (index.postgres().nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
        + (index.postgres().storageParameters().isEmpty()
            ? ""
            : " WITH " + StorageParameters.print(index.postgres().storageParameters()))
        + index.postgres().tablespace().map(one -> " TABLESPACE " + Quoting.name(one)).orElse("")
        + index.predicate().map(one -> " WHERE " + predicate(one)).orElse("");
  }

  // What is carried stands as its author wrote it.
  private String predicate(SqlExpr predicate) {
    String printed = expressions.print(predicate);
    return predicate instanceof SqlExpr.Opaque ? printed : "(" + printed + ")";
  }

  String alter(DdlStatement.AlterIndex alter) {
    return "ALTER INDEX "
        + (alter.ifExists() ? "IF EXISTS " : "")
        + types.name(alter.name())
        + " "
        + switch (alter.action()) {
          case IndexAction.AttachPartition attach ->
              "ATTACH PARTITION " + types.name(attach.index());
          case IndexAction.SetParameters set -> "SET " + StorageParameters.print(set.parameters());
          case IndexAction.ResetParameters reset ->
              "RESET " + StorageParameters.names(reset.parameters());
          case IndexAction.SetTablespace set -> "SET TABLESPACE " + tablespace(set.tablespace());
          case IndexAction.SetStatistics set ->
              "ALTER COLUMN " + set.column() + " SET STATISTICS " + set.target().orElse(-1);
          case IndexAction.ChangeColumnParameters change ->
              "ALTER COLUMN "
                  + Quoting.name(change.column())
                  + (change.sets()
                      ? " SET " + StorageParameters.print(change.parameters())
                      : " RESET " + StorageParameters.names(change.parameters().keySet()));
        };
  }

  static String tablespace(Optional<Identifier> tablespace) {
    return tablespace.map(Quoting::name).orElse("pg_default");
  }

  // Prisma writes the methods that it knows in upper case, and so do all that need no quotes.
  private static String method(String method) {
    String name = Quoting.whereNeeded(Identifier.of(method));
    return name.startsWith("\"") ? name : Quoting.upper(name);
  }

  String part(IndexPart part) {
    String key =
        switch (part.key()) {
          case IndexPart.ColumnKey column -> Quoting.name(column.column());
          case IndexPart.ExpressionKey expression -> expressions.key(expression.expression());
        };
    return key
        + part.collation().map(one -> " COLLATE " + ExpressionPrinter.collation(one)).orElse("")
        + part.operatorClass().map(one -> " " + one).orElse("")
        + (part.descending() ? " DESC" : part.ascending() ? " ASC" : "")
        + part.nullsFirst().map(first -> first ? " NULLS FIRST" : " NULLS LAST").orElse("");
  }
}
