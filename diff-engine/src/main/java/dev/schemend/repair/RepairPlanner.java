package dev.schemend.repair;

import dev.schemend.apply.Applied;
import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.locate.Located;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import dev.schemend.script.ParsedStatement;
import dev.schemend.script.StatementEffect;
import dev.schemend.verify.PlanMaker;
import dev.schemend.verify.PlanResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans both ways out.
 *
 * <p>A plan is made between two states of the <em>history</em> and then replayed on what the server
 * holds: so what somebody else changed meanwhile, which no migration explains, stays untouched.
 */
public final class RepairPlanner {

  private final PlanMaker maker;
  private final SchemaFold fold;
  private final SchemaInterpreter interpreter;
  private final Session session;

  /**
   * A planner by one server's rules.
   *
   * @param maker may drop objects that are carried and not understood: those that a migration made
   * @param session in which its plans run
   */
  public RepairPlanner(
      PlanMaker maker, SchemaFold fold, SchemaInterpreter interpreter, Session session) {
    this.maker = maker;
    this.fold = fold;
    this.interpreter = interpreter;
    this.session = session;
  }

  /** Back to what was before the migration. */
  public Way backward(Located located, Schema live) {
    Schema before = located.prefixes().getFirst();
    return located.isExact()
        ? between(located.prefixes().get(located.atLeast()), before, live)
        : directly(located, before, live);
  }

  /**
   * From one state of the history to another, on a server that holds the first and perhaps more.
   */
  public Way between(Schema from, Schema to, Schema live) {
    return switch (maker.plan(from, to)) {
      case PlanResult.Proven proven -> replayed(proven.plan(), live);
      case PlanResult.Refused refused -> unproven(refused);
    };
  }

  private static Way.Blocked unproven(PlanResult.Refused refused) {
    return new Way.Blocked(
        refused.reason().message(), "This is a defect of schemend; please report it.");
  }

  private Way replayed(Plan plan, Schema live) {
    Schema schema = live;
    for (Step step : plan.steps()) {
      for (DdlStatement statement : step.statements()) {
        switch (interpreter.apply(schema, session, statement)) {
          case Applied.Ok ok -> schema = ok.schema();
          case Applied.Rejected rejected -> {
            return new Way.Blocked(
                "what else was changed in the database stands in the way: "
                    + rejected.error().message(),
                "Undo that change, or see migrate diff for a plan that undoes it as well.");
          }
        }
      }
    }
    return new Way.Planned(plan, schema, List.of());
  }

  /** The database is at no prefix: the objects of the migration are led to their old form. */
  private Way directly(Located located, Schema target, Schema live) {
    Schema merged = live;
    for (ObjectRef ref : located.touched()) {
      merged = merged.without(ref);
    }
    for (ObjectRef ref : located.touched()) {
      merged = target.get(ref).map(merged::with).orElse(merged);
    }
    Schema expected = merged;
    List<Change> alsoUndone = new ArrayList<>(located.unexplained());
    return switch (maker.plan(live, merged)) {
      case PlanResult.Proven proven -> new Way.Planned(proven.plan(), expected, alsoUndone);
      case PlanResult.Refused refused -> unproven(refused);
    };
  }

  /** On to the end of the migration, with the statements that are left of it. */
  public Way forward(Located located, Schema live) {
    Located settled = located.settled();
    if (!settled.isCertain()) {
      return new Way.Blocked(
          "whether some of its statements ran cannot be seen, and none may run twice",
          "Say with --applied N how many of its statements are applied.");
    }
    if (!settled.isExact()) {
      return new Way.Blocked(
          "the database is not as any number of its statements leaves it",
          "Go backward, or say with --applied N how many of its statements are applied.");
    }
    return onward(settled, settled.atLeast(), live);
  }

  /** On to the end of the migration from a place that a person has named. */
  public Way onward(Located located, int applied, Schema live) {
    List<ParsedStatement> left = new ArrayList<>();
    for (ParsedStatement statement : located.script().statements()) {
      boolean again = StatementEffect.of(statement) == StatementEffect.SESSION;
      if (statement.source().ordinal() > applied || again) {
        left.add(statement);
      }
    }
    FoldState state = fold.begin(fold.start(live));
    for (ParsedStatement statement : left) {
      state = fold.run(state, statement);
    }
    if (!state.coverage().isComplete()) {
      boolean refused =
          left.stream().noneMatch(one -> StatementEffect.of(one) == StatementEffect.UNKNOWN);
      if (refused) {
        return new Way.Blocked(
            "what is left of it would be refused: "
                + state.coverage().unknown().getFirst().message(),
            "Go backward, or correct the file.");
      }
    }
    return new Way.Written(left, state.schema());
  }
}
