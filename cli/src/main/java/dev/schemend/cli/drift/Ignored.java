package dev.schemend.cli.drift;

import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.ObjectName;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Objects whose drift nobody wants to hear of, by their names.
 *
 * @param patterns {@code audit_*}, or with a schema: {@code cron.*}; {@code *} is any text, {@code
 *     ?} any character
 */
public record Ignored(List<String> patterns) {

  /** None. */
  public static final Ignored NOTHING = new Ignored(List.of());

  /** Copies the patterns. */
  public Ignored {
    patterns = List.copyOf(patterns);
  }

  /** Whether an object of that name, or what belongs to a table of that name, is passed over. */
  public boolean holds(ObjectName name) {
    return patterns.stream()
        .map(Ignored::regex)
        .anyMatch(
            pattern ->
                pattern.matcher(name.name().text()).matches()
                    || pattern.matcher(name.toString()).matches());
  }

  /**
   * What is expected, with these objects as they are: so what refers to them still finds them, and
   * no difference is seen.
   */
  public Schema settled(Schema expected, Schema live) {
    Schema settled = expected;
    for (SchemaObject object : expected.objects().values().toList()) {
      if (holds(object.ref().name()) && live.get(object.ref()).isEmpty()) {
        settled = settled.without(object.ref());
      }
    }
    for (SchemaObject object : live.objects().values().toList()) {
      if (holds(object.ref().name())) {
        settled = settled.with(object);
      }
    }
    return settled;
  }

  private static Pattern regex(String pattern) {
    String regex =
        Arrays.stream(pattern.split("(?=[*?])|(?<=[*?])", -1))
            .map(
                part ->
                    switch (part) {
                      case "*" -> ".*";
                      case "?" -> ".";
                      default -> Pattern.quote(part);
                    })
            .collect(Collectors.joining());
    return Pattern.compile(regex);
  }
}
