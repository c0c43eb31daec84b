package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TransactionMode;
import dev.schemend.planning.OnlineForms;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Indexes built and dropped concurrently, constraints added first and validated later, in
 * transactions of their own (manual, CREATE INDEX and ALTER TABLE, "Notes").
 */
public final class PostgresOnlineForms implements OnlineForms {

  private final Dialect dialect;

  /** The forms of one server. */
  public PostgresOnlineForms(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public List<Step> rewrite(Transition transition, List<Step> steps, Replay replay) {
    Set<ObjectName> replaced = replaced(steps);
    List<Step> gentle = new ArrayList<>();
    Schema schema = transition.from();
    for (Step step : steps) {
      List<Step> forms = new ArrayList<>();
      for (DdlStatement statement : step.statements()) {
        forms.addAll(forms(step, statement, schema, transition.from(), replaced));
        Optional<Schema> next = replay.apply(schema, statement);
        if (next.isEmpty()) {
          return steps;
        }
        schema = next.get();
      }
      boolean untouched =
          forms.stream()
              .flatMap(one -> one.statements().stream())
              .toList()
              .equals(step.statements());
      gentle.addAll(untouched ? List.of(step) : forms);
    }
    return gentle;
  }

  /** Indexes that are dropped and made anew: they can be built before the old ones go. */
  private static Set<ObjectName> replaced(List<Step> steps) {
    Set<ObjectName> dropped = new HashSet<>();
    Set<ObjectName> replaced = new HashSet<>();
    for (Step step : steps) {
      for (DdlStatement statement : step.statements()) {
        if (statement instanceof DdlStatement.DropIndexes drop && drop.names().size() == 1) {
          dropped.add(drop.names().getFirst());
        } else if (statement instanceof DdlStatement.CreateIndex create
            && dropped.contains(create.table().sibling(create.index().name()))) {
          replaced.add(create.table().sibling(create.index().name()));
        }
      }
    }
    return replaced;
  }

  private List<Step> forms(
      Step step, DdlStatement statement, Schema before, Schema start, Set<ObjectName> replaced) {
    if (statement instanceof DdlStatement.CreateIndex create
        && isInUse(start, before, create.table())
        && !create.only()) {
      return index(step, create, before, replaced);
    }
    if (statement instanceof DdlStatement.DropIndexes drop
        && drop.behavior() == DropBehavior.RESTRICT) {
      return dropped(step, drop, before, start, replaced);
    }
    if (statement instanceof DdlStatement.AlterTable alter && hasRows(start, before, alter)) {
      return new OnlineAlteration(
              dialect, step, alter, before.table(alter.name()).orElseThrow(), before)
          .steps();
    }
    return List.of(one(step.label(), statement, step.transaction()));
  }

  /** A table with rows and users, and in one piece: its partitions would be locked with it. */
  private static boolean isInUse(Schema start, Schema before, ObjectName name) {
    return start.table(name).isPresent()
        && before.table(name).filter(table -> !Descent.lineage(table).isPartitioned()).isPresent();
  }

  /** Whether a statement reaches rows, be they those of partitions. */
  private static boolean hasRows(Schema start, Schema before, DdlStatement.AlterTable alter) {
    return start.table(alter.name()).isPresent()
        && before
            .table(alter.name())
            .filter(table -> !(alter.only() && Descent.lineage(table).isPartitioned()))
            .isPresent();
  }

  private static List<Step> index(
      Step step, DdlStatement.CreateIndex create, Schema before, Set<ObjectName> replaced) {
    ObjectName name = create.table().sibling(create.index().name());
    if (!replaced.contains(name)) {
      return List.of(one(step.label(), concurrently(create, create.index())));
    }
    Identifier meanwhile = Temporary.name(before, name, "_new");
    return List.of(
        one(step.label(), concurrently(create, create.index().withName(meanwhile))),
        one(StepLabel.DROP_INDEX, concurrently(name)),
        new Step(
            StepLabel.RENAME_INDEX,
            List.of(new DdlStatement.RenameIndex(name.sibling(meanwhile), name.name(), false)),
            TransactionMode.SEPARATE));
  }

  private static DdlStatement concurrently(DdlStatement.CreateIndex create, Index index) {
    return new DdlStatement.CreateIndex(create.table(), index, create.ifNotExists(), true);
  }

  private static DdlStatement concurrently(ObjectName index) {
    return new DdlStatement.DropIndexes(List.of(index), false, true, DropBehavior.RESTRICT);
  }

  private static List<Step> dropped(
      Step step,
      DdlStatement.DropIndexes drop,
      Schema before,
      Schema start,
      Set<ObjectName> replaced) {
    List<Step> steps = new ArrayList<>();
    for (ObjectName name : drop.names()) {
      Optional<Table> table = before.index(name).flatMap(ref -> before.table(ref.name()));
      boolean inUse = table.filter(one -> isInUse(start, before, one.name())).isPresent();
      if (replaced.contains(name) && inUse) {
        continue;
      }
      steps.add(
          inUse
              ? one(step.label(), concurrently(name))
              : one(
                  step.label(),
                  new DdlStatement.DropIndexes(
                      List.of(name), drop.ifExists(), drop.concurrently(), drop.behavior()),
                  step.transaction()));
    }
    return steps;
  }

  static Step one(StepLabel label, DdlStatement statement) {
    return one(label, statement, TransactionMode.SEPARATE);
  }

  private static Step one(StepLabel label, DdlStatement statement, TransactionMode mode) {
    return new Step(label, List.of(statement), mode);
  }
}
