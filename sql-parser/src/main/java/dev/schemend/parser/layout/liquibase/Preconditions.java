package dev.schemend.parser.layout.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold before a change set runs, and what follows where it does not.
 *
 * @param condition all of it
 * @param skips whether the change set is then left out; else the whole run ends
 */
record Preconditions(Precondition condition, boolean skips) {

  private static final Set<String> SKIPPING = Set.of("MARK_RAN", "CONTINUE");

  /** Those that formatted SQL writes, one a line; empty where there are none. */
  static Optional<Preconditions> all(List<Precondition> conditions, Map<String, String> handling) {
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Preconditions(new Precondition.All(conditions), skips(handling.get("onFail"))));
  }

  private static boolean skips(String onFail) {
    return onFail != null && SKIPPING.contains(onFail.toUpperCase(Locale.ROOT));
  }

  /** One of formatted SQL: {@code sql-check expectedResult:0 SELECT ...}. */
  static Precondition written(String kind, String rest) {
    if (!kind.equals("sql-check")) {
      return new Precondition.Unknown(kind + " " + rest);
    }
    String expected = FormattedSql.attributes(rest).getOrDefault("expectedResult", "");
    int query = rest.indexOf(expected) + expected.length();
    String sql = rest.substring(Math.min(query, rest.length())).replaceFirst("^['\"]?\\s+", "");
    return new Precondition.Query(sql, expected);
  }

  /** Those of an element. */
  static Preconditions of(Element element) {
    return new Preconditions(
        new Precondition.All(parts(element)), skips(element.value("onFail").orElse(null)));
  }

  private static List<Precondition> parts(Element element) {
    List<Precondition> parts = new ArrayList<>();
    for (Element child : element.children()) {
      switch (child.name()) {
        // Values that JSON and YAML write as members.
        case "onFail",
            "onError",
            "onFailMessage",
            "onErrorMessage",
            "onSqlOutput",
            "onUpdateSQL" -> {}
        // The user of the run is taken to be the right one.
        case "runningAs" -> {}
        case "dbms" -> parts.add(new Precondition.Server(child.value("type").orElse("")));
        case "and", "preConditions" -> parts.add(new Precondition.All(parts(child)));
        case "or" -> parts.add(new Precondition.Any(parts(child)));
        case "not" -> parts.add(new Precondition.Not(new Precondition.All(parts(child))));
        case "sqlCheck" ->
            parts.add(
                new Precondition.Query(
                    child.value("sql").orElse(child.text()),
                    child.value("expectedResult").orElse("")));
        default -> parts.add(new Precondition.Unknown(child.name()));
      }
    }
    return parts;
  }
}
