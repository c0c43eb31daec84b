package dev.schemend.diff;

import dev.schemend.model.Column;
import dev.schemend.model.References;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Commands that PostgreSQL parses when they are given and shows in words of its own: of a rule, and
 * of a body of standard SQL. However it words them, it keeps the names in them, so that two which
 * name different relations or columns are different. It adds names where a star, or an {@code
 * INSERT} without columns, stands for them: of these nothing is told here.
 */
final class ParsedBodies {

  private ParsedBodies() {}

  /** Whether two objects have commands that cannot be the same. */
  static boolean differ(SchemaObject from, Schema before, SchemaObject to, Schema after) {
    Optional<List<String>> older = commands(from);
    Optional<List<String>> newer = commands(to);
    return older.isPresent()
        && newer.isPresent()
        && !leavesOut(older.get())
        && !leavesOut(newer.get())
        && (names(older.get(), before).stream().anyMatch(name -> !words(newer.get()).contains(name))
            || names(newer.get(), after).stream()
                .anyMatch(name -> !words(older.get()).contains(name)));
  }

  private static Optional<List<String>> commands(SchemaObject object) {
    if (object instanceof RewriteRule rule) {
      return Optional.of(rule.commands());
    }
    return object instanceof Routine routine && routine.body() instanceof Routine.Standard body
        ? Optional.of(body.tokens())
        : Optional.empty();
  }

  private static boolean leavesOut(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean names =
          switch (tokens.get(i)) {
            case "*" -> !(at(tokens, i - 1).equals("(") && at(tokens, i + 1).equals(")"));
            case "table", "natural" -> true;
            case "insert" -> !hasColumns(tokens, i);
            default -> false;
          };
      if (names) {
        return true;
      }
    }
    return false;
  }

  // INSERT [ INTO relation [ AS alias ] ] ( column …
  private static boolean hasColumns(List<String> tokens, int insert) {
    int i = insert + 1;
    while (i < tokens.size() && !Set.of("(", "values", "select", "with").contains(tokens.get(i))) {
      i++;
    }
    return at(tokens, i).equals("(")
        && !Set.of("select", "with", "values").contains(at(tokens, i + 1));
  }

  private static String at(List<String> tokens, int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : "";
  }

  /** The words that name a relation, or a column of one that is named. */
  private static Set<String> names(List<String> tokens, Schema schema) {
    Set<String> words = words(tokens);
    Set<String> names = new TreeSet<>();
    References.ROW_SOURCES.stream()
        .flatMap(schema::ofKind)
        .map(SchemaObject::ref)
        .filter(relation -> words.contains(relation.name().name().key()))
        .forEach(
            relation -> {
              names.add(relation.name().name().key());
              schema.table(relation.name()).map(Table::columns).orElse(List.of()).stream()
                  .map(Column::name)
                  .filter(column -> words.contains(column.key()))
                  .forEach(column -> names.add(column.key()));
            });
    return names;
  }

  private static Set<String> words(List<String> tokens) {
    Set<String> words = new HashSet<>();
    for (String token : tokens) {
      boolean quoted = token.length() > 1 && token.startsWith("\"") && token.endsWith("\"");
      words.add(quoted ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token);
    }
    return words;
  }
}
