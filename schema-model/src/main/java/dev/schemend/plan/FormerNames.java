package dev.schemend.plan;

import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;

/**
 * The names that things had before the renames with which a plan begins.
 *
 * @param renames in the order in which they are carried out
 */
public record FormerNames(List<RenameQuestion> renames) {

  /** Keeps what was renamed. */
  public FormerNames {
    renames = renames.stream().filter(one -> one.renamedTo().isPresent()).toList();
  }

  /** The name before the renames, by the name after them. */
  public ObjectRef of(ObjectRef after) {
    ObjectRef known = after;
    for (RenameQuestion rename : renames.reversed()) {
      ObjectRef now = rename.renamedTo().orElseThrow();
      if (now.equals(known)) {
        known = rename.from();
      } else if (now.kind() == ObjectKind.SCHEMA && isIn(known, now)) {
        known =
            new ObjectRef(
                known.kind(),
                new ObjectName(rename.from().name().name(), known.name().name()),
                known.member(),
                known.label());
      } else if (known.holders().contains(now)) {
        known = known.in(rename.from());
      }
    }
    return known;
  }

  private static boolean isIn(ObjectRef ref, ObjectRef schema) {
    return ref.kind() != ObjectKind.SCHEMA && ref.name().schema().equals(schema.name().name());
  }
}
