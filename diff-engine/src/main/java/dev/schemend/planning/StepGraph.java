package dev.schemend.planning;

import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The order of steps: by place and then by what they are about, except where a fact demands
 * another.
 *
 * <p>Kahn's algorithm over a priority queue: O(E log V), and the same steps always come out in the
 * same order (law L6). Since the queue prefers early places, a step that has to wait delays itself
 * and nobody else.
 */
public final class StepGraph {

  private final List<PlannedStep> steps;
  private final List<List<Integer>> after;
  private final int[] waitingFor;

  private StepGraph(List<PlannedStep> steps) {
    this.steps = steps;
    this.after = new ArrayList<>();
    this.waitingFor = new int[steps.size()];
    steps.forEach(step -> after.add(new ArrayList<>()));
  }

  /** The steps in order, or those that wait for each other. */
  public static Ordering order(List<PlannedStep> unordered) {
    List<PlannedStep> sorted =
        unordered.stream()
            .sorted(
                Comparator.comparing(PlannedStep::place)
                    .thenComparing(PlannedStep::about)
                    .thenComparing(planned -> planned.step().label()))
            .toList();
    StepGraph graph = new StepGraph(sorted);
    Map<ObjectRef, List<Integer>> makers = graph.by(PlannedStep::makes);
    Map<ObjectRef, List<Integer>> freers = graph.by(PlannedStep::frees);
    // What is made can be used.
    graph.edges(makers, graph.by(PlannedStep::needs));
    // A name is free before it is taken again.
    graph.edges(freers, makers);
    // What is dropped or rebuilt has been let go of.
    graph.edges(graph.by(PlannedStep::releases), freers);
    return graph.sort();
  }

  private Map<ObjectRef, List<Integer>> by(Function<PlannedStep, Set<ObjectRef>> fact) {
    Map<ObjectRef, List<Integer>> found = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      for (ObjectRef ref : fact.apply(steps.get(i))) {
        found.computeIfAbsent(ref, absent -> new ArrayList<>()).add(i);
      }
    }
    return found;
  }

  private void edges(Map<ObjectRef, List<Integer>> first, Map<ObjectRef, List<Integer>> then) {
    first.forEach(
        (ref, earlier) -> {
          for (int later : then.getOrDefault(ref, List.of())) {
            for (int one : earlier) {
              if (one != later) {
                after.get(one).add(later);
                waitingFor[later]++;
              }
            }
          }
        });
  }

  private Ordering sort() {
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    IntStream.range(0, steps.size()).filter(i -> waitingFor[i] == 0).forEach(ready::add);
    List<Step> ordered = new ArrayList<>();
    while (!ready.isEmpty()) {
      int next = ready.remove();
      ordered.add(steps.get(next).step());
      for (int later : after.get(next)) {
        if (--waitingFor[later] == 0) {
          ready.add(later);
        }
      }
    }
    if (ordered.size() == steps.size()) {
      return new Ordering.Ordered(ordered);
    }
    return new Ordering.Cyclic(
        IntStream.range(0, steps.size())
            .filter(i -> waitingFor[i] > 0)
            .mapToObj(i -> steps.get(i).about())
            .toList());
  }
}
