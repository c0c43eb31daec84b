package dev.schemend.dialect.postgres;

import dev.schemend.apply.ErrorCode;
import dev.schemend.model.Routine;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Signatures;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which routine, operator or cast a name means, with or without the types of its arguments. */
final class RoutineNames {

  private static final ErrorCode AMBIGUOUS = ErrorCode.of("42725");

  private RoutineNames() {}

  /** The routine; refused where there is none, or several (LookupFuncWithArgs). */
  static ObjectRef require(Scope scope, ObjectRef written) {
    return find(scope, written).orElseThrow(() -> PostgresErrors.undefined(written));
  }

  /** The routine; refused where there are several. */
  static Optional<ObjectRef> find(Scope scope, ObjectRef asWritten) {
    ObjectRef written = typed(scope, asWritten);
    if (written.name().isQualified() || UNPLACED.contains(written.kind())) {
      return in(scope, written.name(), written);
    }
    return scope.session().searchPath().stream()
        .flatMap(
            schema -> in(scope, new ObjectName(schema, written.name().name()), written).stream())
        .findFirst();
  }

  // A type that is written as that of a column is the one that it has now (LookupTypeName).
  private static ObjectRef typed(Scope scope, ObjectRef written) {
    Identifier member = written.member();
    if (!isRoutine(written.kind()) || !Signatures.namesColumns(member)) {
      return written;
    }
    String types =
        Signatures.types(member).stream()
            .map(type -> Signatures.column(type).isEmpty() ? type : ofColumn(scope, type))
            .collect(Collectors.joining(", ", "(", ")"));
    return new ObjectRef(written.kind(), written.name(), Identifier.of(types));
  }

  private static String ofColumn(Scope scope, String type) {
    List<Identifier> path = Signatures.column(type);
    int last = path.size() - 1;
    Identifier schema = last > 1 ? path.get(last - 2) : Identifier.NONE;
    SqlType found = scope.ofColumn(new ObjectName(schema, path.get(last - 1)), path.get(last));
    return Signatures.types(Signatures.of(List.of(found))).getFirst();
  }

  private static Optional<ObjectRef> in(Scope scope, ObjectName name, ObjectRef written) {
    List<SchemaObject> namesakes =
        scope
            .schema()
            .objects()
            .valuesFrom(ObjectRef.to(written.kind(), name))
            .takeWhile(
                object -> object.ref().kind() == written.kind() && object.ref().name().equals(name))
            .toList();
    List<ObjectRef> candidates =
        namesakes.stream()
            .map(SchemaObject::ref)
            .filter(ref -> matches(scope, ref.member(), written.member()))
            .toList();
    if (candidates.size() > 1 && written.member().isNone()) {
      throw PostgresErrors.invalid(written, "is not unique", AMBIGUOUS);
    }
    return candidates.stream()
        .findFirst()
        .or(
            () ->
                namesakes.stream()
                    .filter(one -> matches(scope, whole(one), written.member()))
                    .map(SchemaObject::ref)
                    .findFirst());
  }

  // A procedure may be meant by the types of all of its arguments as well (LookupFuncWithArgs).
  private static Identifier whole(SchemaObject object) {
    return object instanceof Routine routine && routine.kind() == Routine.Kind.PROCEDURE
        ? Signatures.of(routine.arguments().stream().map(Routine.Argument::type).toList())
        : object.ref().member();
  }

  // A type without a schema may be any of its name.
  private static boolean matches(Scope scope, Identifier signature, Identifier written) {
    // An aggregate is carried without its types.
    if (written.isNone() || signature.isNone() || signature.equals(written)) {
      return true;
    }
    List<String> ours = Signatures.types(signature);
    List<String> theirs = Signatures.types(written);
    if (ours.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < ours.size(); i++) {
      boolean same =
          ours.get(i).equals(theirs.get(i))
              || ours.get(i).endsWith("." + theirs.get(i))
              || (scope.hasExtensions() && theirs.get(i).endsWith("." + ours.get(i)));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** What has namesakes and is in no schema. */
  private static final Set<ObjectKind> UNPLACED =
      EnumSet.of(ObjectKind.CAST, ObjectKind.TRANSFORM, ObjectKind.USER_MAPPING);

  static boolean isRoutine(ObjectKind kind) {
    return kind == ObjectKind.ROUTINE || kind == ObjectKind.AGGREGATE;
  }
}
