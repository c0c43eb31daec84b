package dev.schemend.exec.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a list of schema names as PostgreSQL's {@code search_path} setting spells it: separated by
 * commas, names in double quotes as they stand, others folded to lower case (the PostgreSQL manual,
 * "The Schema Search Path"; {@code SplitIdentifierString} in its source).
 */
final class SearchPath {

  private SearchPath() {}

  static List<String> names(String setting) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    for (int i = 0; i < setting.length(); i++) {
      char c = setting.charAt(i);
      if (quoted && c == '"' && i + 1 < setting.length() && setting.charAt(i + 1) == '"') {
        name.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
        wasQuoted = true;
      } else if (c == ',' && !quoted) {
        add(names, name, wasQuoted);
        wasQuoted = false;
      } else {
        name.append(c);
      }
    }
    add(names, name, wasQuoted);
    return List.copyOf(names);
  }

  private static void add(List<String> names, StringBuilder name, boolean wasQuoted) {
    String text = name.toString();
    String whole = wasQuoted ? text : text.strip().toLowerCase(Locale.ROOT);
    if (!whole.isEmpty()) {
      names.add(whole);
    }
    name.setLength(0);
  }
}
