package dev.schemend.dialect.postgres;

import dev.schemend.ddl.RightsAction;
import dev.schemend.model.Column;
import dev.schemend.model.Generation;
import dev.schemend.model.References;
import dev.schemend.model.Routine;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which objects a statement on rights is about. */
record RightsTargets(Scope scope) {

  private static final Set<String> SYSTEM = Set.of("pg_catalog", "information_schema", "pg_toast");

  private static final Set<ObjectKind> TABLES =
      EnumSet.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.FOREIGN_TABLE);

  /** The objects; those that the model does not hold but the server has are left out. */
  List<ObjectRef> of(RightsAction.Target target) {
    return switch (target) {
      case RightsAction.Target.Named named ->
          named.objects().stream().flatMap(one -> find(one).stream()).toList();
      case RightsAction.Target.AllIn all -> all(all);
    };
  }

  private List<ObjectRef> all(RightsAction.Target.AllIn all) {
    List<ObjectRef> found = new ArrayList<>();
    for (Identifier name : all.schemas()) {
      if (find(ObjectRef.schema(name)).isPresent()) {
        scope
            .schema()
            .dependants(ObjectRef.schema(name))
            .filter(this::hasRights)
            .forEach(found::add);
      }
    }
    return found.stream().filter(one -> isOf(all.family(), one)).toList();
  }

  private boolean hasRights(ObjectRef ref) {
    return PrivilegeFacts.isOwned(ref.kind());
  }

  private boolean isOf(RightsAction.Family family, ObjectRef ref) {
    return switch (family) {
      case TABLES -> TABLES.contains(ref.kind());
      case SEQUENCES -> ref.kind() == ObjectKind.SEQUENCE;
      case ROUTINES -> RoutineNames.isRoutine(ref.kind());
      case FUNCTIONS -> RoutineNames.isRoutine(ref.kind()) && !isProcedure(ref);
      case PROCEDURES -> isProcedure(ref);
    };
  }

  private boolean isProcedure(ObjectRef ref) {
    return scope.schema().get(ref).orElse(null) instanceof Routine routine
        && routine.kind() == Routine.Kind.PROCEDURE;
  }

  /** The object that is meant; empty where the server has it and the model does not. */
  Optional<ObjectRef> find(ObjectRef written) {
    Optional<ObjectRef> found = lookUp(written);
    if (found.isEmpty() && !isElsewhere(written)) {
      ObjectRef schema = ObjectRef.schema(written.name().schema());
      boolean nowhere = written.name().isQualified() && !scope.schema().has(schema);
      throw PostgresErrors.undefined(nowhere ? schema : written);
    }
    // The type of a table's rows has rights of its own on the server, which nobody uses.
    boolean rows = written.kind() == ObjectKind.ENUM_TYPE;
    return found.filter(
        one ->
            PrivilegeFacts.isOwned(one.kind())
                && !(rows && References.ROW_SOURCES.contains(one.kind())));
  }

  /** Whether nothing of that kind and name is there. */
  boolean isMissing(ObjectRef written) {
    return lookUp(written).isEmpty();
  }

  private Optional<ObjectRef> lookUp(ObjectRef written) {
    return switch (written.kind()) {
      case SCHEMA -> Optional.of(written).filter(scope.schema()::has);
      case TABLE, SEQUENCE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> relation(written);
      case ENUM_TYPE -> scope.type(written.name());
      case ROUTINE -> routine(written);
      default -> ObjectStatements.findObject(scope, written);
    };
  }

  // Aggregates are functions to a grant (LookupFuncWithArgs).
  private Optional<ObjectRef> routine(ObjectRef written) {
    return RoutineNames.find(scope, written)
        .or(
            () ->
                RoutineNames.find(
                    scope, new ObjectRef(ObjectKind.AGGREGATE, written.name(), written.member())));
  }

  private Optional<ObjectRef> relation(ObjectRef written) {
    Optional<ObjectRef> found = scope.relation(written.name());
    boolean sequence = written.kind() == ObjectKind.SEQUENCE;
    found
        .filter(one -> sequence && one.kind() != ObjectKind.SEQUENCE)
        .ifPresent(
            other -> {
              throw PostgresErrors.invalid(
                  other, "is not a sequence", PostgresErrors.WRONG_OBJECT_TYPE);
            });
    return found;
  }

  // What the server brings, what an extension may have brought, and the sequences of identities
  // are in no model.
  private boolean isElsewhere(ObjectRef written) {
    Identifier schema =
        written.kind() == ObjectKind.SCHEMA ? written.name().name() : written.name().schema();
    return SYSTEM.contains(schema.key())
        || written.name().name().key().startsWith("pg_")
        || ObjectStatements.isEverywhere(written)
        || scope.hasExtensions()
        || (PostgresErrors.isRelation(written.kind()) && isOfIdentity(written.name()));
  }

  private boolean isOfIdentity(ObjectName name) {
    return scope
            .resolve(name, one -> scope.schema().has(ObjectRef.schema(one.schema())))
            .isPresent()
        && scope.schema().tables().anyMatch(table -> isOfIdentity(table, name));
  }

  private static boolean isOfIdentity(Table table, ObjectName sequence) {
    return (!sequence.isQualified() || sequence.schema().equals(table.name().schema()))
        && table.columns().stream()
            .filter(RightsTargets::isIdentity)
            .anyMatch(
                column ->
                    ImplicitNames.choose(table.name(), column.name().text(), "seq", taken -> false)
                        .equals(sequence.name()));
  }

  private static boolean isIdentity(Column column) {
    return column.generation().orElse(null) instanceof Generation.Identity;
  }

  /** The columns of a relation that a grant names; refused where it has no such column. */
  List<ObjectRef> columns(ObjectRef relation, List<Identifier> names) {
    SchemaObject object = scope.schema().get(relation).orElse(null);
    List<ObjectRef> columns = new ArrayList<>();
    for (Identifier name : names) {
      if (object instanceof Table table && table.column(name).isEmpty()) {
        throw PostgresErrors.undefined(ObjectRef.column(table.name(), name));
      }
      columns.add(ObjectRef.column(relation.name(), name));
    }
    return columns;
  }
}
