package dev.schemend.dialect.postgres;

import dev.schemend.apply.Renamer;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Statements that treat objects of several kinds alike: renames, moves and opaque objects. */
final class ObjectStatements {

  private static final List<ObjectKind> READABLE =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.FOREIGN_TABLE);

  private ObjectStatements() {}

  static Schema rename(Scope scope, DdlStatement.RenameObject rename) {
    Optional<ObjectRef> found = find(scope, rename.kind(), rename.from());
    if (found.isEmpty()) {
      if (rename.ifExists()) {
        return scope.schema();
      }
      throw PostgresErrors.undefined(ObjectRef.to(rename.kind(), rename.from()));
    }
    return move(scope, found.get(), found.get().name().sibling(rename.to()));
  }

  static Schema setSchema(Scope scope, DdlStatement.SetObjectSchema set) {
    Optional<ObjectRef> found = find(scope, set.kind(), set.name());
    if (found.isEmpty()) {
      if (set.ifExists()) {
        return scope.schema();
      }
      throw PostgresErrors.undefined(ObjectRef.to(set.kind(), set.name()));
    }
    if (!scope.schema().has(ObjectRef.schema(set.schema()))) {
      throw PostgresErrors.undefined(ObjectRef.schema(set.schema()));
    }
    return move(scope, found.get(), new ObjectName(set.schema(), found.get().name().name()));
  }

  private static Optional<ObjectRef> find(Scope scope, ObjectKind kind, ObjectName written) {
    return PostgresErrors.isRelation(kind)
        ? scope.find(written, List.of(kind))
        : scope.find(written, List.of(kind)).or(() -> scope.type(written));
  }

  private static Schema move(Scope scope, ObjectRef from, ObjectName to) {
    boolean taken =
        PostgresErrors.isRelation(from.kind())
            ? scope.isTaken(to)
            : scope.type(to).isPresent() || scope.schema().has(ObjectRef.to(from.kind(), to));
    if (taken) {
      throw PostgresErrors.duplicate(ObjectRef.to(from.kind(), to));
    }
    return Renamer.follow(scope.schema(), from, to);
  }

  static Schema createOpaque(Scope scope, DdlStatement.CreateOpaque create) {
    OpaqueObject written = create.object();
    ObjectRef ref = place(scope, written.ref());
    boolean overloadable =
        ref.kind() == ObjectKind.ROUTINE
            || ref.kind() == ObjectKind.AGGREGATE
            || ref.kind() == ObjectKind.OPERATOR
            || ref.kind() == ObjectKind.CAST;
    boolean taken =
        scope.schema().has(ref)
            || (ref.member().isNone()
                && PostgresErrors.isRelation(ref.kind())
                && scope.isTaken(ref.name()));
    if (taken && !create.orReplace() && !overloadable) {
      throw PostgresErrors.duplicate(ref);
    }
    TreeSet<ObjectRef> dependsOn = new TreeSet<>();
    for (ObjectRef dependency : written.dependsOn()) {
      scope
          .find(dependency.name(), READABLE)
          .filter(found -> !found.equals(ref))
          .ifPresent(dependsOn::add);
    }
    return scope.schema().with(new OpaqueObject(ref, written.text(), dependsOn));
  }

  private static ObjectRef place(Scope scope, ObjectRef written) {
    if (!written.member().isNone()) {
      ObjectName owner =
          scope
              .find(written.name(), READABLE)
              .map(ObjectRef::name)
              .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.table(written.name())));
      return new ObjectRef(written.kind(), owner, written.member());
    }
    return isInSchema(written.kind())
        ? ObjectRef.to(written.kind(), scope.toCreate(written.name()))
        : ObjectRef.to(written.kind(), ObjectName.unqualified(written.name().name()));
  }

  private static boolean isInSchema(ObjectKind kind) {
    return switch (kind) {
      case EXTENSION,
          SCHEMA,
          CAST,
          EVENT_TRIGGER,
          PUBLICATION,
          SUBSCRIPTION,
          FOREIGN_SERVER,
          LANGUAGE,
          ACCESS_METHOD ->
          false;
      case ENUM_TYPE,
          COMPOSITE_TYPE,
          RANGE_TYPE,
          DOMAIN,
          SEQUENCE,
          TABLE,
          FOREIGN_TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          ROUTINE,
          AGGREGATE,
          OPERATOR,
          RULE,
          TRIGGER,
          EVENT,
          POLICY,
          STATISTICS,
          COLLATION,
          TEXT_SEARCH,
          COLUMN,
          INDEX,
          CONSTRAINT ->
          true;
    };
  }

  static Schema dropOpaque(Scope scope, DdlStatement.DropOpaque drop) {
    Schema schema = scope.schema();
    for (ObjectRef written : drop.objects()) {
      Optional<ObjectRef> found = findOpaque(new Scope(schema, scope.session()), written);
      if (found.isEmpty()) {
        if (drop.ifExists()) {
          continue;
        }
        throw PostgresErrors.undefined(written);
      }
      List<ObjectRef> users = new ArrayList<>(schema.dependants(found.get()).toList());
      users.removeIf(user -> !Dropping.holds(user));
      if (!users.isEmpty() && drop.behavior() == DropBehavior.RESTRICT) {
        throw PostgresErrors.referenced(found.get(), users);
      }
      schema = Dropping.cascade(schema, List.of(found.get()));
    }
    return schema;
  }

  private static Optional<ObjectRef> findOpaque(Scope scope, ObjectRef written) {
    if (!written.member().isNone()) {
      return scope
          .find(written.name(), READABLE)
          .map(owner -> new ObjectRef(written.kind(), owner.name(), written.member()))
          .filter(scope.schema()::has);
    }
    if (isInSchema(written.kind())) {
      return scope.find(written.name(), List.of(written.kind()));
    }
    Identifier name = written.name().name();
    return Optional.of(ObjectRef.to(written.kind(), ObjectName.unqualified(name)))
        .filter(scope.schema()::has);
  }
}
