package dev.schemend.dialect.mysql;

import dev.schemend.apply.ErrorCode;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.model.Sequence;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.SequenceOptions.Reset;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Optional;

/** MariaDB's sequences (Knowledge Base, "CREATE SEQUENCE" and "ALTER SEQUENCE"). */
public final class MySqlSequences {

  private static final ErrorCode NO_SUCH_SEQUENCE = ErrorCode.of(4091, "42S02");
  private static final long HIGHEST = Long.MAX_VALUE - 1;
  private static final long LOWEST = Long.MIN_VALUE + 1;
  private static final long CACHE = 1000;

  private final MySqlScope scope;

  MySqlSequences(MySqlScope scope) {
    this.scope = scope;
    scope.errors().requireMariaDb(true, "a sequence");
  }

  Schema create(DdlStatement.CreateSequence create) {
    ObjectName name = scope.toCreate(create.name());
    if (scope.isTaken(name)) {
      if (create.ifNotExists()) {
        return scope.schema();
      }
      throw scope.errors().tableExists(name);
    }
    return scope.schema().with(new Sequence(name, canonical(create.options()), Optional.empty()));
  }

  Schema alter(DdlStatement.AlterSequence alter) {
    ObjectName name = scope.qualify(alter.name());
    Optional<Sequence> found = scope.schema().sequence(name);
    if (found.isEmpty()) {
      if (alter.ifExists()) {
        return scope.schema();
      }
      throw scope.errors().noSuchTable(name);
    }
    // What is not written stays as it is, bounds included (sql_sequence.cc, alter).
    SequenceOptions old = explicit(found.get().options());
    SequenceOptions written = alter.options();
    // NO MINVALUE and NO MAXVALUE set back to the bounds of a sequence that counts up, whatever the
    // direction (sql_sequence.h, sequence_definition).
    Optional<Long> minimum = written.resets(Reset.NO_MINVALUE) ? Optional.of(1L) : old.minimum();
    Optional<Long> maximum =
        written.resets(Reset.NO_MAXVALUE) ? Optional.of(HIGHEST) : old.maximum();
    SequenceOptions both =
        new SequenceOptions(
            written.type().or(old::type),
            written.start().or(old::start),
            written.increment().or(old::increment),
            written.minimum().or(() -> minimum),
            written.maximum().or(() -> maximum),
            written.cache().or(old::cache),
            written.cycle() || (old.cycle() && !written.resets(Reset.NO_CYCLE)));
    return scope.schema().with(new Sequence(name, canonical(both), Optional.empty()));
  }

  Schema drop(DdlStatement.DropSequences drop) {
    Schema schema = scope.schema();
    for (ObjectName written : drop.names()) {
      ObjectRef ref = ObjectRef.to(ObjectKind.SEQUENCE, scope.qualify(written));
      if (!schema.has(ref) && !drop.ifExists()) {
        throw MySqlErrors.undefined(ref, NO_SUCH_SEQUENCE);
      }
      schema = schema.without(ref);
    }
    return schema;
  }

  // A value that is the default anyway is not kept; which it is depends on the direction.
  private static SequenceOptions canonical(SequenceOptions written) {
    boolean down = written.increment().filter(step -> step < 0).isPresent();
    long minimum = written.minimum().orElse(down ? LOWEST : 1L);
    long maximum = written.maximum().orElse(down ? -1L : HIGHEST);
    return new SequenceOptions(
        Optional.empty(),
        unless(written.start(), down ? maximum : minimum),
        unless(written.increment(), 1),
        unless(written.minimum(), down ? LOWEST : 1),
        unless(written.maximum(), down ? -1 : HIGHEST),
        unless(written.cache(), CACHE),
        written.cycle());
  }

  /** {@code options} with every default written out, as a change back to one needs it. */
  public static SequenceOptions explicit(SequenceOptions options) {
    boolean down = options.increment().filter(step -> step < 0).isPresent();
    long minimum = options.minimum().orElse(down ? LOWEST : 1L);
    long maximum = options.maximum().orElse(down ? -1L : HIGHEST);
    return new SequenceOptions(
        Optional.empty(),
        Optional.of(options.start().orElse(down ? maximum : minimum)),
        Optional.of(options.increment().orElse(1L)),
        Optional.of(minimum),
        Optional.of(maximum),
        Optional.of(options.cache().orElse(CACHE)),
        options.cycle());
  }

  private static Optional<Long> unless(Optional<Long> written, long standard) {
    return written.filter(value -> value != standard);
  }
}
