package dev.schemend.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a command line. */
final class Arguments {

  private static final Pattern JOINED = Pattern.compile("(--[a-z][a-z-]*)=(.*)", Pattern.DOTALL);

  private Arguments() {}

  /** The same words with {@code --name=value} in two, since both spellings are in use. */
  static String[] apart(String... arguments) {
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      Matcher joined = JOINED.matcher(argument);
      if (joined.matches()) {
        words.add(joined.group(1));
        words.add(joined.group(2));
      } else {
        words.add(argument);
      }
    }
    return words.toArray(String[]::new);
  }
}
