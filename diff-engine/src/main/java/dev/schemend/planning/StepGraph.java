package dev.schemend.planning;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The order of steps: by place and then by what they are about, except where a fact demands
 * another.
 *
 * <p>Kahn's algorithm over a priority queue: O(E log V), and the same steps always come out in the
 * same order (law L6). Since the queue prefers early places, a step that has to wait delays itself
 * and nobody else.
 *
 * <p>Beside facts there are wishes: what a body mentions is made before it. A wish that would close
 * a circle is given up, and no fact ever is.
 */
public final class StepGraph {

  private final List<PlannedStep> steps;
  private final List<List<Integer>> after;
  private final List<Set<Integer>> facts;
  private final List<Set<Integer>> wishes;
  private final int[] waitingFor;
  private final boolean[] done;

  private StepGraph(List<PlannedStep> steps) {
    this.steps = steps;
    this.after = new ArrayList<>();
    this.facts = new ArrayList<>();
    this.wishes = new ArrayList<>();
    this.waitingFor = new int[steps.size()];
    this.done = new boolean[steps.size()];
    for (int i = 0; i < steps.size(); i++) {
      after.add(new ArrayList<>());
      facts.add(new TreeSet<>());
      wishes.add(new TreeSet<>());
    }
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
    graph.wish();
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
            earlier.forEach(one -> edge(one, later, facts));
          }
        });
  }

  private void edge(int earlier, int later, List<Set<Integer>> kind) {
    if (earlier != later && !facts.get(later).contains(earlier) && kind.get(later).add(earlier)) {
      after.get(earlier).add(later);
      waitingFor[later]++;
    }
  }

  /** Which of several things of one name is meant, a text alone does not tell: all of them. */
  private void wish() {
    wish(
        byName(PlannedStep::makes),
        PlannedStep::mentions,
        (maker, step) -> edge(maker, step, wishes));
    wish(
        byName(PlannedStep::frees),
        PlannedStep::forgets,
        (freer, step) -> edge(step, freer, wishes));
  }

  private void wish(
      Map<Identifier, List<Integer>> named,
      Function<PlannedStep, Set<Identifier>> words,
      BiConsumer<Integer, Integer> found) {
    for (int i = 0; i < steps.size(); i++) {
      for (Identifier word : words.apply(steps.get(i))) {
        for (int other : named.getOrDefault(word, List.of())) {
          found.accept(other, i);
        }
      }
    }
  }

  private Map<Identifier, List<Integer>> byName(Function<PlannedStep, Set<ObjectRef>> fact) {
    Map<Identifier, List<Integer>> found = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Set<Identifier> names = new HashSet<>();
      for (ObjectRef ref : fact.apply(steps.get(i))) {
        names.add(
            ref.kind() != ObjectKind.ROUTINE && !ref.member().isNone()
                ? ref.member()
                : ref.name().name());
      }
      for (Identifier name : names) {
        found.computeIfAbsent(name, absent -> new ArrayList<>()).add(i);
      }
    }
    return found;
  }

  private Ordering sort() {
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    IntStream.range(0, steps.size()).filter(i -> waitingFor[i] == 0).forEach(ready::add);
    List<Step> ordered = new ArrayList<>();
    while (ordered.size() < steps.size()) {
      if (ready.isEmpty()) {
        OptionalInt freed = giveUpOne();
        if (freed.isEmpty()) {
          return new Ordering.Cyclic(
              IntStream.range(0, steps.size())
                  .filter(i -> !done[i])
                  .mapToObj(i -> steps.get(i).about())
                  .toList());
        }
        freed.stream().filter(i -> waitingFor[i] == 0).forEach(ready::add);
        continue;
      }
      int next = ready.remove();
      done[next] = true;
      ordered.add(steps.get(next).step());
      for (int later : after.get(next)) {
        boolean waited = facts.get(later).remove(next) || wishes.get(later).remove(next);
        if (waited && --waitingFor[later] == 0) {
          ready.add(later);
        }
      }
    }
    return new Ordering.Ordered(ordered);
  }

  /**
   * Takes one wish out of a circle.
   *
   * @return whose wish it was; empty where the circle is one of facts
   */
  private OptionalInt giveUpOne() {
    Map<Integer, Integer> circle = new LinkedHashMap<>();
    int current = IntStream.range(0, steps.size()).filter(i -> !done[i]).findFirst().orElseThrow();
    while (!circle.containsKey(current)) {
      Set<Integer> facts = this.facts.get(current);
      int first = (facts.isEmpty() ? wishes.get(current) : facts).iterator().next();
      circle.put(current, first);
      current = first;
    }
    int begin = current;
    do {
      int waits = current;
      int on = circle.get(current);
      if (wishes.get(waits).remove(on)) {
        waitingFor[waits]--;
        return OptionalInt.of(waits);
      }
      current = on;
    } while (current != begin);
    return OptionalInt.empty();
  }
}
