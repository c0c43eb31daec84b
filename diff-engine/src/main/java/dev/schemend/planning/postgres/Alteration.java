package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
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
        || action instanceof OfPostgres;
  }

  /** Makes a statement of each kind of the actions so far. */
  void flush() {
    if (!actions.isEmpty()) {
      statements.add(new DdlStatement.AlterTable(table, false, actions));
      actions.clear();
    }
    if (!own.isEmpty()) {
      statements.add(new DdlStatement.AlterTable(table, false, own, true));
      own.clear();
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
