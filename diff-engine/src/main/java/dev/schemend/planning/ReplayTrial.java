package dev.schemend.planning;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Schema;
import dev.schemend.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Carries steps out on a schema. Lives while one order is looked for, in one thread. */
final class ReplayTrial implements Trial {

  private final OnlineForms.Replay replay;
  private Schema schema;

  /** A trial that begins with {@code start}. */
  ReplayTrial(Schema start, OnlineForms.Replay replay) {
    this.schema = Objects.requireNonNull(start, "start");
    this.replay = Objects.requireNonNull(replay, "replay");
  }

  @Override
  public boolean takes(Step step) {
    Schema before = schema;
    if (taken(step.statements()) == step.statements().size()) {
      return true;
    }
    schema = before;
    return false;
  }

  /** The statements that come first, or an action of the first one. */
  @Override
  public Optional<Part> part(Step step) {
    List<DdlStatement> statements = step.statements();
    int taken = taken(statements);
    if (taken > 0) {
      return Optional.of(
          new Part(statements.subList(0, taken), statements.subList(taken, statements.size())));
    }
    if (statements.getFirst() instanceof DdlStatement.AlterTable alter
        && alter.actions().size() > 1) {
      for (int i = 0; i < alter.actions().size(); i++) {
        List<TableAction> others = new ArrayList<>(alter.actions());
        DdlStatement alone = with(alter, List.of(others.remove(i)));
        if (taken(List.of(alone)) == 1) {
          List<DdlStatement> left = new ArrayList<>(statements);
          left.set(0, with(alter, others));
          return Optional.of(new Part(List.of(alone), left));
        }
      }
    }
    return Optional.empty();
  }

  private static DdlStatement with(DdlStatement.AlterTable alter, List<TableAction> actions) {
    return new DdlStatement.AlterTable(alter.name(), alter.ifExists(), actions, alter.only());
  }

  private int taken(List<DdlStatement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      Optional<Schema> next = replay.apply(schema, statements.get(i));
      if (next.isEmpty()) {
        return i;
      }
      schema = next.get();
    }
    return statements.size();
  }
}
