package dev.schemend.planning.prisma;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds them in a plan, in the order of its steps. */
public final class DestructiveChanges {

  /**
   * A change with its place.
   *
   * @param step the step's number in the plan, from 0
   * @param change what it does
   */
  public record Found(int step, DestructiveChange change) {}

  private final PrismaDialect dialect;
  private final Schema from;
  private final Schema to;
  private final List<Found> found = new ArrayList<>();
  private int step;

  private DestructiveChanges(PrismaDialect dialect, Schema from, Schema to) {
    this.dialect = dialect;
    this.from = from;
    this.to = to;
  }

  /**
   * What {@code plan} may do to rows.
   *
   * @param from the schema it starts from
   * @param to the schema it leads to
   */
  public static List<Found> of(PrismaDialect dialect, Plan plan, Schema from, Schema to) {
    DestructiveChanges changes = new DestructiveChanges(dialect, from, to);
    List<Change.EnumAltered> enums =
        new ArrayList<>(
            plan.changes().stream()
                .filter(Change.EnumAltered.class::isInstance)
                .map(Change.EnumAltered.class::cast)
                .toList());
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      changes.step = i;
      if (step.label() == StepLabel.ALTER_ENUM) {
        // The steps of enums stand in the order of the schema, as the changes do.
        if (!enums.isEmpty()) {
          changes.labels(enums.removeFirst());
        }
        continue;
      }
      step.statements().forEach(changes::find);
    }
    return List.copyOf(changes.found);
  }

  private void add(DestructiveChange change) {
    found.add(new Found(step, change));
  }

  private void labels(Change.EnumAltered altered) {
    removed(altered.from().name().name().text(), altered.from().labels(), altered.to().labels());
  }

  private void removed(String name, List<String> before, List<String> after) {
    List<String> removed = new ArrayList<>(before);
    removed.removeAll(after);
    if (!removed.isEmpty()) {
      add(new DestructiveChange.LabelsRemoved(name, removed));
    }
  }

  private void find(DdlStatement statement) {
    if (statement instanceof DdlStatement.DropTable drop) {
      drop.names().forEach(name -> add(new DestructiveChange.TableDropped(name)));
    } else if (statement instanceof DdlStatement.CreateIndex create) {
      Optional<Table> table = from.table(create.table());
      if (create.index().unique() && table.isPresent() && !isBack(table.get(), create)) {
        add(
            new DestructiveChange.UniqueAdded(
                table.get().name(), create.index().columns().toList()));
      }
    } else if (statement instanceof DdlStatement.AlterTable alter) {
      from.table(alter.name()).ifPresent(table -> new Alteration(table, alter).run());
    }
  }

  /** An index that only comes again after its column did. */
  private static boolean isBack(Table table, DdlStatement.CreateIndex create) {
    return table
        .index(create.index().name())
        .filter(index -> index.unique() && index.parts().equals(create.index().parts()))
        .isPresent();
  }

  private final class Alteration {
    private final Table before;
    private final Optional<Table> after;
    private final List<TableAction> actions;
    private final Set<Identifier> altered = new HashSet<>();

    Alteration(Table before, DdlStatement.AlterTable statement) {
      this.before = before;
      this.after = to.table(before.name());
      this.actions = statement.actions();
    }

    void run() {
      for (TableAction action : actions) {
        if (action instanceof TableAction.DropColumn drop) {
          dropped(drop.column());
        } else if (action instanceof TableAction.AddColumn add) {
          added(add.definition().column().name());
        } else if (action instanceof TableAction.AlterColumnType type) {
          altered(type.column());
        } else if (action instanceof TableAction.SetNotNull set) {
          altered(set.column());
        } else if (action instanceof TableAction.ChangeColumn change) {
          altered(change.column());
        } else if (action instanceof TableAction.DropPrimaryKey || isPrimaryKey(action)) {
          add(new DestructiveChange.PrimaryKeyChanged(before.name()));
        }
      }
    }

    private boolean isPrimaryKey(TableAction action) {
      return action instanceof TableAction.DropConstraint drop
          && before
              .primaryKey()
              .map(Constraint.PrimaryKey::name)
              .filter(drop.constraint()::equals)
              .isPresent();
    }

    private boolean comesAgain(Identifier column) {
      return actions.stream()
          .anyMatch(
              action ->
                  action instanceof TableAction.AddColumn add
                      && add.definition().column().name().equals(column));
    }

    private Optional<Column> newer(Identifier column) {
      return after.flatMap(table -> table.column(column));
    }

    private void dropped(Identifier column) {
      if (!comesAgain(column)) {
        add(new DestructiveChange.ColumnDropped(before.name(), column));
      } else if (newer(column).filter(this::isEmptyAndRequired).isPresent()) {
        add(new DestructiveChange.RequiredColumnRecreated(before.name(), column));
      } else {
        add(new DestructiveChange.ColumnRecreated(before.name(), column));
      }
    }

    private void added(Identifier column) {
      if (before.column(column).isEmpty()
          && newer(column).filter(this::isEmptyAndRequired).isPresent()) {
        add(new DestructiveChange.RequiredColumnAdded(before.name(), column));
      }
    }

    private boolean isEmptyAndRequired(Column column) {
      return !column.nullable()
          && column.defaultValue().isEmpty()
          && column.generation().isEmpty()
          && !(column.type() instanceof SqlType.ArrayOf);
    }

    private void altered(Identifier name) {
      Optional<Column> old = before.column(name);
      Optional<Column> now = newer(name);
      if (old.isPresent() && now.isPresent() && altered.add(name)) {
        altered(old.get(), now.get());
      }
    }

    private void altered(Column old, Column now) {
      boolean required =
          old.nullable() && !now.nullable() && !(now.type() instanceof SqlType.ArrayOf);
      if (required) {
        add(new DestructiveChange.ColumnMadeRequired(before.name(), now.name()));
        if (dialect.checksNullabilityAlone()) {
          return;
        }
      }
      if (old.type() instanceof SqlType.InlineEnum one
          && now.type() instanceof SqlType.InlineEnum other) {
        String owner = before.name().name().text();
        removed(owner + "_" + now.name().text(), one.values(), other.values());
        return;
      }
      boolean risky =
          !dialect.sameType(old.type(), now.type())
              && dialect.castability(old.type(), now.type()) != Castability.SAFE;
      if (risky) {
        add(new DestructiveChange.ColumnCast(before.name(), now.name(), old.type(), now.type()));
      }
    }
  }
}
