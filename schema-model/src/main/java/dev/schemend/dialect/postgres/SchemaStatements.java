package dev.schemend.dialect.postgres;

import dev.schemend.apply.Renamer;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.model.Namespace;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;

/** {@code CREATE}, {@code ALTER} and {@code DROP SCHEMA}. */
final class SchemaStatements {

  private SchemaStatements() {}

  static Schema create(Scope scope, DdlStatement.CreateSchema create) {
    requireOrdinaryName(create.name());
    ObjectRef ref = ObjectRef.schema(create.name());
    if (!scope.schema().has(ref)) {
      return scope.schema().with(new Namespace(create.name()));
    }
    if (create.ifNotExists()) {
      return scope.schema();
    }
    throw PostgresErrors.duplicate(ref);
  }

  static Schema drop(Scope scope, DdlStatement.DropSchema drop) {
    Schema schema = scope.schema();
    for (Identifier name : drop.names()) {
      ObjectRef ref = ObjectRef.schema(name);
      if (!schema.has(ref)) {
        if (drop.ifExists()) {
          continue;
        }
        throw PostgresErrors.undefined(ref);
      }
      List<ObjectRef> inside = schema.dependants(ref).toList();
      List<ObjectRef> blockers = Dropping.blockers(schema, List.of(ref));
      if (!blockers.isEmpty() && drop.behavior() == DropBehavior.RESTRICT) {
        throw PostgresErrors.referenced(ref, blockers);
      }
      schema = Dropping.cascade(schema, inside).without(ref);
    }
    return schema;
  }

  static Schema rename(Scope scope, DdlStatement.RenameSchema rename) {
    ObjectRef from = ObjectRef.schema(rename.from());
    if (!scope.schema().has(from)) {
      throw PostgresErrors.undefined(from);
    }
    if (scope.schema().has(ObjectRef.schema(rename.to()))) {
      throw PostgresErrors.duplicate(ObjectRef.schema(rename.to()));
    }
    requireOrdinaryName(rename.to());
    Renamer renamer = new Renamer(ref -> moved(ref, rename.from(), rename.to()));
    Schema renamed = Schema.empty();
    for (var entry : scope.schema().objects()) {
      SchemaObject object = entry.getValue();
      renamed = renamed.with(renamer.rewrite(object));
    }
    return renamed;
  }

  // Manual, 5.9.5: names that start with pg_ are the system's.
  private static void requireOrdinaryName(Identifier name) {
    if (name.key().startsWith("pg_")) {
      throw PostgresErrors.invalid(
          ObjectRef.schema(name),
          "the prefix \"pg_\" is reserved for system schemas",
          PostgresErrors.RESERVED_NAME);
    }
  }

  private static ObjectRef moved(ObjectRef ref, Identifier from, Identifier to) {
    if (ref.kind() == ObjectKind.SCHEMA) {
      return ref.name().name().equals(from) ? ObjectRef.schema(to) : ref;
    }
    return ref.name().schema().equals(from)
        ? new ObjectRef(ref.kind(), new ObjectName(to, ref.name().name()), ref.member())
        : ref;
  }
}
