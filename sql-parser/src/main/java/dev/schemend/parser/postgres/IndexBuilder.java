package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.IndexStorage;
import dev.schemend.model.MySqlIndexOptions;
import dev.schemend.model.PostgresIndexOptions;
import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** {@code CREATE INDEX} and the parts that exclusion constraints share with it. */
final class IndexBuilder {

  private final Names names;
  private final ExpressionBuilder expressions;

  IndexBuilder(Names names, ExpressionBuilder expressions) {
    this.names = names;
    this.expressions = expressions;
  }

  DdlStatement create(PostgresParser.CreateIndexContext context) {
    // The method's name comes behind the table's, the tablespace's last.
    boolean named = context.getChild(indexWord(context)) instanceof PostgresParser.NameContext;
    Identifier name = named ? names.name(context.name(0)) : Identifier.NONE;
    String method =
        context.USING() == null ? Index.BTREE : names.name(context.name(named ? 1 : 0)).text();
    PostgresIndexOptions options =
        new PostgresIndexOptions(
                names.include(context.includeClause()),
                context.nullsDistinct() != null && context.nullsDistinct().NOT() != null,
                context.storageParameters() == null
                    ? new TreeMap<>()
                    : StorageParameters.read(context.storageParameters(), names))
            .withTablespace(
                // The last of the names, behind the method's and the index's own.
                context.TABLESPACE() == null
                    ? Optional.empty()
                    : tablespace(context.name().getLast()));
    Index index =
        new Index(
            name,
            context.UNIQUE() == null ? Index.Kind.PLAIN : Index.Kind.UNIQUE,
            method,
            context.indexPart().stream().map(this::part).toList(),
            Optional.ofNullable(context.expr()).map(expressions::expression),
            options,
            MySqlIndexOptions.NONE);
    return new DdlStatement.CreateIndex(
        names.object(context.relation().qualifiedName()),
        index,
        context.IF() != null,
        context.CONCURRENTLY() != null,
        context.relation().ONLY() != null);
  }

  private Optional<Identifier> tablespace(PostgresParser.NameContext context) {
    return Optional.of(names.name(context)).filter(name -> !name.key().equals("pg_default"));
  }

  /** How the index behind a key is stored. */
  IndexStorage storage(PostgresParser.IndexParametersContext context) {
    return new IndexStorage(
        context.storageParameters() == null
            ? new TreeMap<>()
            : StorageParameters.read(context.storageParameters(), names),
        context.name() == null ? Optional.empty() : tablespace(context.name()));
  }

  private static int indexWord(PostgresParser.CreateIndexContext context) {
    int at = context.children.indexOf(context.ON()) - 1;
    return Math.max(at, 0);
  }

  IndexPart part(PostgresParser.IndexPartContext context) {
    return new IndexPart(
        key(context),
        context.DESC() != null,
        context.NULLS() == null ? Optional.empty() : Optional.of(context.FIRST() != null),
        Optional.empty(),
        Optional.ofNullable(context.operatorClass()).map(names::operatorClass),
        Optional.ofNullable(context.anyName()).map(names::collation));
  }

  private IndexPart.Key key(PostgresParser.IndexPartContext context) {
    if (context.name() != null) {
      return new IndexPart.ColumnKey(names.name(context.name()));
    }
    return new IndexPart.ExpressionKey(expressions.key(context.keyExpression()));
  }

  Constraint exclusion(
      Identifier name,
      PostgresParser.ConstraintBodyContext context,
      dev.schemend.model.Deferrability deferrability) {
    List<IndexPart> parts = new ArrayList<>();
    List<String> operators = new ArrayList<>();
    for (PostgresParser.ExclusionPartContext part : context.exclusionPart()) {
      parts.add(part(part.indexPart()));
      operators.add(
          part.operatorSymbol() == null
              ? names.operator(part.qualifiedOperator())
              : names.symbol(part.operatorSymbol()));
    }
    return new Constraint.Exclusion(
            name,
            context.name() == null ? Index.BTREE : names.name(context.name()).text(),
            parts,
            operators,
            names.include(context.includeClause()),
            Optional.ofNullable(context.expr()).map(expressions::expression),
            deferrability)
        .withStorage(storage(context.indexParameters()));
  }
}
