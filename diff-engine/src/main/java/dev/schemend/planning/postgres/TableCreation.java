package dev.schemend.planning.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.IndexAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexStorage;
import dev.schemend.model.Lineage;
import dev.schemend.model.NotNull;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** New tables: columns and keys in one statement, indexes, foreign keys and comments after it. */
final class TableCreation {

  private final Job job;
  private final Sequences sequences;

  TableCreation(Job job, Sequences sequences) {
    this.job = job;
    this.sequences = sequences;
  }

  void draft(Table table) {
    job.out().add(create(table));
    Attachments attachments = new Attachments(job);
    for (Index index : table.indexes()) {
      boolean partial = attachments.isPartial(table, index);
      PlannedStep step =
          createIndex(table.name(), index, partial, Optional.empty())
              .needing(attachments.twinsBefore(table, index));
      if (attachments.competes(table, index)) {
        step =
            step.at(StepLabel.ADD_FOREIGN_KEY)
                .needing(
                    Set.of(
                        Names.partition(
                            Descent.lineage(table).parents().getFirst(), table.name())));
      }
      job.out()
          .add(
              partial
                  ? step.at(StepLabel.ADD_FOREIGN_KEY).needing(attachments.allPartitions(table))
                  : step);
    }
    for (Attachment attachment : attachments.afterwards(table)) {
      job.out().add(Attachments.attaching(table, attachment));
    }
    table.constraints().stream()
        .filter(key -> Attachments.competes(table, key))
        .forEach(key -> job.out().add(competing(table, key)));
    if (Descent.lineage(table).isPartition()) {
      job.transition()
          .to()
          .table(Descent.lineage(table).parents().getFirst())
          .ifPresent(parent -> job.out().add(TableSettings.attaching(attachments, table, parent)));
    }
    new TableSettings(job).mentions(table, Optional.empty()).ifPresent(job.out()::add);
    table
        .foreignKeys()
        .filter(key -> key.postgres().local())
        .forEach(key -> job.out().add(addForeignKey(table.name(), key)));
    table
        .foreignKeys()
        .filter(key -> !key.postgres().local())
        .flatMap(key -> new HandedDownKeys(job.transition().to()).naming(table, key).stream())
        .forEach(job.out()::add);
    comments(new Table(table.name(), List.of(), List.of(), List.of(), none(table)), table)
        .ifPresent(job.out()::add);
  }

  private PlannedStep create(Table table) {
    List<DdlStatement> statements = new ArrayList<>();
    List<ColumnDefinition> columns = new ArrayList<>();
    Set<ObjectRef> makes = new TreeSet<>(Set.of(table.ref()));
    List<TableAction> later = new ArrayList<>(TableSettings.typed(table));
    later.addAll(TableSettings.ofNew(table));
    Lineage lineage = Descent.lineage(table);
    for (Column column : table.columns()) {
      Optional<Column> handedDown = handedDown(lineage, column);
      if (handedDown.isPresent()) {
        later.addAll(adjusting(handedDown.get(), column, job.transition().to()));
        makes.addAll(sequences.made(table.name(), column));
        continue;
      }
      columns.add(
          ColumnDefinition.of(
              written(lineage, sequences.written(table.name(), column))
                  .withComment(Optional.empty())));
      makes.addAll(sequences.made(table.name(), column));
    }
    List<Constraint> inside = new ArrayList<>();
    List<Constraint> behind = new ArrayList<>();
    table.constraints().stream()
        .filter(constraint -> !(constraint instanceof Constraint.ForeignKey))
        .filter(constraint -> !handedDown(lineage, constraint))
        .sorted(
            Comparator.comparingInt(TableCreation::rank)
                .thenComparing(new Attachments(job).inTurn(table)))
        .filter(constraint -> !Attachments.competes(table, constraint))
        .forEach(
            one -> (isInside(one, table) && !isRepeated(one, inside) ? inside : behind).add(one));
    inside.forEach(constraint -> makes.addAll(Names.occupied(table.name(), constraint)));
    statements.add(
        new DdlStatement.CreateTable(
            table.name(),
            columns,
            inside.stream().map(Descent::alone).toList(),
            List.of(),
            options(table),
            false));
    if (!later.isEmpty()) {
      statements.add(new DdlStatement.AlterTable(table.name(), false, later));
    }
    behind.forEach(one -> statements.add(add(table.name(), one)));
    behind.forEach(one -> makes.addAll(Names.occupied(table.name(), one)));
    statements.addAll(sequences.ownerships(table.name()));
    // Foreign keys are steps of their own, so the tables they point at are not needed yet.
    Set<ObjectRef> parents =
        lineage.isPartition()
            ? Set.of()
            : lineage.parents().stream().map(ObjectRef::table).collect(Collectors.toSet());
    Set<ObjectRef> needs =
        References.of(table).stream()
            .filter(ref -> ref.kind() != ObjectKind.TABLE || parents.contains(ref))
            .filter(ref -> !makes.contains(ref))
            .collect(Collectors.toSet());
    return PlannedStep.of(Steps.step(StepLabel.CREATE_TABLE, statements), table.ref())
        .making(makes)
        .needing(needs);
  }

