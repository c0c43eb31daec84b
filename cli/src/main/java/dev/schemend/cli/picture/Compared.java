package dev.schemend.cli.picture;

import dev.schemend.cli.kit.Definitions;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two schemas side by side, as the statements that would make them.
 *
 * @param changed the objects that differ, in their order
 * @param unchanged the others
 */
record Compared(List<Item> changed, List<Item> unchanged) {

  /**
   * An object on both sides.
   *
   * @param ref as it is afterwards, or was
   * @param mark what becomes of it
   * @param lines its definitions
   */
  record Item(ObjectRef ref, Mark mark, List<SideBySide> lines) {}

  static Compared of(Definitions definitions, Schema from, Schema to, Plan plan) {
    Map<ObjectRef, List<String>> before = definitions.all(from);
    Map<ObjectRef, List<String>> after = definitions.all(to);
    Map<ObjectRef, ObjectRef> oldNames = new TreeMap<>();
    Set<ObjectRef> differing = new HashSet<>();
    for (Change change : plan.changes()) {
      differing.add(change.ref());
      if (change instanceof Change.Renamed renamed) {
        oldNames.put(renamed.to().ref(), renamed.from().ref());
        differing.add(renamed.to().ref());
      }
    }
    Set<ObjectRef> refs = new TreeSet<>(before.keySet());
    refs.addAll(after.keySet());
    refs.removeAll(oldNames.values());
    List<Item> changed = new ArrayList<>();
    List<Item> unchanged = new ArrayList<>();
    for (ObjectRef ref : refs) {
      ObjectRef old = oldNames.getOrDefault(ref, ref);
      List<String> left = lines(before.get(old));
      List<String> right = lines(after.get(ref));
      if (differing.contains(ref)) {
        Mark mark =
            !before.containsKey(old)
                ? Mark.ADDED
                : after.containsKey(ref) ? Mark.CHANGED : Mark.REMOVED;
        changed.add(new Item(ref, mark, SideBySide.of(left, right)));
      } else {
        unchanged.add(new Item(ref, Mark.SAME, SideBySide.of(left, right)));
      }
    }
    return new Compared(changed, unchanged);
  }

  private static List<String> lines(List<String> statements) {
    return statements == null
        ? List.of()
        : statements.stream().flatMap(statement -> (statement + ";").lines()).toList();
  }
}
