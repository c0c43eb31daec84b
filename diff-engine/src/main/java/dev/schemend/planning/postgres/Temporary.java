package dev.schemend.planning.postgres;

import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.nio.charset.StandardCharsets;

/** Names for what exists only while a plan runs. */
final class Temporary {

  /** The server cuts longer ones (manual, 4.1.1). */
  private static final int BYTES = 63;

  private Temporary() {}

  /**
   * A name like {@code base}, with {@code suffix}, that neither a relation nor a constraint has.
   */
  static Identifier name(Schema schema, ObjectName base, String suffix) {
    for (int i = 0; ; i++) {
      Identifier name = cut(base.name().text(), suffix + (i == 0 ? "" : Integer.toString(i)));
      ObjectName candidate = base.sibling(name);
      boolean taken =
          schema.index(candidate).isPresent()
              || schema.has(ObjectRef.table(candidate))
              || schema.isConstraintName(candidate);
      if (!taken) {
        return name;
      }
    }
  }

  private static Identifier cut(String base, String suffix) {
    int end = base.length();
    while ((base.substring(0, end) + suffix).getBytes(StandardCharsets.UTF_8).length > BYTES) {
      end = base.offsetByCodePoints(end, -1);
    }
    return Identifier.of(base.substring(0, end) + suffix);
  }
}
