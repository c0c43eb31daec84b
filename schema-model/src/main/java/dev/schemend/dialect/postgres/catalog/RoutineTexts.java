package dev.schemend.dialect.postgres.catalog;

import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The definitions of routines in a schema. */
final class RoutineTexts {

  private static final Pattern PROCEDURE =
      Pattern.compile("\\s*create\\s+(or\\s+replace\\s+)?procedure\\b.*", Pattern.DOTALL);
  private static final int HEAD = 60;

  private RoutineTexts() {}

  static boolean isProcedure(String definition) {
    String head = definition.substring(0, Math.min(HEAD, definition.length()));
    return PROCEDURE.matcher(head.toLowerCase(Locale.ROOT)).matches();
  }

  /** The definitions of all routines of that qualified name. */
  static List<String> of(Schema schema, ObjectName name) {
    return schema
        .get(dev.schemend.name.ObjectRef.to(ObjectKind.ROUTINE, name))
        .map(RoutineTexts::text)
        .map(List::of)
        .orElse(List.of());
  }

  private static String text(SchemaObject object) {
    return object instanceof OpaqueObject opaque ? opaque.text() : "";
  }
}
