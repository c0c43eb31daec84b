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
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The order of steps: by place and then by what they are about, except where a fact demands
 * another.
 *
 * <p>Kahn's algorithm over a sorted set: O(E log V), and the same steps always come out in the same
 * order (law L6). Since early places are preferred, a step that has to wait delays itself and
 * nobody else.
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
  private final SortedSet<Integer> open = new TreeSet<>();
  private final SortedSet<Integer> ready = new TreeSet<>();
  private final Map<Integer, Step> begun = new HashMap<>();
  private final List<Step> ordered = new ArrayList<>();

  private StepGraph(List<PlannedStep> steps) {
    this.steps = steps;
    this.after = new ArrayList<>();
    this.facts = new ArrayList<>();
    this.wishes = new ArrayList<>();
    this.waitingFor = new int[steps.size()];
    for (int i = 0; i < steps.size(); i++) {
      after.add(new ArrayList<>());
      facts.add(new TreeSet<>());
      wishes.add(new TreeSet<>());
      open.add(i);
    }
  }

  /** The steps in order, or those that wait for each other. */
  public static Ordering order(List<PlannedStep> unordered) {
    return order(unordered, Trial.BY_FACTS);
  }

  /**
   * The same, where a step waits, besides, until {@code trial} takes it. Where nothing can go on, a
   * step is taken apart: as much of it as the trial takes comes first, whatever the facts say.
   */
  static Ordering order(List<PlannedStep> unordered, Trial trial) {
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
    return graph.sort(trial);
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

  private Ordering sort(Trial trial) {
    open.stream().filter(i -> waitingFor[i] == 0).forEach(ready::add);
    while (!open.isEmpty()) {
      Optional<Integer> next = ready.stream().filter(i -> trial.takes(left(i))).findFirst();
      if (next.isPresent()) {
        ordered.add(left(next.get()));
        finish(next.get());
      } else if (!giveUpOne() && !takeApart(trial)) {
        return new Ordering.Cyclic(open.stream().map(i -> steps.get(i).about()).toList());
      }
    }
    return new Ordering.Ordered(ordered);
  }

  /** What is left to be done of a step. */
  private Step left(int step) {
    return begun.getOrDefault(step, steps.get(step).step());
  }

  private void finish(int step) {
    open.remove(step);
    ready.remove(step);
    for (int later : after.get(step)) {
      if (facts.get(later).remove(step) || wishes.get(later).remove(step)) {
        waitsLess(later);
      }
    }
  }

  private void waitsLess(int step) {
    if (--waitingFor[step] == 0 && open.contains(step)) {
      ready.add(step);
    }
  }

  /**
   * Takes one wish out of a circle, or, where all that could go on is refused, of what waits for
   * nothing but wishes.
   *
   * @return false where there is none
   */
  private boolean giveUpOne() {
    Map<Integer, Integer> way = new LinkedHashMap<>();
    int current = open.getFirst();
    while (!way.containsKey(current) && waitingFor[current] > 0) {
      Set<Integer> facts = this.facts.get(current);
      int first = (facts.isEmpty() ? wishes.get(current) : facts).iterator().next();
      way.put(current, first);
      current = first;
    }
    if (!way.containsKey(current)) {
      return open.stream()
          .filter(i -> facts.get(i).isEmpty() && !wishes.get(i).isEmpty())
          .findFirst()
          .filter(i -> giveUp(i, wishes.get(i).iterator().next()))
          .isPresent();
    }
    int begin = current;
    do {
      if (giveUp(current, way.get(current))) {
        return true;
      }
      current = way.get(current);
    } while (current != begin);
    return false;
  }

  private boolean giveUp(int step, int wish) {
    boolean wished = wishes.get(step).remove(wish);
    if (wished) {
      waitsLess(step);
    }
    return wished;
  }

  /**
   * Carries out a part of a step: of one that nothing but the trial holds up, else of any.
   *
   * @return false where no part of any can be
   */
  private boolean takeApart(Trial trial) {
    return Stream.concat(List.copyOf(ready).stream(), List.copyOf(open).stream())
        .anyMatch(i -> trial.part(left(i)).filter(part -> carriedOut(i, part)).isPresent());
  }

  private boolean carriedOut(int step, Trial.Part part) {
    Step whole = left(step);
    ordered.add(whole.with(part.taken()));
    if (part.left().isEmpty()) {
      finish(step);
    } else {
      begun.put(step, whole.with(part.left()));
    }
    return true;
  }
}
