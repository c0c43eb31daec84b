package dev.schemend.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.schemend.apply.Applied;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.SchemaDiffer;
import dev.schemend.hazard.HazardRules;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.planning.PlanRules;
import dev.schemend.testkit.EditScripts.Neighbours;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** The laws of plans, for any dialect; the tests of a dialect feed them with its edit scripts. */
final class PlanLaws {

  /** The same draws in every build, so that a build tells of its change and not of luck. */
  static final String SEED = "20261123";

  private final Dialect dialect;
  private final SchemaInterpreter interpreter;
  private final SchemaDiffer differ;
  private final PlanRules rules;
  private final PlanMaker maker;

  PlanLaws(Dialect dialect, SchemaInterpreter interpreter, PlanRules rules, HazardRules hazards) {
    this.dialect = dialect;
    this.interpreter = interpreter;
    this.differ = new SchemaDiffer(dialect);
    this.rules = rules;
    this.maker =
        new PlanMaker(
            dialect,
            differ,
            rules,
            interpreter,
            ChangePolicy.DEFAULT,
            hazards,
            UnaryOperator.identity());
  }

  /** L2: a schema does not differ from itself, shared or rebuilt. */
  void selfDiffIsEmpty(Schema schema) {
    assertEquals(List.of(), differ.diff(schema, schema));
    assertEquals(List.of(), differ.diff(schema, rebuilt(schema)));
    assertTrue(proven(schema, rebuilt(schema)).isEmpty());
  }

  /** L3 and L4: a plan replays, statement by statement, to its target. L5: nothing is left then. */
  void planReplays(Neighbours neighbours) {
    Plan plan = proven(neighbours.from(), neighbours.to());
    Schema after = replay(neighbours.from(), plan);
    assertTrue(proven(after, neighbours.to()).isEmpty(), "a second plan is not empty");
  }

  /** L6: the plan does not depend on the order in which a schema was put together. */
  void planIgnoresInputOrder(Neighbours neighbours) {
    assertEquals(
        proven(neighbours.from(), neighbours.to()),
        proven(rebuilt(neighbours.from()), rebuilt(neighbours.to())));
  }

  /** L10: the plan back, after the plan, leads to where it started. */
  void planBackReturns(Neighbours neighbours) {
    Schema there = replay(neighbours.from(), proven(neighbours.from(), neighbours.to()));
    Schema back = replay(there, proven(there, neighbours.from()));
    assertTrue(proven(back, neighbours.from()).isEmpty(), "something is left after going back");
  }

  /** The plan, which must be proven. */
  Plan proven(Schema from, Schema to) {
    return switch (maker.plan(from, to)) {
      case PlanResult.Proven proven -> proven.plan();
      case PlanResult.Refused refused ->
          fail(
              refused.reason().message()
                  + "\n"
                  + refused.reason()
                  + "\nplan: "
                  + lines(refused.plan().steps()));
    };
  }

  boolean movesColumns() {
    return rules.movesColumns();
  }

  Schema replay(Schema from, Plan plan) {
    Schema schema = from;
    for (Step step : plan.steps()) {
      for (DdlStatement statement : step.statements()) {
        Session session = Session.in(dialect.profile().defaultSchema());
        switch (interpreter.apply(schema, session, statement)) {
          case Applied.Ok ok -> schema = ok.schema();
          case Applied.Rejected rejected -> fail(statement + ": " + rejected.error().message());
        }
      }
    }
    return schema;
  }

  private static String lines(List<Step> steps) {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      text.append("\n-- ").append(step.label().words());
      step.statements().forEach(statement -> text.append("\n  ").append(statement));
    }
    return text.toString();
  }

  // The same objects put in backwards.
  private static Schema rebuilt(Schema schema) {
    List<SchemaObject> objects = new ArrayList<>(schema.objects().values().toList());
    Collections.reverse(objects);
    Schema copy = Schema.empty();
    for (SchemaObject object : objects) {
      copy = copy.with(object);
    }
    return copy;
  }
}
