package dev.schemend.it.refusals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One line of a table: {@code ANSWER | SCRIPT}, or {@code ANSWER / ANSWER | SCRIPT} where the two
 * servers of the dialect differ.
 *
 * @param line its number in the table, from 1
 * @param first what the first server answers to the last statement: {@code ok}, a SQLSTATE, or
 *     MySQL's error number and SQLSTATE
 * @param second what the second server answers
 * @param script statements of which all but the last are accepted
 */
record Refusal(int line, String first, String second, String script) {

  /** The table of that name; blank lines and lines that start with {@code #} are none. */
  static List<Refusal> table(String name) {
    String resource = "/refusals/" + name + ".txt";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Refusal.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      List<Refusal> table = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
          table.add(read(i + 1, lines.get(i)));
        }
      }
      return List.copyOf(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refusal read(int line, String text) {
    int bar = text.indexOf('|');
    String answers = text.substring(0, bar);
    int slash = answers.indexOf('/');
    String first = (slash < 0 ? answers : answers.substring(0, slash)).strip();
    String second = slash < 0 ? first : answers.substring(slash + 1).strip();
    return new Refusal(line, first, second, text.substring(bar + 1).strip());
  }
}
