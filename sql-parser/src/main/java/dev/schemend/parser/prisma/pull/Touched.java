package dev.schemend.parser.prisma.pull;

import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.TableDifference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a schema its database contradicts. All else stays as its author wrote it.
 *
 * @param columns that are there on both sides and differ
 * @param keys primary keys, unique criteria and indexes, by their names in the database
 * @param relations foreign keys
 */
record Touched(Set<ObjectRef> columns, Set<KeyName> keys, Set<ObjectRef> relations) {

  /** A key by its table and its name, as the database spells it; empty where it has none. */
  record KeyName(ObjectName table, String name) {}

  /** Copies the sets. */
  Touched {
    columns = Set.copyOf(columns);
    keys = Set.copyOf(keys);
    relations = Set.copyOf(relations);
  }

  /** What the changes from a schema to its database touch. */
  static Touched of(List<Change> changes) {
    Finder finder = new Finder();
    for (Change change : changes) {
      switch (change) {
        case Change.TableAltered altered ->
            altered.differences().forEach(difference -> finder.find(altered.from(), difference));
        case Change.Created created -> finder.whole(created.object());
        case Change.Dropped dropped -> finder.whole(dropped.object());
        case Change.EnumAltered other -> {}
        case Change.SequenceAltered other -> {}
        case Change.ObjectAltered other -> {}
        case Change.Renamed other -> {}
        case Change.Unproven other -> {}
        case Change.LabelRenamed other -> {}
      }
    }
    return new Touched(finder.columns, finder.keys, finder.relations);
  }

  private static final class Finder {
    private final Set<ObjectRef> columns = new HashSet<>();
    private final Set<KeyName> keys = new HashSet<>();
    private final Set<ObjectRef> relations = new HashSet<>();

    void whole(Object object) {
      if (object instanceof Table table) {
        // The table behind a relation of lists may have come in the place of another.
        relations.add(ObjectRef.table(table.name()));
        table.constraints().forEach(constraint -> add(table.name(), constraint));
        table.indexes().forEach(index -> add(table.name(), index));
      }
    }

    void find(Table table, TableDifference difference) {
      ObjectName name = table.name();
      switch (difference) {
        case TableDifference.ColumnAltered column ->
            columns.add(ObjectRef.column(name, column.from().name()));
        case TableDifference.ConstraintAdded added -> add(name, added.constraint());
        case TableDifference.ConstraintDropped dropped -> add(name, dropped.constraint());
        case TableDifference.ConstraintAltered altered -> {
          add(name, altered.from());
          add(name, altered.to());
        }
        case TableDifference.ConstraintRenamed renamed -> {
          add(name, renamed.from());
          add(name, renamed.to());
        }
        case TableDifference.IndexAdded added -> add(name, added.index());
        case TableDifference.IndexDropped dropped -> add(name, dropped.index());
        case TableDifference.IndexAltered altered -> {
          add(name, altered.from());
          add(name, altered.to());
        }
        case TableDifference.IndexRenamed renamed -> {
          add(name, renamed.from());
          add(name, renamed.to());
        }
        // Fields come and go with their columns.
        case TableDifference.ColumnAdded other -> {}
        case TableDifference.ColumnDropped other -> {}
        case TableDifference.ColumnRenamed other -> {}
        case TableDifference.ColumnsReordered other -> {}
        case TableDifference.OptionsChanged other -> {}
      }
    }

    private void add(ObjectName table, Constraint constraint) {
      switch (constraint) {
        case Constraint.ForeignKey key -> relations.add(ObjectRef.constraint(table, key.name()));
        case Constraint.PrimaryKey key -> keys.add(new KeyName(table, key.name().text()));
        case Constraint.Unique key -> keys.add(new KeyName(table, key.name().text()));
        case Constraint.Check other -> {}
        case Constraint.Exclusion other -> {}
      }
    }

    private void add(ObjectName table, Index index) {
      keys.add(new KeyName(table, index.name().text()));
    }
  }
}
