package dev.schemend.rename;

import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.FormerNames;
import dev.schemend.plan.RenameQuestion;
import dev.schemend.plan.Step;
import dev.schemend.plan.TableDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The renames with which a plan begins. Everything that refers to what is renamed follows, as it
 * does on the server, so what is planned behind them starts from {@code renamed}.
 *
 * @param original the schema before them
 * @param renamed the schema after them
 * @param steps what brings them about, in order
 * @param questions what is gone, with what may have become of it, decided and open
 * @param problems why a rename that is decided cannot be done, in sentences; empty where all can
 */
public record Renames(
    Schema original,
    Schema renamed,
    List<Step> steps,
    List<RenameQuestion> questions,
    List<String> problems) {

  /** Copies the lists. */
  public Renames {
    Objects.requireNonNull(original, "original");
    Objects.requireNonNull(renamed, "renamed");
    steps = List.copyOf(steps);
    questions = List.copyOf(questions);
    problems = List.copyOf(problems);
  }

  /** No renames. */
  public static Renames none(Schema schema) {
    return new Renames(schema, schema, List.of(), List.of(), List.of());
  }

  /** These renames, with more there before and after them. */
  public Renames assuming(List<? extends SchemaObject> more) {
    Schema before = original;
    Schema after = renamed;
    for (SchemaObject object : more) {
      before = before.with(object);
      after = after.with(object);
    }
    return new Renames(before, after, steps, questions, problems);
  }

  /** The questions that nobody has answered. */
  public List<RenameQuestion> open() {
    return questions.stream().filter(RenameQuestion::isOpen).toList();
  }

  /** The same renames the other way round, for the way back. */
  public List<Declared> undone() {
    return questions.stream()
        .filter(one -> one.renamedTo().isPresent())
        .map(
            one ->
                new Declared(
                    one.renamedTo().orElseThrow(),
                    Optional.of(one.from()),
                    one.decision().orElseThrow().source(),
                    one.decision().orElseThrow().where()))
        .toList();
  }

  /** What differs by them alone. */
  public List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    FormerNames former = new FormerNames(questions);
    Map<ObjectName, List<TableDifference>> columns = new TreeMap<>();
    for (RenameQuestion question : questions) {
      question
          .renamedTo()
          .ifPresent(
              to -> {
                if (to.kind() == ObjectKind.COLUMN) {
                  columns
                      .computeIfAbsent(to.name(), table -> new ArrayList<>())
                      .add(
                          new TableDifference.ColumnRenamed(question.from().member(), to.member()));
                } else if (to.kind() == ObjectKind.ENUM_VALUE) {
                  changes.add(new Change.LabelRenamed(question.from(), to));
                } else {
                  original
                      .get(former.of(to))
                      .ifPresent(
                          from ->
                              renamed
                                  .get(to)
                                  .ifPresent(now -> changes.add(new Change.Renamed(from, now))));
                }
              });
    }
    columns.forEach(
        (name, differences) -> {
          Table table = renamed.table(name).orElseThrow();
          ObjectName old = former.of(ObjectRef.table(name)).name();
          changes.add(
              new Change.TableAltered(original.table(old).orElse(table), table, differences));
        });
    return changes;
  }
}
