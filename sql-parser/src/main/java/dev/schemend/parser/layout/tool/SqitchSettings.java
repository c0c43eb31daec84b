package dev.schemend.parser.layout.tool;

import dev.schemend.parser.layout.TreePaths;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code sqitch.conf} says that is of use here. Source: sqitch-config.
 *
 * @param topDirectory where the directories of scripts are
 * @param deployDirectory where the scripts are that go forward
 * @param extension what they end with
 * @param provider the engine, in sqitch's word
 */
record SqitchSettings(
    String topDirectory, String deployDirectory, String extension, Optional<String> provider) {

  static final SqitchSettings NONE = new SqitchSettings("", "deploy", "sql", Optional.empty());

  /** Reads a file in git's form. */
  static SqitchSettings of(String text) {
    Map<String, String> values = new HashMap<>();
    String section = "";
    for (String line : text.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("[")) {
        section = line.substring(1, Math.max(1, line.indexOf(']'))).toLowerCase(Locale.ROOT);
      } else if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
        String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        values.put(section + "." + key, unquoted(line.substring(equals + 1).strip()));
      }
    }
    String top = values.getOrDefault("core.top_dir", "");
    return new SqitchSettings(
        top,
        values.getOrDefault("core.deploy_dir", TreePaths.join(top, "deploy")),
        values.getOrDefault("core.extension", NONE.extension),
        Optional.ofNullable(values.get("core.engine")));
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** The path of a script; empty where it leads out of the directory. */
  Optional<String> deployScript(String change) {
    return TreePaths.normalize(deployDirectory + "/" + change + "." + extension);
  }
}
