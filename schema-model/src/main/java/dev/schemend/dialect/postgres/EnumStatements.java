package dev.schemend.dialect.postgres;

import dev.schemend.apply.ErrorCode;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.model.EnumType;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** {@code CREATE TYPE … AS ENUM}, {@code ALTER TYPE … VALUE} and {@code DROP TYPE}. */
final class EnumStatements {

  private static final List<ObjectKind> DROPPABLE =
      List.of(
          ObjectKind.ENUM_TYPE,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.DOMAIN);

  private EnumStatements() {}

  static Schema create(Scope scope, DdlStatement.CreateEnum create) {
    ObjectName name = scope.toCreate(create.name());
    if (scope.type(name).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.to(ObjectKind.ENUM_TYPE, name));
    }
    if (new HashSet<>(create.labels()).size() < create.labels().size()) {
      throw PostgresErrors.invalid(
          ObjectRef.to(ObjectKind.ENUM_TYPE, name),
          "a label is there twice",
          ErrorCode.of("23505"));
    }
    return scope.schema().with(new EnumType(name, create.labels()));
  }

  static Schema addValue(Scope scope, DdlStatement.AddEnumValue add) {
    EnumType type = require(scope, add.type());
    if (type.labels().contains(add.label())) {
      if (add.ifNotExists()) {
        return scope.schema();
      }
      throw PostgresErrors.invalid(
          type.ref(),
          "enum label \"" + add.label() + "\" already exists",
          PostgresErrors.DUPLICATE_OBJECT);
    }
    List<String> labels = new ArrayList<>(type.labels());
    labels.add(
        add.neighbor().map(neighbor -> place(type, neighbor)).orElse(labels.size()), add.label());
    return scope.schema().with(new EnumType(type.name(), labels));
  }

  private static int place(EnumType type, DdlStatement.AddEnumValue.Neighbor neighbor) {
    int at = requireLabel(type, neighbor.label());
    return neighbor.before() ? at : at + 1;
  }

  static Schema renameValue(Scope scope, DdlStatement.RenameEnumValue rename) {
    EnumType type = require(scope, rename.type());
    int at = requireLabel(type, rename.from());
    if (type.labels().contains(rename.to())) {
      throw PostgresErrors.invalid(
          type.ref(),
          "enum label \"" + rename.to() + "\" already exists",
          PostgresErrors.DUPLICATE_OBJECT);
    }
    List<String> labels = new ArrayList<>(type.labels());
    labels.set(at, rename.to());
    Schema schema = scope.schema().with(new EnumType(type.name(), labels));
    return EnumLabels.respelled(schema, type, rename.from(), rename.to());
  }

  static Schema drop(Scope scope, DdlStatement.DropTypes drop) {
    Schema schema = scope.schema();
    for (ObjectName written : drop.names()) {
      Optional<ObjectRef> found = new Scope(schema, scope.session()).find(written, DROPPABLE);
      if (found.isEmpty()) {
        requireNoTable(new Scope(schema, scope.session()), written);
        if (drop.ifExists()) {
          continue;
        }
        throw PostgresErrors.undefined(ObjectRef.to(ObjectKind.ENUM_TYPE, written));
      }
      List<ObjectRef> users = Dropping.blockers(schema, List.of(found.get()));
      if (!users.isEmpty() && drop.behavior() == DropBehavior.RESTRICT) {
        throw PostgresErrors.referenced(found.get(), users);
      }
      schema = Dropping.cascade(schema, List.of(found.get()));
    }
    return schema;
  }

  // The type of a table's rows goes with the table only.
  private static void requireNoTable(Scope scope, ObjectName written) {
    Optional<ObjectRef> table = scope.find(written, References.ROW_SOURCES);
    if (table.isPresent()) {
      throw PostgresErrors.referenced(
          ObjectRef.to(ObjectKind.COMPOSITE_TYPE, table.get().name()), List.of(table.get()));
    }
  }

  private static EnumType require(Scope scope, ObjectName written) {
    return scope
        .resolve(written, name -> scope.schema().enumType(name).isPresent())
        .flatMap(name -> scope.schema().enumType(name))
        .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.to(ObjectKind.ENUM_TYPE, written)));
  }

  private static int requireLabel(EnumType type, String label) {
    int at = type.labels().indexOf(label);
    if (at < 0) {
      throw PostgresErrors.invalid(
          type.ref(),
          "\"" + label + "\" is not an existing enum label",
          PostgresErrors.INVALID_PARAMETER);
    }
    return at;
  }
}
