package dev.schemend.parser.mysql;

import dev.schemend.ddl.DdlStatement.OfMySql.RelabelRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The {@code UPDATE} that puts labels in the place of others. */
final class RelabelPrinter {

  private final RelabelRows relabel;
  private final String column;

  private RelabelPrinter(RelabelRows relabel) {
    this.relabel = relabel;
    this.column = SqlNames.quoted(relabel.column());
  }

  /**
   * The statement.
   *
   * @param table its name as the script writes it
   */
  static String print(RelabelRows relabel, String table) {
    return new RelabelPrinter(relabel).print(table);
  }

  private String print(String table) {
    List<String> assigned = new ArrayList<>();
    String condition =
        switch (relabel.kind()) {
          case ENUM -> {
            assigned.add(column + " = " + label());
            yield isOne()
                ? column + " = " + Literals.quoted(relabel.labels().firstKey())
                : column
                    + relabel.labels().keySet().stream()
                        .map(Literals::quoted)
                        .collect(Collectors.joining(", ", " IN (", ")"));
          }
          case SET -> {
            assigned.add(column + " = " + members());
            yield relabel.labels().keySet().stream()
                .map(old -> "FIND_IN_SET(" + Literals.quoted(old) + ", " + column + ") > 0")
                .collect(Collectors.joining(" OR "));
          }
        };
    relabel.kept().stream()
        .map(SqlNames::quoted)
        .forEach(kept -> assigned.add(kept + " = " + kept));
    return "UPDATE " + table + " SET " + String.join(", ", assigned) + " WHERE " + condition;
  }

  private boolean isOne() {
    return relabel.labels().size() == 1;
  }

  private String label() {
    return isOne()
        ? Literals.quoted(relabel.labels().get(relabel.labels().firstKey()))
        : relabel.labels().entrySet().stream()
            .map(
                pair ->
                    " WHEN "
                        + Literals.quoted(pair.getKey())
                        + " THEN "
                        + Literals.quoted(pair.getValue()))
            .collect(Collectors.joining("", "CASE " + column, " END"));
  }

  // Each member stands between commas while others take its place.
  private String members() {
    String value = "CONCAT(',', " + column + ", ',')";
    SortedMap<String, String> waiting = new TreeMap<>(relabel.labels());
    while (!waiting.isEmpty()) {
      // One whose new label is still another's old one would be taken along with it.
      Map.Entry<String, String> next =
          waiting.entrySet().stream()
              .filter(pair -> !waiting.containsKey(pair.getValue()))
              .findFirst()
              .orElseGet(() -> Map.entry(waiting.firstKey(), waiting.get(waiting.firstKey())));
      waiting.remove(next.getKey());
      value =
          "REPLACE("
              + value
              + ", "
              + between(next.getKey())
              + ", "
              + between(next.getValue())
              + ")";
    }
    return "TRIM(BOTH ',' FROM " + value + ")";
  }

  private static String between(String member) {
    return Literals.quoted("," + member + ",");
  }
}
