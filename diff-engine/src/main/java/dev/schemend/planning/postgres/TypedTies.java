package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.model.Column;
import dev.schemend.model.CompositeType;
import dev.schemend.model.NotNull;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What ties tables to the composite type that they are {@code OF}. The server changes no attribute
 * while there are such tables, except with all of them at once and in its own way (manual, ALTER
 * TYPE, {@code CASCADE}): so they let go of the type first, and are of it again when both have what
 * they are to have.
 */
final class TypedTies {

  private final Job job;
  private final Set<ObjectRef> moving = new TreeSet<>();

  TypedTies(Job job, Recreation recreation) {
    this.job = job;
    for (Change change : job.changes()) {
      if (change instanceof Change.ObjectAltered altered
          && altered.from() instanceof CompositeType) {
        moving.add(altered.ref());
      }
    }
    recreation.types().stream()
        .filter(type -> type.kind() == ObjectKind.COMPOSITE_TYPE)
        .forEach(moving::add);
  }

  /** The steps that come before those types change; the tables that stay are touched by it. */
  void loosen() {
    for (ObjectRef type : moving) {
      job.transition()
          .from()
          .dependants(type)
          .filter(ref -> ref.kind() == ObjectKind.TABLE)
          .flatMap(ref -> job.transition().from().table(ref.name()).stream())
          .filter(table -> ofType(table).filter(type::equals).isPresent())
          .toList()
          .forEach(table -> loosen(table, type));
    }
  }

  private void loosen(Table table, ObjectRef type) {
    List<TableAction> actions = List.of(new OfPostgres.SetOfType(Optional.empty()));
    job.edits().of(table.name());
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.ALTER_TABLE,
                        new DdlStatement.AlterTable(table.name(), false, actions)),
                    table.ref())
                .at(StepLabel.ALTER_ENUM)
                .releasing(Set.of(type)));
  }

  /** What lets a table go from the type that decides which columns it has. */
  List<TableAction> untyped(TableEdit edit) {
    return changes(edit) && ofType(edit.from()).filter(type -> !moving.contains(type)).isPresent()
        ? List.of(new OfPostgres.SetOfType(Optional.empty()))
        : List.of();
  }

  /** What gives a table its type, once its columns are the type's attributes. */
  List<TableAction> typed(TableEdit edit) {
    return changes(edit) ? TableSettings.typed(edit.to()) : List.of();
  }

  /** The type that must be what it is to be by then. */
  Set<ObjectRef> needs(TableEdit edit) {
    return changes(edit) ? ofType(edit.to()).map(Set::of).orElse(Set.of()) : Set.of();
  }

  private boolean changes(TableEdit edit) {
    Optional<ObjectRef> type = ofType(edit.from());
    return !type.equals(ofType(edit.to()))
        || type.filter(one -> moving.contains(one) || renames(edit)).isPresent();
  }

  // No constraint of a typed table takes another name.
  private static boolean renames(TableEdit edit) {
    return !edit.renamedConstraints().isEmpty()
        || edit.alteredColumns().stream()
            .anyMatch(altered -> !named(altered.from()).equals(named(altered.to())));
  }

  private static Optional<Identifier> named(Column column) {
    return column.postgres().notNull().map(NotNull::name);
  }

  private static Optional<ObjectRef> ofType(Table table) {
    Optional<ObjectName> type = Descent.lineage(table).ofType();
    return type.map(name -> ObjectRef.to(ObjectKind.COMPOSITE_TYPE, name));
  }
}
