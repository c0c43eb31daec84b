package dev.schemend.parser.layout.liquibase;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${name}} in the values of changelogs. One that is not known stays as it is. */
final class Properties {

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}$\\n]{1,200})\\}");

  private Properties() {}

  static String in(String text, Function<String, Optional<String>> values) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.apply(name(found)).orElse(found.group())));
  }

  private static String name(MatchResult found) {
    return found.group(1).strip();
  }
}
