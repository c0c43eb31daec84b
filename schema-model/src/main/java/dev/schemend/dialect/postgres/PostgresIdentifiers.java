package dev.schemend.dialect.postgres;

import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of PostgreSQL (manual, 4.1.1): what is not quoted is folded to lower case, and every name
 * is cut to 63 bytes ({@code NAMEDATALEN - 1}; server source {@code truncate_identifier}).
 */
public final class PostgresIdentifiers implements IdentifierRules {

  /** The most bytes of UTF-8 that a name keeps. */
  public static final int MAX_BYTES = 63;

  @Override
  public Identifier object(String written, boolean quoted) {
    return identifier(written, quoted);
  }

  @Override
  public Identifier member(String written, boolean quoted) {
    return identifier(written, quoted);
  }

  private Identifier identifier(String written, boolean quoted) {
    return Identifier.of(truncate(quoted ? written : fold(written)));
  }

  // downcase_identifier folds ASCII only where the database's encoding has several bytes a
  // character.
  private static String fold(String written) {
    StringBuilder folded = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return folded.toString();
  }

  @Override
  public int maxLength() {
    return MAX_BYTES;
  }

  @Override
  public String truncate(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
      return text;
    }
    int bytes = 0;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_BYTES) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end);
  }

  /**
   * The name that stands in a string constant, as {@code regclass} reads it (manual, 8.19; server
   * source {@code textToQualifiedNameList}). What is no name is taken as one part verbatim.
   */
  public ObjectName inString(String text) {
    List<Identifier> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = partEnd(text, at);
      String part = text.substring(at, end).strip();
      boolean quoted = part.length() >= 2 && part.startsWith("\"") && part.endsWith("\"");
      parts.add(
          quoted
              ? object(part.substring(1, part.length() - 1).replace("\"\"", "\""), true)
              : object(part, false));
      at = end + 1;
    }
    return switch (parts.size()) {
      case 0 -> ObjectName.unqualified(Identifier.NONE);
      case 1 -> ObjectName.unqualified(parts.getFirst());
      default -> new ObjectName(parts.get(parts.size() - 2), parts.getLast());
    };
  }

  private static int partEnd(String text, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        quoted = !quoted;
      } else if (text.charAt(i) == '.' && !quoted) {
        return i;
      }
    }
    return text.length();
  }
}
