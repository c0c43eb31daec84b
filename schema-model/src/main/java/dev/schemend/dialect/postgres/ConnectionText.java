package dev.schemend.dialect.postgres;

import dev.schemend.model.Declaration;
import dev.schemend.model.SubscriptionWords;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a server is, as libpq reads it (manual, 34.1.1): without its secrets, which are neither
 * kept nor shown.
 *
 * @param shown what may be seen by anybody, pairs of words and values in one spelling
 * @param secret whether something was taken out of it
 */
public record ConnectionText(String shown, boolean secret) {

  /** Parameters that nobody but the server may see (manual, 34.1.2). */
  private static final Set<String> SECRETS =
      Set.of(
          "password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key");

  private static final Pattern URI =
      Pattern.compile("(?s)(postgres(?:ql)?://)(?:([^@/:]*)(:[^@/]*)?@)?([^?]*)(?:\\?(.*))?");

  // conninfo_parse: a backslash takes the next character as it is.
  private static final Pattern PAIR =
      Pattern.compile(
          "(?s)\\s*([^\\s=]+)\\s*=\\s*('(?:[^'\\\\]|\\\\.)*'|(?:[^\\s'\\\\]|\\\\.)[^\\s\\\\]*(?:\\\\.[^\\s\\\\]*)*)?");

  private static final Pattern PLAIN = Pattern.compile("[^\\s'\\\\]+");

  /** Empty where the server would not read it either. */
  public static Optional<ConnectionText> of(String text) {
    Matcher uri = URI.matcher(text.strip());
    return uri.matches() ? Optional.of(ofUri(uri)) : ofPairs(text);
  }

  /** What it says of a subscription; a secret that is not there is taken back. */
  public SortedMap<String, Optional<Declaration.Fact>> facts() {
    SortedMap<String, Optional<Declaration.Fact>> facts = new TreeMap<>();
    facts.put(SubscriptionWords.CONNECTION, Optional.of(new Declaration.Fact.Words(shown)));
    facts.put(
        SubscriptionWords.SECRET,
        secret ? Optional.of(new Declaration.Fact.Words("true")) : Optional.empty());
    return facts;
  }

  private static ConnectionText ofUri(Matcher uri) {
    String user = uri.group(2) == null ? "" : uri.group(2) + "@";
    boolean secret = uri.group(3) != null;
    String query = "";
    if (uri.group(5) != null) {
      String shown =
          Stream.of(uri.group(5).split("&", -1))
              .filter(one -> !isSecret(one))
              .collect(Collectors.joining("&"));
      secret |= !shown.equals(uri.group(5));
      query = shown.isEmpty() ? "" : "?" + shown;
    }
    return new ConnectionText(uri.group(1) + user + uri.group(4) + query, secret);
  }

  private static boolean isSecret(String parameter) {
    String word = parameter.substring(0, (parameter + "=").indexOf('='));
    try {
      return SECRETS.contains(URLDecoder.decode(word, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return true;
    }
  }

  private static Optional<ConnectionText> ofPairs(String text) {
    List<String> shown = new ArrayList<>();
    boolean secret = false;
    Matcher pair = PAIR.matcher(text);
    int at = 0;
    while (pair.find() && pair.start() == at) {
      if (SECRETS.contains(pair.group(1))) {
        secret = true;
      } else {
        shown.add(pair(pair.group(1), pair.group(2) == null ? "" : value(pair.group(2))));
      }
      at = pair.end();
    }
    if (!text.substring(at).isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new ConnectionText(String.join(" ", shown), secret));
  }

  private static String value(String written) {
    String inside = written.startsWith("'") ? written.substring(1, written.length() - 1) : written;
    return inside.replaceAll("(?s)\\\\(.)", "$1");
  }

  private static String pair(String word, String value) {
    return word
        + "="
        + (PLAIN.matcher(value).matches()
            ? value
            : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'");
  }
}
