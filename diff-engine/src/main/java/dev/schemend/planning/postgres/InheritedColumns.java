package dev.schemend.planning.postgres;

import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.Lineage;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.plan.TableDifference.ColumnAspect;
import dev.schemend.planning.Job;
import dev.schemend.planning.TableEdit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What happens to columns because it happens to those that they are inherited from. */
final class InheritedColumns {

  private final Job job;
  private final Descent descent;

  InheritedColumns(Job job) {
    this.job = job;
    this.descent = new Descent(job);
  }

  /** Whether a column follows that of a parent, of those that the table does not leave first. */
  boolean isInherited(Table table, Column column) {
    Optional<TableEdit> edit = job.edits().of(table.name());
    Optional<Lineage> kept = edit.map(one -> Descent.lineage(one.to()));
    return edit.filter(Descent::detaches).isEmpty()
        && Descent.lineage(table).parents().stream()
            .filter(parent -> kept.isEmpty() || kept.get().parents().contains(parent))
            .flatMap(parent -> job.transition().from().table(parent).stream())
            .anyMatch(parent -> parent.column(column.name()).isPresent());
  }

  /** Whether partitions have the identities of the table, now and then. */
  boolean sharesIdentities(Lineage lineage) {
    return (lineage.isPartitioned() || lineage.isPartition())
        && PostgresFeature.IDENTITY_OF_PARTITIONS.in(job.dialect().profile());
  }

  /** Whether the column is dropped because a parent drops it. */
  boolean goesWithParent(TableEdit edit, Column column) {
    return !column.postgres().local()
        && descent
            .parents(edit)
            .filter(parent -> !isKeptByHeirs(parent, column))
            .anyMatch(parent -> parent.drops(column.name()));
  }

  /**
   * Whether an heir keeps a column that its parent loses: dropped from the parent only, it becomes
   * each heir's own (manual, ALTER TABLE, DROP COLUMN).
   */
  boolean isKeptByHeirs(TableEdit parent, Column column) {
    return parent.drops(column.name())
        && !parent.adds(column.name())
        && Descent.heirs(job.transition().from(), parent.from()).stream()
            .filter(heir -> heir.column(column.name()).isPresent())
            .flatMap(heir -> job.edits().of(heir.name()).stream())
            .anyMatch(
                heir -> heir.to().column(column.name()).isPresent() && !heir.drops(column.name()));
  }

  /** The column of an ancestor because of which {@code column} is added. */
  Optional<Column> comesWithParent(TableEdit edit, Column column) {
    return descent
        .parents(edit)
        .filter(parent -> parent.adds(column.name()))
        .flatMap(
            parent -> parent.to().column(column.name()).stream().map(one -> origin(parent, one)))
        .findFirst();
  }

  // A statement reaches all heirs at once, but not past one that has the column already.
  private Column origin(TableEdit edit, Column column) {
    return isAddedAhead(edit, column) ? column : comesWithParent(edit, column).orElse(column);
  }

  /** Whether the table itself gets a column that is to be its own before a parent gets it. */
  static boolean isAddedAhead(TableEdit edit, Column column) {
    return column.postgres().local() && !edit.drops(column.name());
  }

  /** What statements about its ancestors do to a column, one after the other. */
  private List<ColumnAltered> above(TableEdit edit, Identifier column) {
    return descent
        .parents(edit)
        .flatMap(
            parent ->
                Stream.concat(
                    above(parent, column).stream(),
                    parent
                        .altered(column)
                        .flatMap(one -> remaining(parent, one))
                        .flatMap(one -> handedDown(parent, one))
                        .stream()))
        .distinct()
        .toList();
  }

  private Optional<ColumnAltered> handedDown(TableEdit parent, ColumnAltered altered) {
    if (!altered.aspects().contains(ColumnAspect.NULLABILITY)
        || descent.handsDown(parent, altered)) {
      return Optional.of(altered);
    }
    Set<ColumnAspect> others = EnumSet.copyOf(altered.aspects());
    others.remove(ColumnAspect.NULLABILITY);
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(new ColumnAltered(altered.from(), altered.to(), others));
  }

  /** What of a change is left when the parents have changed; empty where nothing is. */
  Optional<ColumnAltered> remaining(TableEdit edit, ColumnAltered altered) {
    Column from = altered.from();
    Column to = altered.to();
    Set<ColumnAspect> aspects = EnumSet.copyOf(altered.aspects());
    if (Descent.detaches(edit)
        && sharesIdentities(Descent.lineage(edit.from()))
        && isIdentity(from)) {
      // It was the parent's, and stays with it.
      from = from.withGeneration(Optional.empty());
      if (altered.to().generation().isEmpty()) {
        aspects.remove(ColumnAspect.GENERATION);
      }
    }
    if (Descent.attaches(edit) && sharesIdentities(Descent.lineage(edit.to())) && isIdentity(to)) {
      // That of the parent comes with it, and no other may be there.
      to = to.withGeneration(Optional.empty());
      if (isIdentity(from)) {
        aspects.add(ColumnAspect.GENERATION);
      } else {
        aspects.remove(ColumnAspect.GENERATION);
      }
    }
    for (ColumnAltered above : above(edit, from.name())) {
      Column reached = above.to();
      Set<ColumnAspect> both = above.aspects();
      if (both.contains(ColumnAspect.TYPE) || both.contains(ColumnAspect.COLLATION)) {
        // Its default has made way for the type.
        from =
            from.withType(reached.type())
                .withCollation(reached.collation())
                .withDefault(Optional.empty());
        aspects.remove(ColumnAspect.TYPE);
        aspects.remove(ColumnAspect.COLLATION);
        if (to.defaultValue().isPresent()) {
          aspects.add(ColumnAspect.DEFAULT);
        } else {
          aspects.remove(ColumnAspect.DEFAULT);
        }
      }
      if (both.contains(ColumnAspect.NULLABILITY)) {
        from = from.withNullable(reached.nullable());
        aspects.remove(ColumnAspect.NULLABILITY);
      }
      if (both.contains(ColumnAspect.GENERATION)) {
        from = from.withGeneration(to.generation());
        aspects.remove(ColumnAspect.GENERATION);
      }
    }
    if (from.nullable() != to.nullable()) {
      aspects.add(ColumnAspect.NULLABILITY);
    }
    return aspects.isEmpty() ? Optional.empty() : Optional.of(new ColumnAltered(from, to, aspects));
  }

  private static boolean isIdentity(Column column) {
    return column.generation().filter(Generation.Identity.class::isInstance).isPresent();
  }
}
