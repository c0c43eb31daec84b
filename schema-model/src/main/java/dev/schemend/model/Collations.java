package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How columns and expressions name a collation: one of the server's by its bare name, one that a
 * statement made (PostgreSQL) with its schema, both quoted.
 */
public final class Collations {

  private static final String PART = "\"((?:[^\"]|\"\")+)\"";
  private static final Pattern QUALIFIED = Pattern.compile(PART + "\\." + PART);

  private Collations() {}

  /** The name as it is written in columns and expressions. */
  public static String text(ObjectName name) {
    return quoted(name.schema()) + "." + quoted(name.name());
  }

  private static String quoted(Identifier name) {
    return "\"" + name.text().replace("\"", "\"\"") + "\"";
  }

  /** The name that such a text is. */
  public static ObjectName name(String text) {
    Matcher qualified = QUALIFIED.matcher(text);
    return qualified.matches()
        ? new ObjectName(plain(qualified.group(1)), plain(qualified.group(2)))
        : ObjectName.unqualified(Identifier.of(text));
  }

  private static Identifier plain(String quoted) {
    return Identifier.of(quoted.replace("\"\"", "\""));
  }

  /** The collation that a statement made; empty for one of the server's own. */
  public static Optional<ObjectRef> made(String text) {
    return Optional.of(name(text))
        .filter(ObjectName::isQualified)
        .map(name -> ObjectRef.to(ObjectKind.COLLATION, name));
  }
}
