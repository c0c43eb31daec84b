package dev.schemend.exec.connect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters behind the question mark of a URL, in their order. Values of parameters that name
 * a password or a secret are shown as {@link Password#MASK}.
 */
public final class UrlParameters {

  private final Map<String, String> values;

  private UrlParameters(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** These parameters. */
  public static UrlParameters of(Map<String, String> values) {
    return new UrlParameters(values);
  }

  /**
   * Reads {@code application/x-www-form-urlencoded} text, as Prisma and both JDBC drivers do: a
   * plus is a space, and an escape that is none stays as it is. The last of several values counts.
   */
  static UrlParameters parse(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      if (!name.isEmpty()) {
        values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return new UrlParameters(values);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformedEscape) {
      return text;
    }
  }

  /** The value of a parameter, where it was given. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The names, in their order. */
  public Set<String> names() {
    return values.keySet();
  }

  /** The rest, without one parameter. */
  UrlParameters without(String name) {
    Map<String, String> rest = new LinkedHashMap<>(values);
    rest.remove(name);
    return new UrlParameters(rest);
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("password") || lower.contains("secret") || lower.contains("token");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UrlParameters parameters && values.equals(parameters.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The text for a URL, secrets masked. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(
            entry ->
                encode(entry.getKey())
                    + "="
                    + (isSecret(entry.getKey()) ? Password.MASK : encode(entry.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
