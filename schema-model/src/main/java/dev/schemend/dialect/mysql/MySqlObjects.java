package dev.schemend.dialect.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Databases, and objects that are carried without being understood. */
final class MySqlObjects {

  private MySqlObjects() {}

  static Schema createDatabase(MySqlScope scope, DdlStatement.CreateSchema create) {
    return createDatabase(
        scope,
        new DdlStatement.OfMySql.CreateDatabase(
            create.name(), Optional.empty(), Optional.empty(), create.ifNotExists()));
  }

  static Schema createDatabase(MySqlScope scope, DdlStatement.OfMySql.CreateDatabase create) {
    if (scope.database(create.name()).isNone()) {
      return scope.schema();
    }
    ObjectRef ref = ObjectRef.schema(create.name());
    if (!scope.schema().has(ref)) {
      return scope
          .schema()
          .with(namespace(scope, create.name(), create.characterSet(), create.collation()));
    }
    if (create.ifNotExists()) {
      return scope.schema();
    }
    throw scope.errors().databaseExists(ref);
  }

  // The defaults of the connection's own database are those that the profile tells.
  static Schema alterDatabase(MySqlScope scope, DdlStatement.OfMySql.AlterDatabase alter) {
    Identifier name =
        scope.database(alter.name().isNone() ? scope.session().searchPath().get(0) : alter.name());
    if (name.isNone()) {
      return scope.schema();
    }
    Namespace old =
        scope
            .schema()
            .get(ObjectRef.schema(name))
            .map(Namespace.class::cast)
            .orElseThrow(() -> scope.errors().unknownDatabase(ObjectRef.schema(name)));
    Namespace written = namespace(scope, name, alter.characterSet(), alter.collation());
    return scope
        .schema()
        .with(
            new Namespace(
                name,
                written.characterSet().or(old::characterSet),
                written.collation().or(old::collation)));
  }

  private static Namespace namespace(
      MySqlScope scope, Identifier name, Optional<String> set, Optional<String> collation) {
    MySqlColumns.CharacterSet resolved = new MySqlColumns(scope).resolve(set, collation);
    return new Namespace(name, resolved.name(), resolved.collation());
  }

  static Schema dropDatabase(MySqlScope scope, DdlStatement.DropSchema drop) {
    Schema schema = scope.schema();
    for (Identifier written : drop.names()) {
      Identifier name = scope.database(written);
      if (name.isNone()) {
        schema = withoutAllOf(schema, name);
        continue;
      }
      ObjectRef ref = ObjectRef.schema(name);
      if (!schema.has(ref)) {
        if (drop.ifExists()) {
          continue;
        }
        throw scope.errors().noSuchDatabaseToDrop(ref);
      }
      schema = withoutAllOf(schema, name).without(ref);
    }
    return schema;
  }

  private static Schema withoutAllOf(Schema schema, Identifier database) {
    Schema rest = schema;
    for (ObjectRef ref : schema.objects().keys().toList()) {
      if (ref.kind() != ObjectKind.SCHEMA && ref.name().schema().equals(database)) {
        rest = rest.without(ref);
      }
    }
    return rest;
  }

  static Schema createOpaque(MySqlScope scope, DdlStatement.CreateOpaque create) {
    OpaqueObject written = create.object();
    ObjectRef ref =
        new ObjectRef(
            written.ref().kind(), scope.qualify(written.ref().name()), written.ref().member());
    boolean taken =
        scope.schema().has(ref)
            || (ref.kind() == ObjectKind.VIEW && scope.schema().table(ref.name()).isPresent());
    if (taken && !create.orReplace()) {
      throw MySqlErrors.duplicate(ref, MySqlDefinitions.alreadyThere(ref.kind()));
    }
    TreeSet<ObjectRef> dependsOn = new TreeSet<>();
    for (ObjectRef dependency : written.dependsOn()) {
      ObjectName name = scope.qualify(dependency.name());
      for (ObjectKind kind : List.of(ObjectKind.TABLE, ObjectKind.VIEW)) {
        ObjectRef candidate = ObjectRef.to(kind, name);
        if (scope.schema().has(candidate) && !candidate.equals(ref)) {
          dependsOn.add(candidate);
        }
      }
    }
    return scope.schema().with(new OpaqueObject(ref, written.text(), dependsOn));
  }
}
