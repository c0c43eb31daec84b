package dev.schemend.parser.prisma.pull;

import java.util.Set;
import java.util.function.Predicate;

/** How names and texts of a database are spelled in a schema (Prisma documentation, "db pull"). */
final class Words {

  // What Prisma's client could not call a model (engine, reserved_model_names.rs), and the names
  // that types have already.
  private static final Set<String> RESERVED =
      Set.of(
          ("PrismaClient Prisma async await break case catch class const continue debugger default"
                  + " delete do else enum export extends false finally for function if implements"
                  + " import in instanceof interface let new null package private protected public"
                  + " return static super switch this throw true try using typeof var void while"
                  + " with yield String Boolean Int BigInt Float Decimal DateTime Json Bytes"
                  + " Unsupported")
              .split(" "));

  private static final String RENAMED = "Renamed";

  private Words() {}

  /** A text in double quotes. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ') {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /**
   * A name of the database as a word: what cannot begin one is left out, what cannot stand in one
   * becomes an underscore.
   *
   * @param otherwise the word where nothing of the name is left
   */
  static String word(String name, String otherwise) {
    String begun = name.replaceFirst("^[^A-Za-z]+", "");
    if (begun.isEmpty()) {
      String rest = name.replaceAll("[^A-Za-z0-9_]", "_");
      return rest.isEmpty() ? otherwise : otherwise + "_" + rest;
    }
    return begun.replaceAll("[^A-Za-z0-9_]", "_");
  }

  /** A name for a model or an enum. */
  static String title(String name, String otherwise) {
    String word = word(name, otherwise);
    return RESERVED.contains(word) ? RENAMED + word : word;
  }

  /** The word, or the first of its kind with a number that is free. */
  static String free(String word, Predicate<String> taken) {
    String free = word;
    for (int i = 2; taken.test(free); i++) {
      free = word + "_" + i;
    }
    return free;
  }
}
