package dev.schemend.planning.postgres;

import dev.schemend.model.References;
import dev.schemend.model.Routine;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    return object instanceof Routine routine
        ? words(routine.source().orElseGet(() -> standard(routine)))
        : Set.of();
  }

  /** The same of a text. */
  static Set<Identifier> words(String text) {
    return new HashSet<>(inOrder(text));
  }

  /** The same in the order of the text. */
  static List<Identifier> inOrder(String text) {
    List<Identifier> names = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      names.add(
          Identifier.of(
              word.group(1) == null
                  ? word.group().toLowerCase(Locale.ROOT)
                  : word.group(1).replace("\"\"", "\"")));
    }
    return names;
  }

  /**
   * The names of routines that the server knows the object to use, where which of their namesakes
   * is meant is not known here: in a body of standard SQL, or called in an expression.
   */
  static Set<Identifier> held(SchemaObject object) {
    Set<Identifier> names = new HashSet<>();
    if (object instanceof Routine routine && routine.source().isEmpty()) {
      names.addAll(of(object));
    }
    References.of(object).stream()
        .filter(ref -> ref.kind() == ObjectKind.ROUTINE && ref.member().isNone())
        .forEach(ref -> names.add(ref.name().name()));
    return names;
  }

  private static String standard(Routine routine) {
    return routine.body() instanceof Routine.Standard body ? String.join(" ", body.tokens()) : "";
  }
}
