package dev.schemend.planning.mysql;

import dev.schemend.apply.ColumnUses;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TransactionMode;
import dev.schemend.planning.Columns;
import dev.schemend.planning.Transition;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Labels of an {@code ENUM} or {@code SET} column under other names. No statement renames one, and
 * a {@code MODIFY} that only writes it otherwise takes the values away, or is refused where there
 * are some (ER_WARN_DATA_TRUNCATED). So the new labels come behind the old ones, which writes no
 * rows; the rows that hold an old one get the new one; and the list becomes what is wanted.
 */
final class LabelRenames {

  private final ServerProfile server;
  private final Schema schema;
  private final Table table;
  private final Optional<Table> wanted;
  private final Column column;
  private final SqlType.InlineEnum type;
  private final SortedMap<String, String> labels;

  private LabelRenames(
      ServerProfile server,
      Transition transition,
      Table table,
      Column column,
      SqlType.InlineEnum type,
      SortedMap<String, String> labels) {
    this.server = server;
    this.schema = transition.from();
    this.table = table;
    this.wanted = transition.to().table(table.name());
    this.column = column;
    this.type = type;
    this.labels = labels;
  }

  /** The step; empty where the column computes its values, which follow by themselves. */
  static Optional<Step> step(
      ServerProfile server,
      Transition transition,
      ObjectRef column,
      SortedMap<String, String> labels) {
    Optional<Table> table = transition.from().table(column.name());
    Optional<Column> holder = table.flatMap(one -> one.column(column.member()));
    return holder
        .filter(one -> Columns.computed(one).isEmpty())
        .filter(one -> one.type() instanceof SqlType.InlineEnum)
        .map(
            one ->
                new LabelRenames(
                        server,
                        transition,
                        table.orElseThrow(),
                        one,
                        (SqlType.InlineEnum) one.type(),
                        labels)
                    .step());
  }

  private Step step() {
    List<DdlStatement> statements = new ArrayList<>(released());
    Set<String> both = new LinkedHashSet<>(type.values());
    both.addAll(labels.values());
    // Where the server takes two spellings for one label, its rows follow by themselves.
    if (labels.entrySet().stream()
        .anyMatch(pair -> !pair.getKey().equalsIgnoreCase(pair.getValue()))) {
      statements.add(modify(column.withType(listing(new ArrayList<>(both)))));
      statements.add(
          new DdlStatement.OfMySql.RelabelRows(
              table.name(), column.name(), type.kind(), labels, kept()));
    }
    statements.add(
        modify(
            column.withType(listing(named())).withDefault(column.defaultValue().map(this::named))));
    return new Step(StepLabel.ALTER_TABLE, statements, TransactionMode.AUTOCOMMIT);
  }

  /** The list that is wanted, where no label goes with it; else the old one with other names. */
  private List<String> named() {
    List<String> named = type.values().stream().map(this::named).distinct().toList();
    return wanted
        .flatMap(one -> one.column(column.name()))
        .map(Column::type)
        .filter(SqlType.InlineEnum.class::isInstance)
        .map(SqlType.InlineEnum.class::cast)
        .filter(one -> one.kind() == type.kind() && one.values().containsAll(named))
        .map(SqlType.InlineEnum::values)
        .orElse(named);
  }

  private String named(String label) {
    return labels.getOrDefault(label, label);
  }

  private SqlExpr named(SqlExpr value) {
    return value instanceof SqlExpr.StringLiteral literal
        ? new SqlExpr.StringLiteral(
            literal.prefix(),
            type.kind() == SqlType.InlineEnum.Kind.ENUM
                ? named(literal.value())
                : Arrays.stream(literal.value().split(",", -1))
                    .map(this::named)
                    .collect(Collectors.joining(",")))
        : value;
  }

  private SqlType listing(List<String> values) {
    return new SqlType.InlineEnum(type.kind(), values);
  }

  // What the server sets by itself with every write tells of writes of others.
  private List<Identifier> kept() {
    return table.columns().stream()
        .filter(one -> one.mysql().onUpdate().isPresent())
        .map(Column::name)
        .toList();
  }

  /**
   * Checks that are to read otherwise in the end, for they know only one of both labels, and
   * foreign keys over the column, which may not change under them. They come back, as wanted, like
   * whatever else a schema lacks.
   */
  private List<DdlStatement> released() {
    List<DdlStatement> released = new ArrayList<>();
    schema
        .tables()
        .forEach(
            child ->
                child
                    .foreignKeys()
                    .filter(key -> holds(child, key))
                    .map(key -> new TableAction.DropForeignKey(key.name(), false))
                    .forEach(drop -> released.add(alter(child, List.of(drop)))));
    List<TableAction> checks = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Check check
          && ColumnUses.in(check.expression()).contains(column.name())
          && !wanted.flatMap(one -> one.constraint(check.name())).equals(Optional.of(constraint))) {
        checks.add(MySqlPlanRules.dropCheck(server, check));
      }
    }
    if (!checks.isEmpty()) {
      released.add(alter(table, checks));
    }
    return released;
  }

  private boolean holds(Table child, Constraint.ForeignKey key) {
    return (child.name().equals(table.name()) && key.sourceColumns().contains(column.name()))
        || (key.target().equals(table.name()) && key.targetColumns().contains(column.name()));
  }

  private DdlStatement modify(Column changed) {
    return alter(
        table,
        List.of(
            new TableAction.ChangeColumn(
                column.name(),
                WrittenColumns.definition(checked(changed), table.options().mysql()),
                ColumnPosition.UNSTATED,
                false)));
  }

  // The check behind a column of MariaDB comes with its definition, or not.
  private Column checked(Column changed) {
    boolean stays =
        wanted
            .flatMap(one -> one.column(column.name()))
            .filter(one -> one.mysql().check().equals(column.mysql().check()))
            .isPresent();
    return stays ? changed : changed.withMySql(changed.mysql().withCheck(Optional.empty()));
  }

  private static DdlStatement alter(Table holder, List<TableAction> actions) {
    return new DdlStatement.AlterTable(holder.name(), false, actions);
  }
}
