package dev.schemend.rename;

import dev.schemend.apply.Applied;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.RenameQuestion;
import dev.schemend.plan.Step;
import dev.schemend.planning.PlanRules;
import dev.schemend.planning.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Renames, carried out on the model one after the other. Lives in one thread. */
final class RenameRun {

  private record Pair(ObjectRef from, ObjectRef to) {}

  private final PlanRules rules;
  private final SchemaInterpreter interpreter;
  private final Session session;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Schema wanted;
  private Schema schema;

  RenameRun(
      Transition transition, PlanRules rules, SchemaInterpreter interpreter, Session session) {
    this.schema = transition.from();
    this.wanted = transition.to();
    this.rules = rules;
    this.interpreter = interpreter;
    this.session = session;
  }

  Schema schema() {
    return schema;
  }

  List<Step> steps() {
    return steps;
  }

  List<String> problems() {
    return problems;
  }

  /** All renames of one stage, each when its new name is free. */
  void carryOut(List<RenameQuestion> questions) {
    Deque<Pair> waiting = new ArrayDeque<>();
    questions.forEach(
        one -> one.renamedTo().ifPresent(to -> waiting.add(new Pair(one.from(), to))));
    int passed = 0;
    while (!waiting.isEmpty()) {
      Pair next = waiting.remove();
      if (next.from().isOfColumn()) {
        relabel(next, waiting);
        passed = 0;
      } else if (PartNames.has(schema, next.to()) && passed < waiting.size()) {
        waiting.add(next);
        passed++;
      } else {
        rename(next.from(), next.to());
        passed = 0;
      }
    }
  }

  /** All labels of one column together: each by itself would write the table anew. */
  private void relabel(Pair first, Deque<Pair> waiting) {
    List<Pair> together = new ArrayList<>(List.of(first));
    ObjectRef column = ObjectRef.column(first.from().name(), first.from().member());
    waiting.removeIf(
        pair ->
            pair.from().isOfColumn()
                && ObjectRef.column(pair.from().name(), pair.from().member()).equals(column)
                && together.add(pair));
    SortedMap<String, String> labels = new TreeMap<>();
    together.forEach(pair -> labels.put(pair.from().label().text(), pair.to().label().text()));
    rename(first.from(), first.to(), rules.relabel(new Transition(schema, wanted), column, labels));
  }

  private void rename(ObjectRef from, ObjectRef to) {
    rename(from, to, rules.rename(new Transition(schema, wanted), from, to));
  }

  private void rename(ObjectRef from, ObjectRef to, Optional<Step> step) {
    if (step.isEmpty()) {
      problems.add(from + " cannot be renamed on this server");
      return;
    }
    Schema renamed = schema;
    for (DdlStatement statement : step.get().statements()) {
      switch (interpreter.apply(renamed, session, statement)) {
        case Applied.Ok ok -> renamed = ok.schema();
        case Applied.Rejected rejected -> {
          problems.add(
              from
                  + " cannot be renamed to "
                  + to
                  + ": "
                  + rejected.error().code()
                  + ": "
                  + rejected.error().message());
          return;
        }
      }
    }
    schema = renamed;
    steps.add(step.get());
  }
}
