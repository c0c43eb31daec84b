package dev.schemend.dialect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DdlStatement.SequenceOwner;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Schema;
import dev.schemend.model.Sequence;
import dev.schemend.model.SequenceOptions;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code CREATE}, {@code ALTER} and {@code DROP SEQUENCE}. */
final class SequenceStatements {

  private final Canonical canonical;
  private final Scope scope;

  SequenceStatements(Dialect dialect, Scope scope) {
    this.canonical = new Canonical(dialect, scope);
    this.scope = scope;
  }

  Schema create(DdlStatement.CreateSequence create) {
    ObjectName name = scope.toCreate(create.name());
    if (scope.isTaken(name) && create.ifNotExists()) {
      return scope.schema();
    }
    scope.requireFree(name, ObjectKind.SEQUENCE);
    return scope
        .schema()
        .with(
            new Sequence(
                name, canonical.sequence(create.options()), create.ownedBy().flatMap(this::owner)));
  }

  /** Counters are in no schema; what is named must be there. */
  static Schema continued(Scope scope, DdlStatement.ContinueCount count) {
    Table table = scope.table(count.table());
    Canonical.requireColumns(
        table.name(), table.columns(), List.of(count.column()), PostgresErrors.UNDEFINED_COLUMN);
    Stream.concat(count.sequence().stream(), count.source().stream())
        .filter(name -> scope.find(name, List.of(ObjectKind.SEQUENCE)).isEmpty())
        .findFirst()
        .ifPresent(
            name -> {
              throw PostgresErrors.undefined(ObjectRef.to(ObjectKind.SEQUENCE, name));
            });
    return scope.schema();
  }

  Schema alter(DdlStatement.AlterSequence alter) {
    Optional<Sequence> found = find(alter.name());
    if (found.isEmpty()) {
      if (alter.ifExists()) {
        return scope.schema();
      }
      scope.relation(alter.name()).ifPresent(SequenceStatements::refuse);
      throw PostgresErrors.undefined(ObjectRef.to(ObjectKind.SEQUENCE, alter.name()));
    }
    Sequence sequence = found.get();
    SequenceOptions merged =
        PostgresSequences.altered(
            sequence.options(),
            alter
                .type()
                .map(type -> PostgresSequences.ofType(canonical.type(type), alter.options()))
                .orElse(alter.options()));
    return scope
        .schema()
        .with(
            new Sequence(
                sequence.name(),
                canonical.sequence(merged),
                alter.ownedBy().isPresent()
                    ? alter.ownedBy().flatMap(this::owner)
                    : sequence.ownedBy()));
  }

  Schema drop(DdlStatement.DropSequences drop) {
    Schema schema = scope.schema();
    for (ObjectName written : drop.names()) {
      Scope now = new Scope(schema, scope.session());
      Optional<Sequence> found = new SequenceStatements(canonical, schema, scope).find(written);
      if (found.isEmpty()) {
        now.relation(written).ifPresent(SequenceStatements::refuse);
        if (drop.ifExists()) {
          continue;
        }
        throw PostgresErrors.undefined(ObjectRef.to(ObjectKind.SEQUENCE, written));
      }
      ObjectRef ref = found.get().ref();
      List<ObjectRef> users = Dropping.blockers(schema, List.of(ref));
      if (!users.isEmpty() && drop.behavior() == DropBehavior.RESTRICT) {
        throw PostgresErrors.referenced(ref, users);
      }
      schema = Dropping.cascade(schema, List.of(ref));
    }
    return schema;
  }

  private static void refuse(ObjectRef other) {
    throw PostgresErrors.invalid(other, "is not a sequence", PostgresErrors.WRONG_OBJECT_TYPE);
  }

  private SequenceStatements(Canonical canonical, Schema schema, Scope scope) {
    this.canonical = canonical;
    this.scope = new Scope(schema, scope.session());
  }

  private Optional<Sequence> find(ObjectName written) {
    return scope
        .resolve(written, name -> scope.schema().sequence(name).isPresent())
        .flatMap(name -> scope.schema().sequence(name));
  }

  private Optional<ObjectRef> owner(SequenceOwner owner) {
    return switch (owner) {
      case SequenceOwner.Nobody nobody -> Optional.empty();
      case SequenceOwner.OwningColumn column -> {
        Table table = scope.table(column.table());
        if (table.column(column.column()).isEmpty()) {
          throw PostgresErrors.undefined(ObjectRef.column(table.name(), column.column()));
        }
        yield Optional.of(ObjectRef.column(table.name(), column.column()));
      }
    };
  }
}