  // A partition is made by itself and attached when all has its indexes.
  private static TableOptions options(Table table) {
    Lineage lineage = Descent.lineage(table);
    Lineage alone =
        lineage.isPartition() ? lineage.withoutParent(lineage.parents().getFirst()) : lineage;
    return table
        .options()
        .withComment(Optional.empty())
        .withPostgres(
            TableSettings.written(
                table.options().postgres().withLineage(alone.withOfType(Optional.empty()))));
  }

  private Column written(Lineage lineage, Column column) {
    Column written = TableSettings.written(column);
    // Since 17 a partition gets the identities of its parent when it is attached.
    boolean shared =
        lineage.isPartition()
            && PostgresFeature.IDENTITY_OF_PARTITIONS.in(job.dialect().profile())
            && written.generation().filter(Generation.Identity.class::isInstance).isPresent();
    Column own = shared ? written.withGeneration(Optional.empty()) : written;
    return isForbiddenByParents(lineage, column)
        ? own.withNullable(true).withPostgres(own.postgres().withNotNull(Optional.empty()))
        : own;
  }

  // What an heir writes itself is its own, and what it has from its parents (18) is not.
  private static boolean isForbiddenByParents(Lineage lineage, Column column) {
    return !lineage.isPartition()
        && column.postgres().notNull().filter(one -> !one.local()).isPresent();
  }

  /** The column that a new table has from a parent, and need not define itself. */
  private Optional<Column> handedDown(Lineage lineage, Column column) {
    if (column.postgres().local() || lineage.isPartition()) {
      return Optional.empty();
    }
    return lineage.parents().stream()
        .flatMap(parent -> job.transition().to().table(parent).stream())
        .flatMap(parent -> parent.column(column.name()).stream())
        .findFirst();
  }

  private boolean handedDown(Lineage lineage, Constraint constraint) {
    return !lineage.isPartition()
        && constraint instanceof Constraint.Check check
        && !check.local()
        && lineage.parents().stream()
            .flatMap(parent -> job.transition().to().table(parent).stream())
            .flatMap(parent -> parent.constraint(check.name()).stream())
            .anyMatch(Descent::isHandedDown);
  }

  /**
   * What a table says otherwise of a column that it has from a parent.
   *
   * @param end tells what a type is
   */
  static List<TableAction> adjusting(Column handedDown, Column wanted, Schema end) {
    List<TableAction> actions = new ArrayList<>();
    Identifier name = wanted.name();
    if (handedDown.nullable() && !wanted.nullable()) {
      actions.add(NotNullChanges.set(name, wanted));
    }
    if (!handedDown.nullable() && wanted.nullable()) {
      actions.add(new TableAction.DropNotNull(name));
    }
    if (!handedDown.defaultValue().equals(wanted.defaultValue())) {
      actions.add(
          wanted
              .defaultValue()
              .<TableAction>map(value -> new TableAction.SetDefault(name, value))
              .orElseGet(() -> new TableAction.DropDefault(name)));
    }
    // Heirs have identities of their own (manual, 5.11.1).
    if (wanted.generation().orElse(null) instanceof Generation.Identity identity) {
      actions.add(new TableAction.AddIdentity(name, identity));
    }
    PostgresColumnOptions inherited =
        PostgresColumnOptions.NONE
            .withStorage(handedDown.postgres().storage())
            .withCompression(handedDown.postgres().compression())
            // Under the name that the parent's has.
            .withNotNull(handedDown.postgres().notNull().map(one -> one.withLocal(false)));
    actions.addAll(
        TableSettings.columnActions(name, wanted.type(), inherited, wanted.postgres(), end));
    return actions;
  }

  private static TableOptions none(Table table) {
    return table.options().withComment(Optional.empty());
  }

  // CREATE TABLE takes a key that says what another one says for the same
  // (transformIndexConstraints).
  private static boolean isRepeated(Constraint constraint, List<Constraint> others) {
    return others.stream().anyMatch(other -> saysTheSame(other, constraint));
  }

