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
import java.util.Comparator;
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

  /**
   * What is made inside of the new schema, in the server's order: sequences, tables, views,
   * indexes, triggers ({@code parse_utilcmd.c}, transformCreateSchemaStmtElements).
   */
  static List<DdlStatement> elements(DdlStatement.CreateSchema create) {
    if (create.ifNotExists() && !create.elements().isEmpty()) {
      throw PostgresErrors.invalid(
          ObjectRef.schema(create.name()),
          "CREATE SCHEMA IF NOT EXISTS cannot include schema elements",
          PostgresErrors.NOT_SUPPORTED);
    }
    for (DdlStatement element : create.elements()) {
      Identifier schema = place(element).schema();
      boolean here = schema.isNone() || schema.equals(create.name());
      if (!here && !schema.equals(Scope.TEMPORARY)) {
        throw PostgresErrors.invalid(
            ObjectRef.schema(schema),
            "CREATE specifies a schema different from the one being created",
            PostgresErrors.INVALID_SCHEMA_DEFINITION);
      }
    }
    return create.elements().stream()
        .sorted(Comparator.comparingInt(SchemaStatements::rank))
        .toList();
  }

  // The name that says in which schema an element goes.
  private static ObjectName place(DdlStatement element) {
    return switch (element) {
      case DdlStatement.CreateTable table -> table.name();
      case DdlStatement.CreateTableAs table -> table.name();
      case DdlStatement.CreateSequence sequence -> sequence.name();
      case DdlStatement.CreateIndex index -> index.table();
      case DdlStatement.CreateObject object -> object.object().ref().name();
      default -> throw PostgresErrors.foreign("such a statement inside of CREATE SCHEMA");
    };
  }

  private static int rank(DdlStatement element) {
    return switch (element) {
      case DdlStatement.CreateSequence sequence -> 0;
      case DdlStatement.CreateTable table -> 1;
      case DdlStatement.CreateTableAs table -> 1;
      case DdlStatement.CreateIndex index -> 3;
      case DdlStatement.CreateObject object ->
          object.object().ref().kind() == ObjectKind.TRIGGER ? 4 : 2;
      default -> throw PostgresErrors.foreign("such a statement inside of CREATE SCHEMA");
    };
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
      List<ObjectRef> blockers = Dropping.blockers(schema, List.of(ref));
      if (!blockers.isEmpty() && drop.behavior() == DropBehavior.RESTRICT) {
        throw PostgresErrors.referenced(ref, blockers);
      }
      schema = Dropping.cascade(schema, List.of(ref));
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
