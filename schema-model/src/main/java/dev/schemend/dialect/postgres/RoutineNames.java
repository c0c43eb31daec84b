package dev.schemend.dialect.postgres;

import dev.schemend.apply.ErrorCode;
import dev.schemend.model.Signatures;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which routine, operator or cast a name means, with or without the types of its arguments. */
final class RoutineNames {

  private static final ErrorCode AMBIGUOUS = ErrorCode.of("42725");

  private RoutineNames() {}

  /** The routine; refused where there is none, or several (LookupFuncWithArgs). */
  static ObjectRef require(Scope scope, ObjectRef written) {
    return find(scope, written).orElseThrow(() -> PostgresErrors.undefined(written));
  }

  /** The routine; refused where there are several. */
  static Optional<ObjectRef> find(Scope scope, ObjectRef written) {
    if (written.name().isQualified() || UNPLACED.contains(written.kind())) {
      return in(scope, written.name(), written);
    }
    return scope.session().searchPath().stream()
        .flatMap(
            schema -> in(scope, new ObjectName(schema, written.name().name()), written).stream())
        .findFirst();
  }

  private static Optional<ObjectRef> in(Scope scope, ObjectName name, ObjectRef written) {
    List<ObjectRef> candidates =
        scope
            .schema()
            .objects()
            .valuesFrom(ObjectRef.to(written.kind(), name))
            .map(object -> object.ref())
            .takeWhile(ref -> ref.kind() == written.kind() && ref.name().equals(name))
            .filter(ref -> matches(scope, ref.member(), written.member()))
            .toList();
    if (candidates.size() > 1 && written.member().isNone()) {
      throw PostgresErrors.invalid(written, "is not unique", AMBIGUOUS);
    }
    return candidates.stream().findFirst();
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

  /** The kinds of what has namesakes, besides routines. */
  private static final Set<ObjectKind> SIGNED =
      EnumSet.of(
          ObjectKind.OPERATOR,
          ObjectKind.OPERATOR_CLASS,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.CAST,
          ObjectKind.USER_MAPPING);

  /** Those of them that are in no schema. */
  private static final Set<ObjectKind> UNPLACED =
      EnumSet.of(ObjectKind.CAST, ObjectKind.USER_MAPPING);

  /** Whether objects of that kind have a signature for a member. */
  static boolean isSigned(ObjectKind kind) {
    return isRoutine(kind) || SIGNED.contains(kind);
  }

  static boolean isRoutine(ObjectKind kind) {
    return kind == ObjectKind.ROUTINE || kind == ObjectKind.AGGREGATE;
  }
}
