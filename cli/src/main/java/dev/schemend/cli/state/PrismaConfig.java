package dev.schemend.cli.state;

import dev.schemend.cli.process.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code prisma.config.ts} says, as far as it can be known without running it: members of its
 * objects that are texts, or that name a variable of the environment. Everything else, such as a
 * call or a computed value, is passed over.
 */
final class PrismaConfig {

  private static final List<String> PLACES =
      List.of("prisma.config.ts", "prisma.config.js", "prisma.config.mjs", ".config/prisma.ts");

  // A comment, a text, a name or a symbol of JavaScript.
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`"
              + "|[A-Za-z_$][\\w$.]*|\\S",
          Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("process\\.env\\.([A-Za-z_]\\w*)!?");

  /** A value that could be read. */
  sealed interface Setting {
    /** A text. */
    record Text(String text) implements Setting {
      /** Shows nothing: it may be a URL with a password. */
      @Override
      public String toString() {
        return "Text[…]";
      }
    }

    /** The name of a variable. */
    record Variable(String name) implements Setting {}
  }

  private final Map<String, Setting> settings;

  private PrismaConfig(Map<String, Setting> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** The configuration in a directory; one without settings where there is none. */
  static PrismaConfig in(Path directory) {
    for (String place : PLACES) {
      Path file = directory.resolve(place);
      if (Files.isRegularFile(file)) {
        try {
          return parse(Files.readString(file));
        } catch (IOException unreadable) {
          throw Failure.of(
                  "not-readable",
                  "The file " + place + " cannot be read.",
                  "Make it readable as UTF-8, or give the URL with --url-file FILE.")
              .exception();
        }
      }
    }
    return new PrismaConfig(Map.of());
  }

  static PrismaConfig parse(String text) {
    Matcher tokens = TOKEN.matcher(text);
    List<String> words = new ArrayList<>();
    while (tokens.find()) {
      if (!tokens.group().startsWith("//") && !tokens.group().startsWith("/*")) {
        words.add(tokens.group());
      }
    }
    Map<String, Setting> settings = new HashMap<>();
    Deque<String> path = new ArrayDeque<>();
    int nesting = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean member = i + 1 < words.size() && words.get(i + 1).equals(":");
      if (member && nesting == 0 && isName(word)) {
        String key = unquoted(word);
        if (i + 2 < words.size() && words.get(i + 2).equals("{")) {
          path.addLast(key);
          i += 2;
        } else {
          String name = path.isEmpty() ? key : String.join(".", path) + "." + key;
          setting(words, i + 2).ifPresent(value -> settings.put(name, value));
          i++;
        }
      } else if ("([".contains(word) && !opensConfig(words, i)) {
        nesting++;
      } else if (")]".contains(word) && nesting > 0) {
        nesting--;
      } else if (word.equals("}") && nesting == 0 && !path.isEmpty()) {
        path.removeLast();
      }
    }
    return new PrismaConfig(settings);
  }

  /** {@code defineConfig({}}: its brackets are the configuration's own. */
  private static boolean opensConfig(List<String> words, int bracket) {
    return bracket + 1 < words.size()
        && words.get(bracket).equals("(")
        && words.get(bracket + 1).equals("{");
  }

  private static boolean isName(String word) {
    return word.matches("[A-Za-z_$][\\w$]*|\"[^\"]*\"|'[^']*'");
  }

  private static String unquoted(String word) {
    return "\"'`".indexOf(word.charAt(0)) >= 0 ? word.substring(1, word.length() - 1) : word;
  }

  private static Optional<Setting> setting(List<String> words, int at) {
    if (at >= words.size()) {
      return Optional.empty();
    }
    String word = words.get(at);
    boolean ends = at + 1 >= words.size() || ",})".contains(words.get(at + 1));
    if ("\"'`".indexOf(word.charAt(0)) >= 0) {
      boolean plain = ends && !word.contains("${");
      return plain ? Optional.of(new Setting.Text(unquoted(word))) : Optional.empty();
    }
    Matcher variable = VARIABLE.matcher(word);
    if (variable.matches()) {
      return Optional.of(new Setting.Variable(variable.group(1)));
    }
    boolean call = word.equals("env") && at + 2 < words.size() && words.get(at + 1).equals("(");
    return call && "\"'".indexOf(words.get(at + 2).charAt(0)) >= 0
        ? Optional.of(new Setting.Variable(unquoted(words.get(at + 2))))
        : Optional.empty();
  }

  /** Where the database is: {@code datasource.url}. */
  Optional<Setting> url() {
    return Optional.ofNullable(settings.get("datasource.url"));
  }

  /** Where the Prisma schema is. */
  Optional<String> schema() {
    return text("schema");
  }

  /** Where the migrations are. */
  Optional<String> migrations() {
    return text("migrations.path");
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(settings.get(key))
        .filter(Setting.Text.class::isInstance)
        .map(value -> ((Setting.Text) value).text());
  }
}
