package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.Sequence;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.planning.Job;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A column that takes its numbers from a new sequence goes on counting: where the one that counted
 * so far stopped, if it is still there, and else behind the rows.
 */
final class Counters {

  /** What a sequence counts in (manual, CREATE SEQUENCE). */
  private static final Set<SqlType> NUMBERS =
      Set.of(SqlType.builtin("smallint"), SqlType.builtin("integer"), SqlType.builtin("bigint"));

  private final Job job;

  Counters(Job job) {
    this.job = job;
  }

  /**
   * What is to run before: a column that owns two sequences is asked in vain for the one behind its
   * identity, and that one is to have the name that the server gives it where nothing has it.
   */
  List<DdlStatement> ahead(ObjectName table, ColumnAltered altered) {
    return spent(table, altered.from(), altered.to())
        .map(sequence -> letGo(sequence, aside(sequence)))
        .orElse(List.of());
  }

  private static List<DdlStatement> letGo(Sequence sequence, Optional<Identifier> aside) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(
        new DdlStatement.AlterSequence(
            sequence.name(),
            SequenceOptions.DEFAULT,
            Optional.empty(),
            Optional.of(new DdlStatement.SequenceOwner.Nobody()),
            false));
    aside.ifPresent(
        name ->
            statements.add(
                new DdlStatement.RenameObject(ObjectKind.SEQUENCE, sequence.name(), name, false)));
    return statements;
  }

  /** The sequence that a column owns, drew from, and leaves for an identity. */
  private Optional<Sequence> spent(ObjectName table, Column from, Column to) {
    ObjectRef column = ObjectRef.column(table, from.name());
    return identity(to).isPresent() && identity(from).isEmpty()
        ? drawn(from, job.transition().from())
            .filter(sequence -> sequence.ownedBy().filter(column::equals).isPresent())
            .filter(sequence -> !job.transition().to().has(sequence.ref()))
        : Optional.empty();
  }

  /** What a sequence is called in its last moments. */
  ObjectName last(Sequence sequence) {
    return sequence
        .ownedBy()
        .filter(owner -> column(job.transition().from(), owner).isPresent())
        .filter(owner -> column(job.transition().to(), owner).isPresent())
        .filter(owner -> !job.drops(owner.name(), owner.member()))
        .flatMap(
            owner ->
                spent(
                    owner.name(),
                    column(job.transition().from(), owner).get(),
                    column(job.transition().to(), owner).get()))
        .filter(sequence::equals)
        .flatMap(this::aside)
        .map(name -> sequence.name().sibling(name))
        .orElse(sequence.name());
  }

  private static Optional<Column> column(Schema schema, ObjectRef column) {
    return schema.table(column.name()).flatMap(table -> table.column(column.member()));
  }

  // The name that the identity's sequence would get (ChooseRelationName).
  private Optional<Identifier> aside(Sequence sequence) {
    ObjectRef owner = sequence.ownedBy().orElseThrow();
    String implied = owner.name().name().text() + "_" + owner.member().text() + "_seq";
    return sequence.name().equals(owner.name().sibling(Identifier.of(implied)))
        ? Optional.of(new SpareNames(job).relation(sequence.name(), "_old"))
        : Optional.empty();
  }

  // Not where the sequence goes with a column that is dropped: then the rows alone tell the number.
  private boolean outlasts(Sequence source, ObjectRef drawer) {
    return source
        .ownedBy()
        .filter(owner -> !owner.equals(drawer))
        .map(
            owner ->
                column(job.transition().to(), owner).isPresent()
                    && !job.drops(owner.name(), owner.member()))
        .orElse(true);
  }

  private static boolean becomesIdentity(ColumnAltered altered) {
    return identity(altered.to()).isPresent() && identity(altered.from()).isEmpty();
  }

  /** What is to run once the column draws from its new sequence. */
  Optional<DdlStatement> continued(ObjectName table, ColumnAltered altered) {
    Optional<SequenceOptions> identity = identity(altered.to());
    Optional<Sequence> drawn =
        drawn(altered.to(), job.transition().to()).filter(sequence -> holdsNumbers(altered.to()));
    if (becomesIdentity(altered)) {
      return Optional.of(
          count(
              table,
              altered.to().name(),
              Optional.empty(),
              drawn(altered.from(), job.transition().from())
                  .filter(source -> outlasts(source, ObjectRef.column(table, altered.to().name())))
                  .map(this::last),
              identity.orElseThrow()));
    }
    return drawn
        .filter(sequence -> !job.transition().from().has(sequence.ref()))
        .map(
            sequence ->
                count(
                    table,
                    altered.to().name(),
                    Optional.of(sequence.name()),
                    Optional.empty(),
                    sequence.options()));
  }

  static boolean isIdentity(Column column) {
    return identity(column).isPresent();
  }

  static boolean isAlwaysIdentity(Column column) {
    return column.generation().orElse(null) instanceof Generation.Identity identity
        && identity.always();
  }

  /**
   * What is to run once rows have moved to a new table: its column counts on where the old table's
   * identity stopped, which is still there, or as {@link #continued} says.
   */
  Optional<DdlStatement> moved(Table source, Column before, Table target, Column after) {
    Optional<SequenceOptions> identity = identity(after);
    Optional<Sequence> drawn =
        drawn(after, job.transition().to())
            .filter(sequence -> holdsNumbers(after))
            .filter(sequence -> !job.transition().from().has(sequence.ref()));
    Optional<SequenceOptions> counts = identity.or(() -> drawn.map(Sequence::options));
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    DdlStatement.ContinueCount count =
        count(
            target.name(),
            after.name(),
            drawn.map(Sequence::name),
            identity.flatMap(own -> drawn(before, job.transition().from())).map(Sequence::name),
            counts.get());
    return Optional.of(identity(before).isPresent() ? count.behind(source.name()) : count);
  }

  private static DdlStatement.ContinueCount count(
      ObjectName table,
      Identifier column,
      Optional<ObjectName> sequence,
      Optional<ObjectName> source,
      SequenceOptions options) {
    boolean ascending = options.increment().orElse(1L) > 0;
    long first = ascending ? options.minimum().orElse(1L) : options.maximum().orElse(-1L);
    return new DdlStatement.ContinueCount(
        table,
        column,
        sequence,
        source,
        Optional.empty(),
        options.start().orElse(first),
        ascending);
  }

  private static Optional<SequenceOptions> identity(Column column) {
    return column.generation().orElse(null) instanceof Generation.Identity identity
        ? Optional.of(identity.options())
        : Optional.empty();
  }

  // Numbers in another form are in another order, and no sequence takes them.
  private static boolean holdsNumbers(Column column) {
    return NUMBERS.contains(column.type());
  }

  /** The sequence that the column's default draws from, and no other. */
  private static Optional<Sequence> drawn(Column column, Schema schema) {
    SortedSet<ObjectRef> mentioned = new TreeSet<>();
    column
        .defaultValue()
        .filter(SqlExpr.FunctionCall.class::isInstance)
        .ifPresent(value -> References.expression(value, mentioned));
    return mentioned.stream()
        .filter(ref -> ref.kind() == ObjectKind.SEQUENCE)
        .findFirst()
        .flatMap(ref -> schema.sequence(ref.name()));
  }
}
