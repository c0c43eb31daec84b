package dev.schemend.planning.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.References;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
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
    for (Index index : table.indexes()) {
      job.out().add(createIndex(table.name(), index, List.of()));
    }
    table.foreignKeys().forEach(key -> job.out().add(addForeignKey(table.name(), key, List.of())));
    comments(new Table(table.name(), List.of(), List.of(), List.of(), none(table)), table)
        .ifPresent(job.out()::add);
  }

  private PlannedStep create(Table table) {
    List<DdlStatement> statements = new ArrayList<>();
    List<ColumnDefinition> columns = new ArrayList<>();
    Set<ObjectRef> makes = new TreeSet<>(Set.of(table.ref()));
    for (Column column : table.columns()) {
      columns.add(
          ColumnDefinition.of(
              sequences.written(table.name(), column).withComment(Optional.empty())));
      makes.addAll(sequences.made(table.name(), column));
    }
    List<Constraint> inside = new ArrayList<>();
    List<Constraint> later = new ArrayList<>();
    table.constraints().stream()
        .filter(constraint -> !(constraint instanceof Constraint.ForeignKey))
        .sorted(Comparator.comparingInt(TableCreation::rank).thenComparing(Constraint::name))
        .forEach(one -> (isInside(one) && !isRepeated(one, inside) ? inside : later).add(one));
    inside.forEach(constraint -> makes.addAll(Names.occupied(table.name(), constraint)));
    statements.add(
        new DdlStatement.CreateTable(
            table.name(),
            columns,
            inside,
            List.of(),
            table.options().withComment(Optional.empty()),
            false));
    later.forEach(one -> statements.add(add(table.name(), one)));
    later.forEach(one -> makes.addAll(Names.occupied(table.name(), one)));
    statements.addAll(sequences.ownerships(table.name()));
    // Foreign keys are steps of their own, so the tables they point at are not needed yet.
    Set<ObjectRef> needs =
        References.of(table).stream()
            .filter(ref -> ref.kind() != ObjectKind.TABLE)
            .filter(ref -> !makes.contains(ref))
            .collect(Collectors.toSet());
    return PlannedStep.of(Steps.step(StepLabel.CREATE_TABLE, statements, List.of()), table.ref())
        .making(makes)
        .needing(needs);
  }

  private static TableOptions none(Table table) {
    return table.options().withComment(Optional.empty());
  }

  // CREATE TABLE takes a key that says what another one says for the same
  // (transformIndexConstraints).
  private static boolean isRepeated(Constraint constraint, List<Constraint> others) {
    return constraint instanceof Constraint.Unique unique
        && others.stream()
            .map(TableCreation::asUnique)
            .flatMap(Optional::stream)
            .anyMatch(other -> other.withName(unique.name()).equals(unique));
  }

  private static Optional<Constraint.Unique> asUnique(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          Optional.of(
              new Constraint.Unique(
                  key.name(), key.parts(), key.include(), false, key.deferrability()));
      case Constraint.Unique key -> Optional.of(key);
      case Constraint.ForeignKey key -> Optional.empty();
      case Constraint.Check check -> Optional.empty();
      case Constraint.Exclusion exclusion -> Optional.empty();
    };
  }

  // CREATE TABLE has no NOT VALID.
  private static boolean isInside(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> true;
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
        table, false, List.of(new TableAction.AddConstraint(constraint, false)));
  }

  static PlannedStep createIndex(ObjectName table, Index index, List<Hazard> hazards) {
    return PlannedStep.of(
            Steps.step(
                StepLabel.CREATE_INDEX,
                List.of(new DdlStatement.CreateIndex(table, index, false, false)),
                hazards),
            ObjectRef.index(table, index.name()))
        .making(Set.of(Names.index(table, index.name())))
        .needing(Set.of(ObjectRef.table(table)));
  }

  static PlannedStep addForeignKey(
      ObjectName table, Constraint.ForeignKey key, List<Hazard> hazards) {
    return PlannedStep.of(
        Steps.step(StepLabel.ADD_FOREIGN_KEY, List.of(add(table, key)), hazards),
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
        : Optional.of(
            PlannedStep.of(Steps.step(StepLabel.COMMENT, statements, List.of()), to.ref()));
  }
}
