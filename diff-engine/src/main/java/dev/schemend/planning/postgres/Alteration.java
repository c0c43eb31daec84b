package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The statements that change one table, while they are collected: what reaches the heirs of the
 * table in one, what must not in another.
 */
final class Alteration {

  private final ObjectName table;
  private final boolean hasHeirs;
  private final List<DdlStatement> statements = new ArrayList<>();
  private final List<TableAction> actions = new ArrayList<>();
  private final List<TableAction> own = new ArrayList<>();
  private final Set<ObjectRef> frees = new TreeSet<>();
  private final Set<ObjectRef> makes = new TreeSet<>();

  Alteration(ObjectName table, boolean hasHeirs) {
    this.table = table;
    this.hasHeirs = hasHeirs;
  }

  /** Actions that reach the heirs, or have none to reach. */
  List<TableAction> actions() {
    return actions;
  }

  /** Actions for this table alone: each heir has a word of its own about them. */
  List<TableAction> own() {
    return hasHeirs ? own : actions;
  }

  /** Whether heirs would follow an action that they need not follow. */
  static boolean reachesUnasked(TableAction action) {
    return action instanceof TableAction.SetDefault
        || action instanceof TableAction.DropDefault
        || (action instanceof OfPostgres
            && !(action instanceof OfPostgres.AddNotNull)
            && !(action instanceof OfPostgres.SetConstraintInherit));
  }

  /** Makes a statement of each kind of the actions so far. */
  void flush() {
    flush(oldDefaults(), true);
    flush(actions, false);
    flush(own, true);
  }

  // A column that has a default gets no identity (ATExecAddIdentity), and one whose sequence it
  // draws from does not go.
  private List<TableAction> oldDefaults() {
    Set<Identifier> added = new HashSet<>();
    for (TableAction action : actions) {
      if (action instanceof TableAction.AddColumn add) {
        added.add(add.definition().column().name());
      }
    }
    List<TableAction> defaults =
        own.stream()
            .filter(
                action ->
                    action instanceof TableAction.DropDefault drop
                        && !added.contains(drop.column()))
            .toList();
    own.removeAll(defaults);
    return new ArrayList<>(defaults);
  }

  // A rename is a statement of its own (manual, ALTER TABLE).
  private void flush(List<TableAction> written, boolean only) {
    List<TableAction> together = new ArrayList<>();
    for (TableAction action : written) {
      if (action instanceof TableAction.RenameConstraint) {
        add(together, only);
        add(List.of(action), only);
        together.clear();
      } else {
        together.add(action);
      }
    }
    add(together, only);
    written.clear();
  }

  private void add(List<TableAction> together, boolean only) {
    if (!together.isEmpty()) {
      statements.add(new DdlStatement.AlterTable(table, false, together, only));
    }
  }

  List<DdlStatement> statements() {
    return statements;
  }

  Set<ObjectRef> frees() {
    return frees;
  }

  Set<ObjectRef> makes() {
    return makes;
  }
}
