package dev.schemend.hazard.postgres;

import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TableLock.Work;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Locks while they are collected: of two on one object the stronger one counts. */
final class LockSet {

  private record Held(LockMode mode, Work work) {
    Held and(Held other) {
      return new Held(
          mode.compareTo(other.mode) >= 0 ? mode : other.mode, ActionWork.longer(work, other.work));
    }
  }

  private final Map<ObjectRef, Held> held = new TreeMap<>();

  void add(ObjectRef object, LockMode mode, Work work) {
    held.merge(object, new Held(mode, work), Held::and);
  }

  void table(ObjectName table, LockMode mode, Work work) {
    add(ObjectRef.table(table), mode, work);
  }

  List<TableLock> locks() {
    return held.entrySet().stream()
        .map(
            entry ->
                new TableLock(
                    entry.getKey(),
                    entry.getValue().mode.words(),
                    entry.getValue().mode.blocks(),
                    entry.getValue().work))
        .toList();
  }
}
