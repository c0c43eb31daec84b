package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DdlStatement.SequenceOwner;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Schema;
import dev.schemend.model.Sequence;
import dev.schemend.model.SequenceOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sequences, and what ties them to columns: a new column with a sequence of its own is written as
 * {@code serial} where the server would make that very sequence (manual, 8.1.4), and a sequence
 * goes with the column that owns it.
 */
final class Sequences {

  private static final Map<SqlType, String> SERIAL =
      Map.of(
          SqlType.builtin("smallint"), "smallserial",
          SqlType.builtin("integer"), "serial",
          SqlType.builtin("bigint"), "bigserial");
  private static final SqlType DEFAULT_TYPE = SqlType.builtin("bigint");

  private final Job job;
  private final Map<ObjectRef, Sequence> serials = new TreeMap<>();
  private final Map<ObjectName, List<DdlStatement>> ownerships = new TreeMap<>();

  Sequences(Job job) {
    this.job = job;
    for (Change change : job.changes()) {
      if (change instanceof Change.Created created
          && created.object() instanceof Sequence sequence) {
        sequence
            .ownedBy()
            .filter(owner -> isSerial(sequence, owner))
            .ifPresent(owner -> serials.put(owner, sequence));
      }
    }
    for (Change change : job.changes()) {
      if (change instanceof Change.Created created
          && created.object() instanceof Sequence sequence) {
        if (!serials.containsValue(sequence)) {
          sequence.ownedBy().filter(this::comes).ifPresent(owner -> own(sequence, owner));
        }
      } else if (change instanceof Change.SequenceAltered altered
          && !altered.from().ownedBy().equals(altered.to().ownedBy())) {
        altered.to().ownedBy().filter(this::comes).ifPresent(owner -> own(altered.to(), owner));
      }
    }
    orphaned().forEach(sequence -> own(sequence, sequence.ownedBy().orElseThrow()));
  }

  private boolean isSerial(Sequence sequence, ObjectRef owner) {
    if (!comes(owner)) {
      return false;
    }
    Optional<Column> column =
        job.transition().to().table(owner.name()).flatMap(to -> to.column(owner.member()));
    if (column.isEmpty() || column.get().nullable() || column.get().generation().isPresent()) {
      return false;
    }
    SqlType type = column.get().type();
    String implied = owner.name().name().text() + "_" + owner.member().text() + "_seq";
    // A name that had to be cut, or made different, is not the one the server would choose.
    return SERIAL.containsKey(type)
        && sequence.name().equals(owner.name().sibling(Identifier.of(implied)))
        && job.dialect().identifiers().truncate(implied).equals(implied)
        && sequence.options().equals(ofType(type))
        && column.get().defaultValue().filter(value -> draws(value, sequence.name())).isPresent();
  }

