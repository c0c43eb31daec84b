package dev.schemend.parser.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Lineage;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.PartitionKey;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Parents, partition keys and bounds. */
final class LineageBuilder {

  private static final Map<String, PartitionKey.Strategy> STRATEGIES =
      Map.of(
          "range", PartitionKey.Strategy.RANGE,
          "list", PartitionKey.Strategy.LIST,
          "hash", PartitionKey.Strategy.HASH);

  private final Names names;
  private final ExpressionBuilder expressions;

  LineageBuilder(Names names, ExpressionBuilder expressions) {
    this.names = names;
    this.expressions = expressions;
  }

  Lineage of(PostgresParser.CreateTableContext context) {
    List<ObjectName> parents =
        context.inheritsClause() == null
            ? List.of()
            : context.inheritsClause().qualifiedName().stream().map(names::object).toList();
    Lineage lineage =
        new Lineage(
            parents,
            Optional.empty(),
            Optional.ofNullable(context.partitionBy()).map(this::key),
            Optional.empty());
    if (context.PARTITION() != null) {
      return lineage.asPartition(
          names.object(context.qualifiedName(1)), bound(context.partitionBound()));
    }
    return context.OF() == null
        ? lineage
        : lineage.withOfType(Optional.of(names.object(context.qualifiedName(1))));
  }

  private PartitionKey key(PostgresParser.PartitionByContext context) {
    PartitionKey.Strategy strategy =
        STRATEGIES.get(names.name(context.name()).text().toLowerCase(Locale.ROOT));
    if (strategy == null) {
      throw new RefusedText(context.name(), "22023", "unrecognized partitioning strategy");
    }
    return new PartitionKey(strategy, context.partitionPart().stream().map(this::part).toList());
  }

  private IndexPart part(PostgresParser.PartitionPartContext context) {
    IndexPart.Key key =
        context.name() != null
            ? new IndexPart.ColumnKey(names.name(context.name()))
            : new IndexPart.ExpressionKey(expressions.key(context.keyExpression()));
    return new IndexPart(
        key,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(context.operatorClassName()).map(one -> names.className(one.anyName())),
        Optional.ofNullable(context.anyName()).map(names::collation));
  }

  PartitionBound bound(PostgresParser.PartitionBoundContext context) {
    if (context.DEFAULT() != null) {
      return new PartitionBound.Rest();
    }
    if (context.IN() != null) {
      return new PartitionBound.In(values(context.exprList(0)));
    }
    return context.FROM() == null
        ? hash(context)
        : new PartitionBound.Range(edges(context.exprList(0)), edges(context.exprList(1)));
  }

  private List<SqlExpr> values(PostgresParser.ExprListContext context) {
    return context.expr().stream().map(expressions::expression).toList();
  }

  private List<PartitionBound.Edge> edges(PostgresParser.ExprListContext context) {
    return values(context).stream().map(LineageBuilder::edge).toList();
  }

  // gram.y reads both words as names too (transformPartitionRangeBounds).
  private static PartitionBound.Edge edge(SqlExpr value) {
    if (value instanceof SqlExpr.ColumnRef name && name.qualifiers().isEmpty()) {
      if (name.column().key().equals("minvalue")) {
        return new PartitionBound.Edge.Lowest();
      }
      if (name.column().key().equals("maxvalue")) {
        return new PartitionBound.Edge.Highest();
      }
    }
    return new PartitionBound.Edge.At(value);
  }

  private PartitionBound hash(PostgresParser.PartitionBoundContext context) {
    Map<Identifier, Integer> parts = new TreeMap<>();
    for (PostgresParser.HashPartContext part : context.hashPart()) {
      parts.put(names.name(part.name()), number(part));
    }
    Integer modulus = parts.remove(Identifier.of("modulus"));
    Integer remainder = parts.remove(Identifier.of("remainder"));
    if (modulus == null || remainder == null || !parts.isEmpty()) {
      throw new RefusedText(
          context, "42601", "a hash bound has a MODULUS and a REMAINDER and nothing else");
    }
    return new PartitionBound.Hash(modulus, remainder);
  }

  private static int number(PostgresParser.HashPartContext part) {
    try {
      return Integer.parseInt(part.INTEGER().getText());
    } catch (NumberFormatException outOfRange) {
      throw new RefusedText(part, "42601", "a modulus or remainder is a number of 32 bits");
    }
  }
}
