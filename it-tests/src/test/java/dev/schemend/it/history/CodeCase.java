package dev.schemend.it.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A script with procedural code, and what it comes to.
 *
 * @param name what it shows
 * @param script the script
 * @param expected a script without code that leads to the same schema; or, where {@code knowable}
 *     is false, the beginning of the first diagnostic
 * @param knowable whether the model can tell
 * @param assumed the beginnings of what it says of places that it reads as in a database without
 *     rows
 */
record CodeCase(
    String name, String script, String expected, boolean knowable, List<String> assumed) {

  private static final String LEADS_TO = "\n--- leads to\n";
  private static final String WITHOUT_ROWS = "\n--- without rows\n";
  private static final String IS_UNKNOWABLE = "\n--- is unknowable\n";

  /** The cases of a resource. */
  static List<CodeCase> read(String resource) {
    List<CodeCase> cases = new ArrayList<>();
    Arrays.stream(text(resource).split("(?m)^=== "))
        .filter(part -> !part.isBlank())
        .forEach(part -> cases.add(parse(part)));
    return cases;
  }

  private static CodeCase parse(String part) {
    int line = part.indexOf('\n');
    String name = part.substring(0, line);
    boolean knowable = part.contains(LEADS_TO);
    String marker = knowable ? LEADS_TO : IS_UNKNOWABLE;
    int at = part.indexOf(marker);
    if (at < 0) {
      throw new AssertionError("no outcome: " + name);
    }
    String outcome = part.substring(at + marker.length());
    int supposed = outcome.indexOf(WITHOUT_ROWS);
    return new CodeCase(
        name,
        part.substring(line + 1, at),
        (supposed < 0 ? outcome : outcome.substring(0, supposed)).strip(),
        knowable,
        supposed < 0
            ? List.of()
            : outcome.substring(supposed + WITHOUT_ROWS.length()).strip().lines().toList());
  }

  private static String text(String resource) {
    try (InputStream stream = CodeCase.class.getResourceAsStream("/code/" + resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("no resource " + resource, e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
