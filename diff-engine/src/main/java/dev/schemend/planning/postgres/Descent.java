package dev.schemend.planning.postgres;

import dev.schemend.apply.ColumnUses;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Lineage;
import dev.schemend.model.NotNull;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.planning.Job;
import dev.schemend.planning.RowMove;
import dev.schemend.planning.TableEdit;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What happens to a table because it happens to one that it inherits from (manual, 5.11 and 5.12),
 * so that it is not done twice.
 */
final class Descent {

  private final Job job;

  Descent(Job job) {
    this.job = job;
  }

  static Lineage lineage(Table table) {
    return table.options().postgres().lineage();
  }

  /** Whether a table inherits from another, be it over several. */
  static boolean descends(Schema schema, ObjectName heir, ObjectName ancestor) {
    return schema.table(heir).stream()
        .flatMap(table -> lineage(table).parents().stream())
        .anyMatch(parent -> parent.equals(ancestor) || descends(schema, parent, ancestor));
  }

  /** Whether rows move out of the table, or out of one that it inherits from. */
  static boolean isAside(Transition transition, ObjectName table) {
    return transition.moves().stream()
        .map(RowMove::from)
        .anyMatch(aside -> aside.equals(table) || descends(transition.from(), table, aside));
  }

  /** The tables that {@code table} inherits from in {@code schema}, at whatever hand. */
  static Stream<ObjectName> ancestors(Schema schema, Table table) {
    return lineage(table).parents().stream()
        .flatMap(
            parent ->
                Stream.concat(
                    Stream.of(parent),
                    schema.table(parent).stream().flatMap(one -> ancestors(schema, one))));
  }

  /** The tables that inherit from {@code parent} in {@code schema}. */
  static List<Table> heirs(Schema schema, Table parent) {
    return schema
        .dependants(parent.ref())
        .flatMap(ref -> schema.table(ref.name()).stream())
        .filter(child -> lineage(child).parents().contains(parent.name()))
        .distinct()
        .toList();
  }

  /** Whether tables inherit from it as it is and go on doing so. */
  boolean hasHeirs(Table parent) {
    return heirs(job.transition().from(), parent).stream()
        .anyMatch(
            child ->
                job.transition()
                    .to()
                    .table(child.name())
                    .filter(to -> lineage(to).parents().contains(parent.name()))
                    .isPresent());
  }

  /** The edits of the parents that a table keeps. */
  Stream<TableEdit> parents(TableEdit child) {
    return lineage(child.from()).parents().stream()
        .filter(lineage(child.to()).parents()::contains)
        .filter(parent -> !reattached(child))
        .flatMap(parent -> job.edits().of(parent).stream());
  }

  /**
   * Whether the table is a partition before and after, of another parent or with other rows. Bounds
   * that may mean the same are no difference of the edit.
   */
  static boolean reattached(TableEdit edit) {
    return edit.options().isPresent()
        && lineage(edit.from()).isPartition()
        && lineage(edit.to()).isPartition()
        && !(lineage(edit.from()).parents().equals(lineage(edit.to()).parents())
            && lineage(edit.from()).bound().equals(lineage(edit.to()).bound()));
  }

  /** Whether it ceases to be a partition, be it for a moment. */
  static boolean detaches(TableEdit edit) {
    return lineage(edit.from()).isPartition()
        && (!lineage(edit.to()).isPartition() || reattached(edit));
  }

  /** Whether it becomes a partition. */
  static boolean attaches(TableEdit edit) {
    return lineage(edit.to()).isPartition()
        && (!lineage(edit.from()).isPartition() || reattached(edit));
  }

  /**
   * Whether heirs follow what is said of NULL. Before 18 the server can leave them out; partitions
   * it cannot.
   */
  boolean handsDown(TableEdit edit, ColumnAltered altered) {
    Column to = altered.to();
    if (!to.nullable()) {
      return to.postgres().notNull().filter(NotNull::noInherit).isEmpty();
    }
    Identifier name = to.name();
    return altered.from().postgres().notNull().isPresent()
        || lineage(edit.from()).isPartitioned()
        || stayingHeirs(edit.from()).stream()
            .filter(heir -> heir.column(name).filter(one -> !one.nullable()).isPresent())
            .flatMap(heir -> job.transition().to().table(heir.name()).stream())
            .flatMap(heir -> heir.column(name).stream())
            .allMatch(Column::nullable);
  }

  static boolean stays(TableEdit edit, Index index) {
    return edit.to().index(index.name()).isPresent()
        || edit.renamedIndexes().stream().anyMatch(one -> one.from().equals(index));
  }

  static boolean stays(TableEdit edit, Constraint constraint) {
    return edit.to().constraint(constraint.name()).isPresent()
        || edit.renamedConstraints().stream().anyMatch(one -> one.from().equals(constraint));
  }

