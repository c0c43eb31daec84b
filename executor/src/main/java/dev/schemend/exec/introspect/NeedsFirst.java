package dev.schemend.exec.introspect;

import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Orders statements that make objects so that each stands behind those it needs: a view behind the
 * views that it reads, a trigger behind its view, a partition behind its table.
 *
 * @param <T> the statements
 */
public final class NeedsFirst<T> {

  private final Function<T, Set<ObjectRef>> needs;
  private final Map<ObjectRef, T> waiting = new LinkedHashMap<>();
  private final List<T> ordered = new ArrayList<>();

  private NeedsFirst(
      List<T> statements, Function<T, ObjectRef> made, Function<T, Set<ObjectRef>> needs) {
    this.needs = needs;
    // Members last: what holds them may be of several kinds.
    for (boolean members : new boolean[] {false, true}) {
      statements.stream()
          .filter(statement -> made.apply(statement).member().isNone() != members)
          .forEach(statement -> waiting.put(made.apply(statement), statement));
    }
  }

  /**
   * {@code statements} in such an order; a circle is broken somewhere.
   *
   * @param made what a statement makes
   * @param needs what must be there before
   */
  public static <T> List<T> order(
      List<T> statements, Function<T, ObjectRef> made, Function<T, Set<ObjectRef>> needs) {
    NeedsFirst<T> order = new NeedsFirst<>(statements, made, needs);
    while (!order.waiting.isEmpty()) {
      order.place(order.waiting.keySet().iterator().next());
    }
    return order.ordered;
  }

  // Taken out before its needs are looked at, so that a circle ends.
  private void place(ObjectRef ref) {
    T statement = waiting.remove(ref);
    if (statement != null) {
      needs.apply(statement).forEach(this::place);
      ordered.add(statement);
    }
  }
}
