package dev.schemend.hazard;

import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.StoredDefinition;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which code stays although its text has the name of something that goes. A server keeps such
 * bodies as text and looks at them when they run.
 */
final class CodeMentions {

  private static final List<ObjectKind> KINDS =
      List.of(ObjectKind.ROUTINE, ObjectKind.TRIGGER, ObjectKind.EVENT);

  private CodeMentions() {}

  static List<ObjectRef> of(ObjectRef gone, Schema before, Schema after) {
    List<Pattern> names =
        gone.kind() == ObjectKind.COLUMN
            ? List.of(word(gone.name().name().text()), word(gone.member().text()))
            : List.of(word(gone.name().name().text()));
    return KINDS.stream()
        .flatMap(kind -> objects(before, kind))
        .filter(object -> !object.ref().equals(gone) && after.has(object.ref()))
        .filter(
            object ->
                text(object)
                    .filter(body -> names.stream().allMatch(name -> name.matcher(body).find()))
                    .isPresent())
        .map(SchemaObject::ref)
        .toList();
  }

  private static Stream<SchemaObject> objects(Schema schema, ObjectKind kind) {
    return schema
        .objects()
        .valuesFrom(ObjectRef.to(kind, ObjectName.unqualified(Identifier.NONE)))
        .takeWhile(one -> one.ref().kind() == kind);
  }

  private static Optional<String> text(SchemaObject object) {
    if (object instanceof Routine routine) {
      return routine.source();
    }
    return object instanceof StoredDefinition definition
        ? Optional.of(definition.body().text())
        : Optional.empty();
  }

  private static Pattern word(String name) {
    return Pattern.compile(
        "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE);
  }
}
