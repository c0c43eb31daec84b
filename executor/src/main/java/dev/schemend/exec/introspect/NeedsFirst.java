package dev.schemend.exec.introspect;

import dev.schemend.ddl.DdlStatement.CreateOpaque;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders opaque objects so that each stands behind those it needs: a view behind the views that it
 * reads, a trigger behind its view, a partition behind its table.
 */
public final class NeedsFirst {

  private final Map<ObjectRef, CreateOpaque> waiting = new LinkedHashMap<>();
  private final List<CreateOpaque> ordered = new ArrayList<>();

  private NeedsFirst(List<CreateOpaque> objects) {
    // Members last: what holds them may be of several kinds.
    objects.stream().filter(create -> !isMember(create)).forEach(this::enqueue);
    objects.stream().filter(NeedsFirst::isMember).forEach(this::enqueue);
  }

  private static boolean isMember(CreateOpaque create) {
    return !create.object().ref().member().isNone();
  }

  private void enqueue(CreateOpaque create) {
    waiting.put(create.object().ref(), create);
  }

  /** {@code objects} in such an order; a circle is broken somewhere. */
  public static List<CreateOpaque> order(List<CreateOpaque> objects) {
    NeedsFirst order = new NeedsFirst(objects);
    while (!order.waiting.isEmpty()) {
      order.place(order.waiting.keySet().iterator().next());
    }
    return order.ordered;
  }

  // Taken out before its needs are looked at, so that a circle ends.
  private void place(ObjectRef ref) {
    CreateOpaque create = waiting.remove(ref);
    if (create != null) {
      create.object().dependsOn().forEach(this::place);
      ordered.add(create);
    }
  }
}
