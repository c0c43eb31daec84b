package dev.schemend.parser.mysql;

import dev.schemend.ddl.PartitionAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.MySqlPartitioning;
import dev.schemend.model.MySqlPartitioning.Method;
import dev.schemend.model.MySqlPartitioning.Part;
import dev.schemend.model.MySqlPartitioning.Partition;
import dev.schemend.model.MySqlPartitioning.Scheme;
import dev.schemend.model.MySqlPartitioning.Values;
import dev.schemend.parser.mysql.MySqlParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Partitions (manual, 15.1.20, "Table Partitioning", and 15.1.9.1). */
final class PartitionReader {

  private final MySqlGrammar grammar;
  private final Names names;
  private final TypeReader types;
  private final ExpressionReader expressions;

  PartitionReader(
      MySqlGrammar grammar, Names names, TypeReader types, ExpressionReader expressions) {
    this.grammar = grammar;
    this.names = names;
    this.types = types;
    this.expressions = expressions;
  }

  MySqlPartitioning read(PartitionByContext context) {
    Scheme scheme = scheme(context.partitionScheme(0));
    Optional<Scheme> subscheme =
        context.SUBPARTITION() == null
            ? Optional.empty()
            : Optional.of(scheme(context.partitionScheme(1)));
    int parts =
        context.SUBPARTITIONS() != null
            ? types.number(context.INTEGER_NUMBER(context.INTEGER_NUMBER().size() - 1))
            : subscheme.isPresent() ? 1 : 0;
    List<Partition> partitions =
        context.partitionList() == null
            ? numbered(count(context), parts)
            : partitions(context.partitionList()).stream().map(one -> divided(one, parts)).toList();
    return new MySqlPartitioning(scheme, subscheme, partitions);
  }

  // PARTITIONS stands before SUBPARTITIONS; without a number there is one partition.
  private int count(PartitionByContext context) {
    return context.PARTITIONS() == null ? 1 : types.number(context.INTEGER_NUMBER(0));
  }

  // The servers' own names: p0, p1 …; p0sp0, p0sp1 …
  private List<Partition> numbered(int count, int parts) {
    return IntStream.range(0, count)
        .mapToObj(i -> divided(new Partition(names.generated("p" + i), new Values.Hashed()), parts))
        .toList();
  }

  private Partition divided(Partition partition, int parts) {
    return partition.parts().isEmpty()
        ? partition.withParts(
            IntStream.range(0, parts)
                .mapToObj(i -> new Part(names.generated(partition.name().text() + "sp" + i)))
                .toList())
        : partition;
  }

  private Scheme scheme(PartitionSchemeContext context) {
    boolean columns = context.COLUMNS() != null;
    List<IdentifierContext> listed =
        columns ? context.columnList().identifier() : context.identifier();
    List<SqlExpr> keys = new ArrayList<>();
    if (context.expression() != null) {
      keys.add(expressions.read(context.expression()));
    }
    listed.forEach(one -> keys.add(new SqlExpr.ColumnRef(List.of(), names.member(one))));
    return new Scheme(
        method(context, columns),
        context.LINEAR() != null,
        keys,
        context.systemTimeInterval().stream()
            .map(part -> grammar.slice(part.getStart(), part.getStop()).toUpperCase(Locale.ROOT))
            .toList());
  }

  private static Method method(PartitionSchemeContext context, boolean columns) {
    if (context.HASH() != null) {
      return Method.HASH;
    }
    if (context.KEY() != null) {
      return Method.KEY;
    }
    if (context.SYSTEM_TIME() != null) {
      return Method.SYSTEM_TIME;
    }
    if (context.RANGE() != null) {
      return columns ? Method.RANGE_COLUMNS : Method.RANGE;
    }
    return columns ? Method.LIST_COLUMNS : Method.LIST;
  }

  private List<Partition> partitions(PartitionListContext context) {
    return context.partitionDefinition().stream().map(this::partition).toList();
  }

  private Partition partition(PartitionDefinitionContext context) {
    List<Part> parts =
        context.subpartitionDefinition().stream()
            .map(part -> new Part(names.member(part.identifier()), comment(part.partitionOption())))
            .toList();
    return new Partition(
        names.member(context.identifier()),
        values(context.partitionValues()),
        comment(context.partitionOption()),
        parts);
  }

  private static Optional<String> comment(List<PartitionOptionContext> options) {
    return options.stream()
        .filter(option -> option.COMMENT() != null)
        .map(option -> Literals.value(option.STRING()))
        .reduce((first, last) -> last);
  }

  private Values values(PartitionValuesContext context) {
    if (context == null) {
      return new Values.Hashed();
    }
    if (context.LESS() != null) {
      return new Values.LessThan(
          context.MAXVALUE() != null
              ? List.of(Optional.empty())
              : context.partitionBound().stream()
                  .map(bound -> Optional.ofNullable(bound.expression()).map(expressions::read))
                  .toList());
    }
    if (context.HISTORY() != null) {
      return new Values.History();
    }
    if (context.CURRENT() != null) {
      return new Values.Current();
    }
    return context.partitionRow().isEmpty()
        ? new Values.Rest()
        : new Values.In(
            context.partitionRow().stream()
                .map(row -> row.expression().stream().map(expressions::read).toList())
                .toList());
  }

  /** The action; empty for one that moves rows and changes nothing. */
  Optional<PartitionAction> read(PartitionActionContext context) {
    return switch (context) {
      case PartitionByActionContext by ->
          Optional.of(new PartitionAction.PartitionBy(read(by.partitionBy())));
      case RemovePartitioningActionContext remove ->
          Optional.of(new PartitionAction.RemovePartitioning());
      case AddPartitionsActionContext add ->
          Optional.of(
              new PartitionAction.AddPartitions(
                  partitions(add.partitionList()), add.ifNotExists() != null));
      case AddHashedActionContext add ->
          Optional.of(new PartitionAction.AddHashed(types.number(add.INTEGER_NUMBER())));
      case DropPartitionsActionContext drop ->
          Optional.of(
              new PartitionAction.DropPartitions(
                  names.members(drop.identifier()), drop.ifExists() != null));
      case CoalesceActionContext coalesce ->
          Optional.of(new PartitionAction.Coalesce(types.number(coalesce.INTEGER_NUMBER())));
      case ReorganizeActionContext reorganize ->
          Optional.ofNullable(reorganize.partitionList())
              .map(
                  into ->
                      new PartitionAction.Reorganize(
                          names.members(reorganize.identifier()), partitions(into)));
      case PartitionToTableActionContext to ->
          Optional.of(
              new PartitionAction.ToTable(
                  names.member(to.identifier()), names.qualified(to.qualifiedName())));
      case TableToPartitionActionContext from ->
          Optional.of(
              new PartitionAction.FromTable(
                  names.qualified(from.qualifiedName()), partition(from.partitionDefinition())));
      case InertPartitionActionContext inert -> Optional.empty();
      default -> throw ExpressionReader.unknown(context);
    };
  }
}
