package dev.schemend.planning.postgres;

import dev.schemend.model.Routine;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.Identifier;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in a routine's body. {@code CREATE FUNCTION} looks up what a body in SQL names, and the
 * types of a PL/pgSQL body's variables (fmgr_sql_validator, plpgsql_validator); no catalog keeps
 * these as dependencies.
 */
final class BodyNames {

  private static final Pattern WORD =
      Pattern.compile("\"((?:[^\"]|\"\")+)\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

  private BodyNames() {}

  /** Names as the server folds them, and words that are none: what is no name finds nothing. */
  static Set<Identifier> of(SchemaObject object) {
    Set<Identifier> names = new HashSet<>();
    if (object instanceof Routine routine) {
      Matcher word = WORD.matcher(routine.source().orElseGet(() -> standard(routine)));
      while (word.find()) {
        names.add(
            Identifier.of(
                word.group(1) == null
                    ? word.group().toLowerCase(Locale.ROOT)
                    : word.group(1).replace("\"\"", "\"")));
      }
    }
    return names;
  }

  /** The same where the server keeps what the body uses: a body of standard SQL. */
  static Set<Identifier> held(SchemaObject object) {
    return object instanceof Routine routine && routine.source().isEmpty() ? of(object) : Set.of();
  }

  private static String standard(Routine routine) {
    return routine.body() instanceof Routine.Standard body ? String.join(" ", body.tokens()) : "";
  }
}
