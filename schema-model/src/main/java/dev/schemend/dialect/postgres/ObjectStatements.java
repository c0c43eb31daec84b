package dev.schemend.dialect.postgres;

import dev.schemend.apply.Renamer;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Declaration;
import dev.schemend.model.DomainType;
import dev.schemend.model.Extension;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Policy;
import dev.schemend.model.RangeType;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    return found.get().name().schema().equals(set.schema())
        ? scope.schema()
        : move(scope, found.get(), new ObjectName(set.schema(), found.get().name().name()));
  }

  private static Optional<ObjectRef> find(Scope scope, ObjectKind kind, ObjectName written) {
    return PostgresErrors.isRelation(kind)
        ? scope.find(written, List.of(kind))
        : scope.find(written, List.of(kind)).or(() -> scope.type(written));
  }

  /** The object under another name, or in another schema; every mention of it follows. */
  static Schema move(Scope scope, ObjectRef from, ObjectName to) {
    ObjectRef moved = new ObjectRef(from.kind(), to, from.member());
    if (isTaken(scope, moved)) {
      throw PostgresErrors.duplicate(moved);
    }
    return Renamer.follow(scope.schema(), from, to);
  }

  private static boolean isTaken(Scope scope, ObjectRef moved) {
    if (PostgresErrors.isRelation(moved.kind())) {
      return scope.isTaken(moved.name());
    }
    boolean type = TYPES.contains(moved.kind());
    return scope.schema().has(moved) || (type && scope.type(moved.name()).isPresent());
  }

  private static final Set<ObjectKind> TYPES =
      EnumSet.of(ObjectKind.ENUM_TYPE, ObjectKind.DOMAIN, ObjectKind.RANGE_TYPE);

  static Schema createOpaque(Scope scope, DdlStatement.CreateOpaque create) {
    OpaqueObject written = create.object();
    ObjectRef ref = place(scope, written.ref());
    boolean overloadable =
        ref.kind() == ObjectKind.AGGREGATE
            || ref.kind() == ObjectKind.OPERATOR
            || ref.kind() == ObjectKind.CAST;
    boolean taken =
        scope.schema().has(ref)
            || (ref.member().isNone()
                && PostgresErrors.isRelation(ref.kind())
                && scope.isTaken(ref.name()));
    boolean completes =
        taken
            && scope.schema().get(ref).orElse(null) instanceof OpaqueObject present
            && isShell(present)
            && !isShell(written);
    if ((taken || isEverywhere(ref)) && !create.orReplace() && !overloadable && !completes) {
      throw PostgresErrors.duplicate(ref);
    }
    if (isEverywhere(ref)) {
      return scope.schema();
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

  // CREATE TYPE with nothing but a name, which the definition of a base type completes.
  private static boolean isShell(OpaqueObject type) {
    return type.ref().kind() == ObjectKind.COMPOSITE_TYPE && !type.text().contains("(");
  }

  private static ObjectRef place(Scope scope, ObjectRef written) {
    if (RoutineNames.isRoutine(written.kind())) {
      return new ObjectRef(written.kind(), scope.toCreate(written.name()), written.member());
    }
    if (!written.member().isNone()) {
      ObjectName owner =
          scope
              .find(written.name(), READABLE)
              .map(ObjectRef::name)
              .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.table(written.name())));
      return new ObjectRef(written.kind(), owner, written.member());
    }
    return written.kind().isInSchema()
        ? ObjectRef.to(written.kind(), scope.toCreate(written.name()))
        : ObjectRef.to(written.kind(), ObjectName.unqualified(written.name().name()));
  }

  static Schema create(Dialect dialect, Scope scope, DdlStatement.CreateObject create) {
    PostgresExpressions expressions = (PostgresExpressions) dialect.expressions();
    boolean orReplace = create.orReplace();
    return switch (create.object()) {
      case View view -> new ViewStatements(expressions, scope).create(view, orReplace);
      case MaterializedView view ->
          new ViewStatements(expressions, scope).create(view, create.ifNotExists());
      case Routine routine -> new RoutineStatements(dialect, scope).create(routine, orReplace);
      case Trigger trigger -> new TriggerStatements(expressions, scope).create(trigger, orReplace);
      case Policy policy -> new TriggerStatements(expressions, scope).create(policy);
      case RewriteRule rule -> new TriggerStatements(expressions, scope).create(rule, orReplace);
      case DomainType domain -> new TypeStatements(dialect, scope).create(domain);
      case CompositeType composite -> new TypeStatements(dialect, scope).create(composite);
      case RangeType range -> new TypeStatements(dialect, scope).create(range);
      case Declaration declaration ->
          new DeclarationStatements(dialect, scope)
              .create(declaration, orReplace, create.ifNotExists());
      case ForeignTable foreign ->
          new ForeignTables(dialect, scope).create(foreign, create.ifNotExists());
      case Extension extension -> createExtension(scope, extension, create.ifNotExists());
      case StoredDefinition foreign -> throw PostgresErrors.foreign("a definition of MySQL");
    };
  }

  // The server's own schema is in no model; a dump of a hosted database names it.
  private static final String CATALOG = "pg_catalog";

  // Every new database has it, as an extension with a language of its name; it is in no model.
  private static final String PLPGSQL = "plpgsql";

  /** Whether it is in every new database, and so neither a change nor a difference. */
  static boolean isEverywhere(ObjectRef ref) {
    return (ref.kind() == ObjectKind.EXTENSION || ref.kind() == ObjectKind.LANGUAGE)
        && ref.name().name().key().equals(PLPGSQL);
  }

  private static Schema createExtension(Scope scope, Extension extension, boolean ifNotExists) {
    if (scope.schema().has(extension.ref()) || isEverywhere(extension.ref())) {
      if (ifNotExists) {
        return scope.schema();
      }
      throw PostgresErrors.duplicate(extension.ref());
    }
    boolean known =
        extension.schema().isNone()
            || extension.schema().key().equals(CATALOG)
            || scope.schema().has(ObjectRef.schema(extension.schema()));
    if (!known) {
      throw PostgresErrors.undefined(ObjectRef.schema(extension.schema()));
    }
    return scope.schema().with(placed(scope, extension));
  }

  // Where no schema is said, the first of the path that is there (CreateExtensionInternal). The
  // usual one is not said, for some extensions bring one of their own.
  private static Extension placed(Scope scope, Extension extension) {
    return scope.session().searchPath().stream()
        .filter(candidate -> scope.schema().has(ObjectRef.schema(candidate)))
        .findFirst()
        .filter(first -> extension.schema().isNone() && !first.key().equals("public"))
        .map(first -> new Extension(extension.name(), first, extension.version()))
        .orElse(extension);
  }

  static Schema alter(Dialect dialect, Scope scope, DdlStatement.AlterObject alter) {
    Optional<ObjectRef> found = findObject(scope, alter.object());
    if (found.isEmpty()) {
      if (alter.ifExists()) {
        return scope.schema();
      }
      throw PostgresErrors.undefined(alter.object());
    }
    return ObjectActions.apply(dialect, scope, found.get(), alter.action());
  }

  static Schema drop(
      Scope scope, List<ObjectRef> objects, boolean ifExists, DropBehavior behavior) {
    List<ObjectRef> going = new ArrayList<>();
    for (ObjectRef written : objects) {
      if (isEverywhere(written)) {
        continue;
      }
      Optional<ObjectRef> found = findObject(scope, written);
      if (found.isPresent()) {
        going.add(found.get());
      } else {
        requireNoOtherKind(scope, written);
        if (!ifExists) {
          requireOwner(scope, written);
          // Of foreign tables DROP alone says so (dropmsgstringarray).
          throw written.kind() == ObjectKind.FOREIGN_TABLE
              ? PostgresErrors.undefinedObject(written)
              : PostgresErrors.undefined(written);
        }
      }
    }
    List<ObjectRef> blockers = Dropping.blockers(scope.schema(), going);
    if (!blockers.isEmpty() && behavior == DropBehavior.RESTRICT) {
      throw PostgresErrors.referenced(going.getFirst(), blockers);
    }
    return Dropping.cascade(scope.schema(), going);
  }

  // DropErrorMsgWrongType: even IF EXISTS does not make a table out of a view.
  private static void requireNoOtherKind(Scope scope, ObjectRef written) {
    if (written.member().isNone() && PostgresErrors.isRelation(written.kind())) {
      scope
          .relation(written.name())
          .ifPresent(
              other -> {
                throw PostgresErrors.invalid(
                    other, "is not a " + written.kind().words(), PostgresErrors.WRONG_OBJECT_TYPE);
              });
    }
  }

  private static void requireOwner(Scope scope, ObjectRef written) {
    boolean onTable = !written.member().isNone() && !written.kind().hasNamesakes();
    if (onTable && scope.find(written.name(), READABLE).isEmpty()) {
      throw PostgresErrors.undefined(ObjectRef.table(written.name()));
    }
  }

  /** The object that a statement means by a kind and a name, as written. */
  static Optional<ObjectRef> findObject(Scope scope, ObjectRef written) {
    return written.kind().hasNamesakes()
        ? RoutineNames.find(scope, written)
        : findOpaque(scope, written);
  }

  private static Optional<ObjectRef> findOpaque(Scope scope, ObjectRef written) {
    if (!written.member().isNone()) {
      return scope
          .find(written.name(), READABLE)
          .map(owner -> new ObjectRef(written.kind(), owner.name(), written.member()))
          .filter(scope.schema()::has);
    }
    if (written.kind().isInSchema()) {
      return scope.find(written.name(), List.of(written.kind()));
    }
    Identifier name = written.name().name();
    return Optional.of(ObjectRef.to(written.kind(), ObjectName.unqualified(name)))
        .filter(scope.schema()::has);
  }
}
