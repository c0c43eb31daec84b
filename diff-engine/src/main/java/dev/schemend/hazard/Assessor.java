package dev.schemend.hazard;

import dev.schemend.apply.Session;
import dev.schemend.collect.PersistentSortedMap.Edit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges the statements of one script in their order. Keeps in mind which tables the script made
 * itself: what would be dangerous on a table with rows and users is not on those. Lives in one
 * thread.
 */
public final class Assessor {

  private final HazardRules rules;
  private final Schema end;
  private final Set<ObjectName> fresh = new TreeSet<>();
  private final Set<ObjectName> filled = new TreeSet<>();
  private final Set<ObjectRef> carriedOver = new TreeSet<>();

  /**
   * A judge of one script.
   *
   * @param rules of the server that it is to run on
   * @param end what is there behind the script: tells what is dropped for good from what comes back
   */
  public Assessor(HazardRules rules, Schema end) {
    this.rules = rules;
    this.end = end;
  }

  /** What is known about the next statement, which leads from the one schema to the other. */
  public Assessment next(DdlStatement statement, Schema before, Schema after, Session session) {
    return judge(deed(statement, before, after, session));
  }

  /** The next statement in its place. */
  public Deed deed(DdlStatement statement, Schema before, Schema after, Session session) {
    return new Deed(statement, before, after, session, fresh, filled);
  }

  /** What is known about the next statement. */
  public Assessment judge(Deed deed) {
    List<Hazard> hazards = lasting(Losses.of(deed, end), deed.after());
    hazards.removeIf(
        hazard -> hazard.kind() == Hazard.Kind.DATA_LOSS && carriedOver.contains(hazard.object()));
    if (deed.statement() instanceof DdlStatement.CopyRows copy) {
      emptied(deed.resolved(ObjectKind.TABLE, copy.from()), deed.before());
      filled.add(deed.resolved(ObjectKind.TABLE, copy.to()));
    }
    if (deed.statement() instanceof DdlStatement.ContinueCount count) {
      count
          .source()
          .map(source -> deed.resolved(ObjectKind.SEQUENCE, source))
          .ifPresent(source -> carriedOver.add(ObjectRef.to(ObjectKind.SEQUENCE, source)));
    }
    remember(Moves.of(deed), deed.before(), deed.after());
    return rules.assess(deed).plus(hazards);
  }

  // Its rows, and those of its partitions, are in another table.
  private void emptied(ObjectName table, Schema schema) {
    fresh.add(table);
    schema
        .dependants(ObjectRef.table(table))
        .flatMap(ref -> schema.table(ref.name()).stream())
        .filter(heir -> heir.options().postgres().lineage().parents().contains(table))
        .filter(heir -> !fresh.contains(heir.name()))
        .forEach(heir -> emptied(heir.name(), schema));
  }

  /**
   * What procedural code loses: all that can be known of it is what is gone behind it.
   *
   * @return the dangers; what it locks is not among them
   */
  public List<Hazard> code(Schema before, Schema after) {
    List<Hazard> hazards = Losses.between(before, after, Moves.NONE, fresh, end);
    remember(Moves.NONE, before, after);
    return lasting(hazards, after);
  }

  // Whether code mentions a thing does not matter where the thing comes back.
  private List<Hazard> lasting(List<Hazard> hazards, Schema after) {
    List<Hazard> lasting = new ArrayList<>();
    for (Hazard hazard : hazards) {
      boolean comesBack = !after.has(hazard.object()) && end.has(hazard.object());
      if (hazard.kind() != Hazard.Kind.UNTRACKED_DEPENDENCIES || !comesBack) {
        lasting.add(hazard);
      }
      if (hazard.kind() == Hazard.Kind.RECREATED && rules.grantsGoWith(hazard.object().kind())) {
        lasting.add(
            new Hazard(
                Hazard.Kind.PRIVILEGES_LOST,
                hazard.object(),
                "what was granted on it goes with it, and must be granted again"));
      }
    }
    return lasting;
  }

  private void remember(Moves moves, Schema before, Schema after) {
    List<ObjectName> gone = new ArrayList<>();
    List<ObjectName> come = new ArrayList<>();
    for (Edit<ObjectRef, SchemaObject> edit : after.objects().editsSince(before.objects())) {
      if (edit.before().isEmpty() && edit.after().orElse(null) instanceof Table) {
        come.add(edit.key().name());
      } else if (edit.after().isEmpty() && edit.before().orElse(null) instanceof Table) {
        gone.add(edit.key().name());
      }
    }
    boolean moved = moves.movesObjects() && !gone.isEmpty();
    if (!moved || fresh.containsAll(gone)) {
      fresh.addAll(come);
    }
    fresh.removeAll(gone);
    filled.removeAll(gone);
  }
}
