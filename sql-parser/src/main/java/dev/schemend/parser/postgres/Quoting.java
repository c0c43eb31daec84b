package dev.schemend.parser.postgres;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and strings as SQL text. */
final class Quoting {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  private Quoting() {}

  static String string(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** Prisma quotes every name, and so do we: no word can ever become reserved under it. */
  static String name(Identifier name) {
    return "\"" + name.text().replace("\"", "\"\"") + "\"";
  }

  static String qualified(ObjectName name) {
    return name.isQualified() ? name(name.schema()) + "." + name(name.name()) : name(name.name());
  }

  /** As {@code quote_identifier} does: only where folding or a key word would get in the way. */
  static String whereNeeded(Identifier name) {
    return PLAIN.matcher(name.text()).matches() && !KeyWords.isTaken(name.text())
        ? name.text()
        : name(name);
  }

  static String upper(String words) {
    return words.toUpperCase(Locale.ROOT);
  }
}