  private static SequenceOptions ofType(SqlType type) {
    return new SequenceOptions(
        Optional.of(type).filter(one -> !one.equals(DEFAULT_TYPE)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static boolean draws(SqlExpr value, ObjectName sequence) {
    return value instanceof SqlExpr.FunctionCall call
        && call.name().name().key().equals("nextval")
        && call.arguments().equals(List.of(new SqlExpr.RegClass(sequence)));
  }

  private boolean comes(ObjectRef column) {
    return job.adds(column.name(), column.member());
  }

  private boolean goes(ObjectRef column) {
    return job.drops(column.name(), column.member());
  }

  private void own(Sequence sequence, ObjectRef owner) {
    ownerships
        .computeIfAbsent(owner.name(), table -> new ArrayList<>())
        .add(alter(sequence.name(), SequenceOptions.DEFAULT, Optional.of(owning(owner))));
  }

  /** The column as {@code CREATE TABLE} or {@code ADD COLUMN} is to write it. */
  Column written(ObjectName table, Column column) {
    if (!serials.containsKey(ObjectRef.column(table, column.name()))) {
      return WrittenDefaults.of(column);
    }
    return column
        .withType(SqlType.builtin(SERIAL.get(column.type())))
        .withDefault(Optional.empty());
  }

  /** The names that come with {@code column}. */
  Set<ObjectRef> made(ObjectName table, Column column) {
    Sequence sequence = serials.get(ObjectRef.column(table, column.name()));
    return sequence == null ? Set.of() : Set.of(sequence.ref(), Names.relation(sequence.name()));
  }

  /** The names that go with {@code column}. */
  Set<ObjectRef> freed(ObjectName table, Column column) {
    Set<ObjectRef> names = new TreeSet<>();
    owned(ObjectRef.column(table, column.name())).stream()
        .filter(sequence -> !job.transition().to().has(sequence.ref()))
        .filter(sequence -> !isShared(sequence))
        .forEach(
            sequence -> {
              names.add(sequence.ref());
              names.add(Names.relation(sequence.name()));
            });
    return names;
  }

  /** The sequences that a column owns as it is. */
  private List<Sequence> owned(ObjectRef column) {
    return job.transition()
        .from()
        .dependants(ObjectRef.table(column.name()))
        .filter(ref -> ref.kind() == ObjectKind.SEQUENCE)
        .flatMap(ref -> job.transition().from().sequence(ref.name()).stream())
        .filter(sequence -> sequence.ownedBy().filter(column::equals).isPresent())
        .toList();
  }

  /** The sequences that stay while the column that owns them is made anew. */
  private List<Sequence> orphaned() {
    List<Sequence> found = new ArrayList<>();
    for (TableEdit edit : job.edits().all()) {
      for (Column column : edit.droppedColumns()) {
        if (edit.adds(column.name())) {
          ObjectRef owner = ObjectRef.column(edit.from().name(), column.name());
          owned(owner).stream()
              .filter(
                  sequence ->
                      job.transition()
                          .to()
                          .sequence(sequence.name())
                          .flatMap(Sequence::ownedBy)
                          .filter(owner::equals)
                          .isPresent())
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  /** What hands sequences over to columns of {@code table}, to run once those exist. */
  List<DdlStatement> ownerships(ObjectName table) {
    return ownerships.getOrDefault(table, List.of());
  }

  /** The steps of their own. */
  void draft() {
    for (Change change : job.changes()) {
      if (change instanceof Change.Created created
          && created.object() instanceof Sequence sequence) {
        create(sequence);
      } else if (change instanceof Change.Dropped dropped
          && dropped.object() instanceof Sequence sequence) {
        drop(sequence);
      } else if (change instanceof Change.SequenceAltered altered) {
        alter(altered);
      }
    }
    orphaned().forEach(sequence -> job.out().add(letGo(sequence)));
  }

  private static PlannedStep letGo(Sequence sequence) {
    return PlannedStep.of(
        Steps.step(
            StepLabel.ALTER_SEQUENCE,
            alter(
                sequence.name(), SequenceOptions.DEFAULT, Optional.of(new SequenceOwner.Nobody()))),
        sequence.ref());
  }

  /**
   * Whether tables draw from it that go as well, but not along with its owner. A table that stays
   * is told to draw from it no more before its owner goes.
   */
  private boolean isShared(Sequence sequence) {
    Schema from = job.transition().from();
    ObjectName owner = sequence.ownedBy().orElseThrow().name();
    return from.dependants(sequence.ref())
        .filter(ref -> ref.kind() == ObjectKind.TABLE && !ref.name().equals(owner))
        .filter(ref -> !job.transition().to().has(ref))
        .anyMatch(ref -> !Descent.descends(from, ref.name(), owner));
  }

  private void create(Sequence sequence) {
    if (serials.containsValue(sequence)) {
      return;
    }
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.CREATE_SEQUENCE,
                        new DdlStatement.CreateSequence(
                            sequence.name(),
                            sequence.options(),
                            sequence
                                .ownedBy()
                                .filter(owner -> !comes(owner))
                                .map(Sequences::owning),
                            false)),
                    sequence.ref())
                .making(Set.of(sequence.ref(), Names.relation(sequence.name()))));
  }

  private void drop(Sequence sequence) {
    if (sequence.ownedBy().filter(this::goes).isPresent()) {
      if (!isShared(sequence)) {
        return;
      }
      job.out().add(letGo(sequence));
    }
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.DROP_SEQUENCE,
                        new DdlStatement.DropSequences(
                            List.of(new Counters(job).last(sequence)),
                            false,
                            DropBehavior.RESTRICT)),
                    sequence.ref())
                .freeing(Set.of(sequence.ref(), Names.relation(sequence.name()))));
  }

  private void alter(Change.SequenceAltered altered) {
    Sequence from = altered.from();
    Sequence to = altered.to();
    Optional<SequenceOwner> owner = Optional.empty();
    if (!from.ownedBy().equals(to.ownedBy())) {
      boolean later = to.ownedBy().filter(this::comes).isPresent();
      // Let go of the old owner before it drops the sequence; the new one may not exist yet.
      owner =
          later
              ? from.ownedBy().filter(this::goes).map(old -> new SequenceOwner.Nobody())
              : Optional.of(
                  to.ownedBy()
                      .<SequenceOwner>map(Sequences::owning)
                      .orElse(new SequenceOwner.Nobody()));
    }
    SequenceOptions written = SequenceChanges.written(from.options(), to.options());
    boolean restarts = SequenceChanges.restarts(from.options(), to.options());
    if (owner.isEmpty() && written.equals(SequenceOptions.DEFAULT)) {
      return;
    }
    job.out()
        .add(
            PlannedStep.of(
                    Steps.step(
                        StepLabel.ALTER_SEQUENCE,
                        new DdlStatement.AlterSequence(
                            to.name(), written, written.type(), owner, false, restarts)),
                    to.ref())
                .making(Set.of(to.ref())));
  }

  private static DdlStatement alter(
      ObjectName name, SequenceOptions options, Optional<SequenceOwner> owner) {
    return new DdlStatement.AlterSequence(name, options, options.type(), owner, false);
  }

  private static SequenceOwner owning(ObjectRef column) {
    return new SequenceOwner.OwningColumn(column.name(), column.member());
  }
}