  /** Whether two keys are over the same columns, in the same way. */
  static boolean saysTheSame(Constraint one, Constraint other) {
    Optional<Constraint.Unique> key = asUnique(Descent.alone(other).withStorage(IndexStorage.NONE));
    return asUnique(Descent.alone(one).withStorage(IndexStorage.NONE))
        .filter(
            unique ->
                key.map(same -> same.withName(unique.name())).filter(unique::equals).isPresent())
        .isPresent();
  }

  private static Optional<Constraint.Unique> asUnique(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          Optional.of(
              new Constraint.Unique(
                      key.name(), key.parts(), key.include(), false, key.deferrability())
                  .withOverlaps(!key.withoutOverlaps()));
      case Constraint.Unique key -> Optional.of(key);
      case Constraint.ForeignKey key -> Optional.empty();
      case Constraint.Check check -> Optional.empty();
      case Constraint.Exclusion exclusion -> Optional.empty();
    };
  }

  // CREATE TABLE has no NOT VALID, and forbids NULL in the columns of a key by constraints of the
  // table's own, where ALTER TABLE finds those of a parent enough.
  private boolean isInside(Constraint constraint, Table table) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          key.columns()
              .flatMap(column -> table.column(column).stream())
              .filter(column -> handedDown(Descent.lineage(table), column).isPresent())
              .flatMap(column -> column.postgres().notNull().stream())
              .allMatch(NotNull::local);
      case Constraint.Unique key -> true;
      case Constraint.Exclusion exclusion -> true;
      case Constraint.Check check -> check.validated();
      case Constraint.ForeignKey key -> false;
    };
  }

  private static int rank(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> 0;
      case Constraint.Unique key -> 1;
      case Constraint.Check check -> 2;
      case Constraint.Exclusion exclusion -> 3;
      case Constraint.ForeignKey key -> 4;
    };
  }

  private static DdlStatement add(ObjectName table, Constraint constraint) {
    return new DdlStatement.AlterTable(
        table, false, List.of(new TableAction.AddConstraint(Descent.alone(constraint), false)));
  }

  static PlannedStep createIndex(
      ObjectName table, Index index, boolean only, Optional<DdlStatement> attachment) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(
        new DdlStatement.CreateIndex(
            table,
            index.withPostgres(
                index
                    .postgres()
                    .withAttachedTo(Optional.empty())
                    .withStatistics(new java.util.TreeMap<>())),
            false,
            false,
            only));
    index
        .postgres()
        .statistics()
        .forEach(
            (column, target) ->
                statements.add(
                    new DdlStatement.AlterIndex(
                        table.sibling(index.name()),
                        false,
                        new IndexAction.SetStatistics(column, Optional.of(target)))));
    attachment.ifPresent(statements::add);
    return PlannedStep.of(
            Steps.step(StepLabel.CREATE_INDEX, statements), ObjectRef.index(table, index.name()))
        .making(Set.of(Names.index(table, index.name())))
        .needing(Set.of(ObjectRef.table(table)));
  }

  // The server would attach the first one that it finds.
  private static PlannedStep competing(Table table, Constraint key) {
    return PlannedStep.of(
            Steps.step(StepLabel.ALTER_TABLE, add(table.name(), key)),
            ObjectRef.constraint(table.name(), key.name()))
        .at(StepLabel.ADD_FOREIGN_KEY)
        .needing(Set.of(Names.partition(Descent.lineage(table).parents().getFirst(), table.name())))
        .making(Names.occupied(table.name(), key));
  }

  static PlannedStep addForeignKey(ObjectName table, Constraint.ForeignKey key) {
    return PlannedStep.of(
        Steps.step(StepLabel.ADD_FOREIGN_KEY, add(table, key)),
        ObjectRef.constraint(table, key.name()));
  }

  /** The comments of {@code to} that {@code from} lacks or has otherwise. */
  static Optional<PlannedStep> comments(Table from, Table to) {
    List<DdlStatement> statements = new ArrayList<>();
    if (!from.options().comment().equals(to.options().comment())) {
      statements.add(new DdlStatement.CommentOn(to.ref(), to.options().comment()));
    }
    for (Column column : to.columns()) {
      Optional<String> old = from.column(column.name()).flatMap(Column::comment);
      if (!old.equals(column.comment())) {
        statements.add(
            new DdlStatement.CommentOn(
                ObjectRef.column(to.name(), column.name()), column.comment()));
      }
    }
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(PlannedStep.of(Steps.step(StepLabel.COMMENT, statements), to.ref()));
  }
}
