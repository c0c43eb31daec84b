package dev.schemend.planning.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The table of what common extensions bring ({@code extension-members.txt}). */
final class ExtensionMembers {

  /** What can be named. */
  enum Kind {
    TYPE,
    ROUTINE,
    /** An operator class. */
    CLASS
  }

  private static final Map<String, Map<Kind, Set<String>>> ALL = read();

  private ExtensionMembers() {}

  /** The names that an extension brings; none where it is not in the table. */
  static Set<String> of(String extension, Kind kind) {
    return ALL.getOrDefault(extension, Map.of()).getOrDefault(kind, Set.of());
  }

  private static Map<String, Map<Kind, Set<String>>> read() {
    Map<String, Map<Kind, Set<String>>> all = new HashMap<>();
    try (InputStream in = ExtensionMembers.class.getResourceAsStream("extension-members.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" ", -1)))
          .forEach(
              row ->
                  all.computeIfAbsent(row.getFirst(), absent -> new EnumMap<>(Kind.class))
                      .put(
                          Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                          Set.copyOf(row.subList(2, row.size()))));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