  /** The constraint as a statement writes it: what it follows from is no part of it. */
  static Constraint alone(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.withAttachedTo(Optional.empty());
      case Constraint.Unique key -> key.withAttachedTo(Optional.empty());
      case Constraint.ForeignKey key -> key.withPostgres(key.postgres().withLocal(true));
      case Constraint.Check check -> check.withLocal(true);
      case Constraint.Exclusion exclusion -> exclusion.withAttachedTo(Optional.empty());
    };
  }

  static Index alone(Index index) {
    return index.withPostgres(index.postgres().withAttachedTo(Optional.empty()));
  }

  /** Whether the index goes with the one that it is attached to, or with a column of it. */
  boolean goesWithParent(TableEdit edit, Index index) {
    return loses(edit, ColumnUses.in(index))
        || (index.postgres().attachedTo().isPresent()
            && parents(edit)
                .anyMatch(
                    parent ->
                        parent
                            .from()
                            .index(index.postgres().attachedTo().get())
                            .filter(parent::drops)
                            .isPresent()));
  }

  /** Whether the constraint goes because what it follows from does, or a column of it. */
  boolean goesWithParent(TableEdit edit, Constraint constraint) {
    // A foreign key could hold the key that it rests on before its column is gone.
    boolean withColumn =
        !(constraint instanceof Constraint.ForeignKey) && loses(edit, ColumnUses.in(constraint));
    return withColumn || follows(edit, constraint);
  }

  /** Whether a parent takes one of the columns along, and with it all that mentions it. */
  private boolean loses(TableEdit edit, Set<Identifier> columns) {
    return edit.droppedColumns().stream()
        .filter(column -> columns.contains(column.name()))
        .anyMatch(column -> new InheritedColumns(job).goesWithParent(edit, column));
  }

  private boolean follows(TableEdit edit, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> keyGoes(edit, key);
      case Constraint.Unique key -> keyGoes(edit, key);
      case Constraint.ForeignKey key ->
          !key.postgres().local()
              && parents(edit)
                  .anyMatch(
                      parent ->
                          parent
                              .from()
                              .foreignKeys()
                              .filter(one -> sameReference(one, key))
                              .anyMatch(parent::drops));
      case Constraint.Check check -> parents(edit).anyMatch(parent -> checkGoes(parent, check));
      case Constraint.Exclusion exclusion -> keyGoes(edit, exclusion);
    };
  }

  private boolean keyGoes(TableEdit edit, Constraint key) {
    return key.attachedTo().isPresent()
        && parents(edit)
            .anyMatch(
                parent ->
                    parent
                            .from()
                            .constraint(key.attachedTo().get())
                            .filter(parent::drops)
                            .isPresent()
                        || parent
                            .from()
                            .index(key.attachedTo().get())
                            .filter(parent::drops)
                            .isPresent());
  }

  /** Whether a partition, at whatever hand, has a key under the index of a table. */
  static boolean hasKeysUnder(Schema schema, Table table, Identifier index) {
    return heirs(schema, table).stream()
        .anyMatch(
            child ->
                child.constraints().stream()
                        .anyMatch(one -> one.attachedTo().filter(index::equals).isPresent())
                    || child.indexes().stream()
                        .filter(
                            one -> one.postgres().attachedTo().filter(index::equals).isPresent())
                        .anyMatch(one -> hasKeysUnder(schema, child, one.name())));
  }

  private static boolean checkGoes(TableEdit parent, Constraint.Check check) {
    return !check.local()
        && parent.from().constraint(check.name()).filter(Descent::isHandedDown).isPresent()
        && parent.from().constraint(check.name()).filter(parent::drops).isPresent();
  }

  static boolean isHandedDown(Constraint constraint) {
    return constraint instanceof Constraint.Check check && !check.noInherit();
  }

  /** Whether two foreign keys refer to the same columns of the same table from the same columns. */
  static boolean sameReference(Constraint.ForeignKey one, Constraint.ForeignKey other) {
    return one.target().equals(other.target())
        && one.sourceColumns().equals(other.sourceColumns())
        && one.targetColumns().equals(other.targetColumns());
  }

  /** Whether the constraint comes because a parent gets it. */
  boolean comesWithParent(TableEdit edit, Constraint constraint) {
    return parents(edit).anyMatch(parent -> comes(parent, constraint));
  }

  private static boolean comes(TableEdit parent, Constraint constraint) {
    return parent.addedConstraints().stream()
        .anyMatch(
            added ->
                switch (constraint) {
                  case Constraint.Check check ->
                      isHandedDown(added)
                          && added.name().equals(check.name())
                          && ((Constraint.Check) added).expression().equals(check.expression());
                  case Constraint.ForeignKey key ->
                      !key.postgres().local()
                          && added instanceof Constraint.ForeignKey other
                          && sameReference(other, key);
                  case Constraint.PrimaryKey key -> false;
                  case Constraint.Unique key -> false;
                  case Constraint.Exclusion exclusion -> false;
                });
  }

  /** Whether a constraint is renamed with the one that it is inherited from. */
  boolean renamedWithParent(TableEdit edit, Constraint from) {
    return isHandedDown(from)
        && parents(edit)
            .anyMatch(
                parent ->
                    parent.renamedConstraints().stream()
                        .anyMatch(one -> one.from().name().equals(from.name())));
  }

  /** The tables that inherit from one before and after, at whatever hand. */
  List<Table> stayingHeirs(Table parent) {
    List<Table> found = new ArrayList<>();
    for (Table heir : heirs(job.transition().from(), parent)) {
      Optional<TableEdit> edit = job.edits().of(heir.name());
      boolean stays =
          edit.filter(one -> !lineage(one.to()).parents().contains(parent.name()) || detaches(one))
              .isEmpty();
      if (stays && job.transition().to().table(heir.name()).isPresent()) {
        found.add(heir);
        found.addAll(stayingHeirs(heir));
      }
    }
    return found.stream().distinct().toList();
  }
}
