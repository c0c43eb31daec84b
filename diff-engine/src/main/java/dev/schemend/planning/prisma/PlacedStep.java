package dev.schemend.planning.prisma;

import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import java.util.Comparator;
import java.util.List;

/**
 * A step with its place in Prisma's order: first by what it does, then by the schemas' order.
 *
 * @param step what to do
 * @param rank orders the steps of one label, number by number
 */
record PlacedStep(Step step, List<Integer> rank) {

  static final Comparator<PlacedStep> ORDER =
      Comparator.<PlacedStep, StepLabel>comparing(one -> one.step().label())
          .thenComparing(PlacedStep::rank, PlacedStep::compare);

  PlacedStep {
    rank = List.copyOf(rank);
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = Integer.compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
