package dev.schemend.dialect.postgres;

import dev.schemend.ddl.ObjectAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Declaration;
import dev.schemend.model.DomainType;
import dev.schemend.model.Extension;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Policy;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.TreeSet;

/** {@code ALTER} of what is no table, one method per action. */
final class ObjectActions {

  /** A trigger's new name goes down to those of partitions (release notes 15). */
  private static final ServerVersion CLONES_FOLLOW = ServerVersion.of(15, 0, 0);

  private final Dialect dialect;
  private final Scope scope;
  private final ObjectRef ref;

  private ObjectActions(Dialect dialect, Scope scope, ObjectRef ref) {
    this.dialect = dialect;
    this.scope = scope;
    this.ref = ref;
  }

  static Schema apply(Dialect dialect, Scope scope, ObjectRef ref, ObjectAction action) {
    return new ObjectActions(dialect, scope, ref).apply(action);
  }

  private Schema apply(ObjectAction action) {
    return switch (action) {
      case ObjectAction.Rename rename -> rename(rename.to());
      case ObjectAction.SetSchema set -> setSchema(set.schema());
      case ObjectAction.RenameColumn rename -> renameColumn(rename);
      case ObjectAction.ColumnDefault change -> views().change(require(View.class), change);
      case ObjectAction.Parameters change ->
          object() instanceof MaterializedView view
              ? views().change(view, change)
              : views().change(require(View.class), change);
      case ObjectAction.Attributes change ->
          new RoutineStatements(dialect, scope).attributes(require(Routine.class), change);
      case ObjectAction.PolicyClauses change ->
          new TriggerStatements(expressions(), scope).alter(require(Policy.class), change);
      case ObjectAction.DomainDefault change -> types().change(require(DomainType.class), change);
      case ObjectAction.DomainNullable change ->
          scope.schema().with(require(DomainType.class).withNullable(change.nullable()));
      case ObjectAction.AddCheck change -> types().change(require(DomainType.class), change);
      case ObjectAction.DropCheck change -> types().change(require(DomainType.class), change);
      case ObjectAction.RenameCheck change -> types().change(require(DomainType.class), change);
      case ObjectAction.ValidateCheck change -> types().change(require(DomainType.class), change);
      case ObjectAction.Facts change ->
          new DeclarationStatements(dialect, scope).alter(require(Declaration.class), change);
      case ObjectAction.Publish change ->
          new DeclarationStatements(dialect, scope).alter(require(Declaration.class), change);
      case ObjectAction.Subscribe change ->
          new DeclarationStatements(dialect, scope).alter(require(Declaration.class), change);
      case ObjectAction.GroupItems change ->
          new ExtendingStatements(dialect, scope).alter(require(Declaration.class), change);
      case ObjectAction.Mapping change ->
          new TextSearchStatements(scope).alter(require(Declaration.class), change);
      case ObjectAction.Foreign change when object() instanceof ForeignTable foreign ->
          new ForeignTables(dialect, scope).alter(foreign, change);
      case ObjectAction.Foreign change ->
          new ForeignStatements(scope).alter(require(Declaration.class), change);
      case ObjectAction.ForeignColumn change ->
          new ForeignTables(dialect, scope).alter(require(ForeignTable.class), change);
      case ObjectAction.AttributeChanges changes ->
          types().change(require(CompositeType.class), changes);
    };
  }

  private SchemaObject object() {
    return scope.schema().get(ref).orElseThrow();
  }

  private <T extends SchemaObject> T require(Class<T> kind) {
    if (kind.isInstance(object())) {
      return kind.cast(object());
    }
    throw PostgresErrors.invalid(ref, "has no such property", PostgresErrors.WRONG_OBJECT_TYPE);
  }

  private PostgresExpressions expressions() {
    return (PostgresExpressions) dialect.expressions();
  }

  private ViewStatements views() {
    return new ViewStatements(expressions(), scope);
  }

  private TypeStatements types() {
    return new TypeStatements(dialect, scope);
  }

  private Schema rename(Identifier to) {
    return switch (object()) {
      case Trigger trigger -> {
        boolean goesDown = dialect.profile().version().since(CLONES_FOLLOW);
        new TriggerStatements(expressions(), scope).requireFree(trigger, to, goesDown);
        yield member(trigger.withName(trigger.table(), to));
      }
      case Policy policy -> member(policy.withName(policy.table(), to));
      case RewriteRule rule -> member(rule.withName(rule.table(), to));
      case OpaqueObject opaque when !ref.member().isNone() && !ref.kind().hasNamesakes() ->
          member(
              new OpaqueObject(
                  new ObjectRef(ref.kind(), ref.name(), to),
                  opaque.text(),
                  new TreeSet<>(opaque.dependsOn())));
      default -> ObjectStatements.move(scope, ref, ref.name().sibling(to));
    };
  }

  private Schema member(SchemaObject renamed) {
    if (scope.schema().has(renamed.ref())) {
      throw PostgresErrors.duplicate(renamed.ref());
    }
    Schema schema = Comments.moved(scope.schema(), ref, renamed.ref());
    return schema.without(ref).with(renamed);
  }

  private Schema setSchema(Identifier schema) {
    if (!scope.schema().has(ObjectRef.schema(schema))) {
      throw PostgresErrors.undefined(ObjectRef.schema(schema));
    }
    if (object() instanceof Extension extension) {
      return scope.schema().with(new Extension(extension.name(), schema, extension.version()));
    }
    if (ref.name().schema().isNone()) {
      return scope.schema();
    }
    return ref.name().schema().equals(schema)
        ? scope.schema()
        : ObjectStatements.move(scope, ref, new ObjectName(schema, ref.name().name()));
  }

  private Schema renameColumn(ObjectAction.RenameColumn rename) {
    return switch (object()) {
      case View view -> views().rename(ref, view.columns(), rename);
      case MaterializedView view -> views().rename(ref, view.columns(), rename);
      case CompositeType composite -> types().change(composite, rename);
      default -> scope.schema();
    };
  }
}
