package dev.schemend.cli.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of {@code prisma.config.ts}, read and not run: the members of the object that it
 * exports, as far as they are texts, paths put together of texts, variables of the environment,
 * constants that are one of these, or arrays of them. What is anything else is passed over.
 */
final class ConfigScript {

  // A comment, a text, a name with its members, or a symbol of JavaScript.
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`"
              + "|[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*|\\?\\?|\\|\\||\\.\\.\\.|\\S",
          Pattern.DOTALL);
  private static final Pattern ENVIRONMENT = Pattern.compile("process\\.env\\.([A-Za-z_]\\w*)");
  private static final Set<String> JOINS =
      Set.of("path.join", "path.resolve", "join", "resolve", "path.posix.join");
  private static final Set<String> HERE = Set.of("__dirname", "import.meta.dirname", "process.cwd");

  private final List<String> words = new ArrayList<>();
  private final Map<String, ConfigValue> constants = new HashMap<>();
  private final Map<String, Integer> objects = new HashMap<>();
  private final Map<String, ConfigValue> members = new HashMap<>();
  private int at;

  private ConfigScript(String text) {
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      if (!tokens.group().startsWith("//") && !tokens.group().startsWith("/*")) {
        words.add(tokens.group());
      }
    }
  }

  /** The members by their paths, such as {@code migrations.path}. */
  static Map<String, ConfigValue> members(String text) {
    ConfigScript script = new ConfigScript(text);
    script.constants();
    script.exported();
    return Map.copyOf(script.members);
  }

  private String word(int place) {
    return place < words.size() ? words.get(place) : "";
  }

  private boolean take(String word) {
    boolean there = word(at).equals(word);
    at += there ? 1 : 0;
    return there;
  }

  private void constants() {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equals("const") && isName(word(i + 1))) {
        String name = words.get(i + 1);
        at = i + 2;
        while (!word(at).equals("=") && !word(at).equals(";") && at < words.size()) {
          at++;
        }
        at++;
        if (opensObject()) {
          objects.put(name, at);
        } else {
          value().ifPresent(value -> constants.put(name, value));
        }
      }
    }
  }

  /** Whether an object begins here, perhaps as the argument of a call. */
  private boolean opensObject() {
    if (isName(word(at)) && word(at + 1).equals("(") && word(at + 2).equals("{")) {
      at += 2;
    }
    return word(at).equals("{");
  }

  private void exported() {
    for (int i = 0; i < words.size(); i++) {
      boolean module = words.get(i).equals("module.exports") && word(i + 1).equals("=");
      if (module || (words.get(i).equals("export") && word(i + 1).equals("default"))) {
        at = i + 2;
        if (opensObject()) {
          object("");
          return;
        }
        boolean wraps = word(at + 1).equals("(");
        Integer named = objects.get(wraps ? word(at + 2) : word(at));
        if (named != null) {
          at = named;
          object("");
        }
        return;
      }
    }
  }

  private void object(String path) {
    at++;
    while (at < words.size() && !take("}")) {
      String key = word(at);
      if (isKey(key) && word(at + 1).equals(":")) {
        at += 2;
        String name = path + unquoted(key);
        if (word(at).equals("{")) {
          object(name + ".");
        } else {
          int start = at;
          Optional<ConfigValue> value = value();
          if (value.isPresent() && ends()) {
            members.put(name, value.get());
          } else {
            at = start;
          }
        }
      } else if (isName(key) && (word(at + 1).equals(",") || word(at + 1).equals("}"))) {
        Optional.ofNullable(constants.get(key)).ifPresent(value -> members.put(path + key, value));
      }
      skipMember();
    }
  }

  private boolean ends() {
    return Set.of(",", "}", ";", "", "as", "satisfies").contains(word(at));
  }

  /** Goes behind the comma that ends a member, or to the bracket that ends the object. */
  private void skipMember() {
    int depth = 0;
    while (at < words.size()) {
      String word = words.get(at);
      if (depth == 0 && word.equals("}")) {
        return;
      }
      at++;
      if (depth == 0 && word.equals(",")) {
        return;
      }
      if ("([{".contains(word)) {
        depth++;
      } else if (")]}".contains(word)) {
        depth--;
      }
    }
  }

  private Optional<ConfigValue> value() {
    List<ConfigValue> ways = new ArrayList<>();
    do {
      Optional<ConfigValue> way = single();
      if (way.isEmpty()) {
        return Optional.empty();
      }
      ways.add(way.get());
    } while (take("??") || take("||"));
    return Optional.of(ways.size() == 1 ? ways.getFirst() : new ConfigValue.FirstOf(ways));
  }

  private Optional<ConfigValue> single() {
    String word = word(at);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    at++;
    if (isText(word)) {
      return word.contains("${")
          ? Optional.empty()
          : Optional.of(new ConfigValue.Text(unquoted(word)));
    }
    if (word.equals("[")) {
      return array();
    }
    if (HERE.contains(word)) {
      boolean whole = !word.equals("process.cwd") || (take("(") && take(")"));
      return whole ? Optional.of(new ConfigValue.Text(".")) : Optional.empty();
    }
    Matcher variable = ENVIRONMENT.matcher(word);
    if (variable.matches()) {
      take("!");
      return Optional.of(new ConfigValue.Variable(variable.group(1)));
    }
    if (word.equals("process.env") && take("[")) {
      return variable("]");
    }
    if (word.equals("env") && take("(")) {
      return variable(")");
    }
    if (JOINS.contains(word) && take("(")) {
      return joined();
    }
    return Optional.ofNullable(constants.get(word));
  }

  private Optional<ConfigValue> variable(String end) {
    String name = word(at);
    at++;
    boolean whole = isText(name) && take(end);
    take("!");
    return whole ? Optional.of(new ConfigValue.Variable(unquoted(name))) : Optional.empty();
  }

  private Optional<ConfigValue> array() {
    List<ConfigValue> values = new ArrayList<>();
    while (!take("]")) {
      Optional<ConfigValue> value = value();
      if (value.isEmpty() || !(take(",") || word(at).equals("]"))) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(new ConfigValue.Many(values));
  }

  private Optional<ConfigValue> joined() {
    List<String> parts = new ArrayList<>();
    while (!take(")")) {
      Optional<ConfigValue> value = value();
      if (!(value.orElse(null) instanceof ConfigValue.Text part)
          || !(take(",") || word(at).equals(")"))) {
        return Optional.empty();
      }
      parts.add(part.text());
    }
    return Optional.of(new ConfigValue.Text(String.join("/", parts)));
  }

  private static boolean isText(String word) {
    return !word.isEmpty() && "\"'`".indexOf(word.charAt(0)) >= 0;
  }

  private static boolean isName(String word) {
    return word.matches("[A-Za-z_$][\\w$.]*");
  }

  private static boolean isKey(String word) {
    return isName(word) || isText(word);
  }

  private static String unquoted(String word) {
    return isText(word) ? word.substring(1, word.length() - 1) : word;
  }
}
