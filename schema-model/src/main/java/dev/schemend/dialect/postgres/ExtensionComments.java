package dev.schemend.dialect.postgres;

import dev.schemend.name.Identifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The table of what extensions say of themselves ({@code extension-comments.txt}). */
final class ExtensionComments {

  private static final String SEPARATOR = ": ";

  private static final Map<String, Set<String>> ALL = read();

  private ExtensionComments() {}

  /** Whether it is known what the extension says; of others nobody can tell who said it. */
  static boolean isKnown(Identifier extension) {
    return ALL.containsKey(extension.key());
  }

  /** Whether the extension says so itself. */
  static boolean isOwn(Identifier extension, String text) {
    return ALL.getOrDefault(extension.key(), Set.of()).contains(text);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> all = new HashMap<>();
    try (InputStream in = ExtensionComments.class.getResourceAsStream("extension-comments.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                int at = line.indexOf(SEPARATOR);
                all.computeIfAbsent(line.substring(0, at), absent -> new HashSet<>())
                    .add(line.substring(at + SEPARATOR.length()));
              });
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
