package dev.schemend.dialect.postgres.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The query of a view out of the statement that made it. */
final class ViewTexts {

  // Up to the first AS that a query follows; neither a name nor an option of a view is one.
  private static final Pattern BODY =
      Pattern.compile(
          "\\bas\\s+(?=[(\\s]*(select|with|values|table)\\b)", Pattern.CASE_INSENSITIVE);

  private ViewTexts() {}

  static Optional<String> body(String definition) {
    Matcher start = BODY.matcher(definition);
    return start.find() ? Optional.of(definition.substring(start.end())) : Optional.empty();
  }
}
