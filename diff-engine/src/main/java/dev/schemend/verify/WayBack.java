package dev.schemend.verify;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.Plan;
import dev.schemend.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The plan back: the schema comes back, what was in it need not. */
public final class WayBack {

  private WayBack() {}

  /**
   * {@code back} with a hazard wherever it brings something back that has lost its content on the
   * way there.
   *
   * @param there the plan whose way back it is
   */
  public static Plan of(Plan there, Plan back) {
    Map<ObjectRef, Hazard> lost = new TreeMap<>();
    there.steps().stream()
        .flatMap(step -> step.hazards().stream())
        .filter(hazard -> hazard.kind() == Hazard.Kind.DATA_LOSS)
        .forEach(hazard -> lost.putIfAbsent(hazard.object(), hazard));
    return back.withSteps(back.steps().stream().map(step -> telling(step, lost)).toList());
  }

  private static Step telling(Step step, Map<ObjectRef, Hazard> lost) {
    List<Hazard> hazards = new ArrayList<>(step.hazards());
    for (ObjectRef made : made(step)) {
      Hazard there = lost.get(made);
      if (there != null) {
        hazards.add(
            new Hazard(
                Hazard.Kind.DATA_LOSS,
                made,
                "what it held before does not come back: on the way there " + there.reason()));
      }
    }
    return step.assessed(hazards, step.locks(), step.transaction());
  }

  /** What a step makes, or gives another type. */
  private static Set<ObjectRef> made(Step step) {
    Set<ObjectRef> made = new TreeSet<>();
    for (DdlStatement statement : step.statements()) {
      if (statement instanceof DdlStatement.CreateTable create) {
        made.add(ObjectRef.table(create.name()));
      } else if (statement instanceof DdlStatement.CreateEnum create) {
        made.add(ObjectRef.to(ObjectKind.ENUM_TYPE, create.name()));
      } else if (statement instanceof DdlStatement.AlterTable alter) {
        for (TableAction action : alter.actions()) {
          if (action instanceof TableAction.AddColumn add) {
            made.add(ObjectRef.column(alter.name(), add.definition().column().name()));
          } else if (action instanceof TableAction.ChangeColumn change) {
            made.add(ObjectRef.column(alter.name(), change.definition().column().name()));
          } else if (action instanceof TableAction.AlterColumnType change) {
            made.add(ObjectRef.column(alter.name(), change.column()));
          }
        }
      }
    }
    return made;
  }
}
