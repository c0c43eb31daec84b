package dev.schemend.dialect.postgres;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;

/**
 * What names mean in statements on what extends the server. The server's own objects are in no
 * model: they keep their bare name.
 */
record ExtendingNames(Scope scope) {

  private static final Identifier CATALOG = Identifier.of("pg_catalog");

  /**
   * The routine; where only the server or an extension can have it, its bare name.
   *
   * @param written with its signature where that is written
   */
  ObjectRef routine(ObjectRef written) {
    return RoutineNames.find(scope, written)
        .or(() -> RoutineNames.find(scope, ObjectRef.to(written.kind(), written.name())))
        .orElseGet(() -> foreign(written));
  }

  /** The operator, by the same rule. */
  ObjectRef operator(ObjectRef written) {
    return RoutineNames.find(scope, written).orElseGet(() -> foreign(written));
  }

  /** An object without namesakes, by the same rule. */
  ObjectRef object(ObjectRef written) {
    Optional<ObjectRef> found =
        written.kind().isInSchema()
            ? scope.find(written.name(), List.of(written.kind()))
            : Optional.of(written).filter(scope.schema()::has);
    return found.orElseGet(() -> foreign(written));
  }

  private ObjectRef foreign(ObjectRef written) {
    ObjectName name = written.name();
    boolean own = !name.isQualified() || name.schema().equals(CATALOG);
    if (!own && !scope.isElsewhere(name) && !scope.hasExtensions()) {
      throw PostgresErrors.undefined(written);
    }
    boolean placed = !own && scope.isElsewhere(name);
    return new ObjectRef(
        written.kind(), placed ? name : ObjectName.unqualified(name.name()), written.member());
  }

  /** An object that is made, under its name and, where it has one, its schema. */
  ObjectRef made(ObjectRef written) {
    ObjectKind kind = written.kind();
    ObjectName name =
        kind.isInSchema()
            ? scope.toCreate(written.name())
            : ObjectName.unqualified(written.name().name());
    return new ObjectRef(kind, name, written.member());
  }
}
