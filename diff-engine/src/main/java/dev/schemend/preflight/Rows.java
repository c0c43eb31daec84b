package dev.schemend.preflight;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is known of the rows while a script goes by that has not run: which live table a table is,
 * what a column holds in terms of the live table, and which statements may have changed rows. Lives
 * in one thread.
 */
final class Rows {

  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  private final Map<ObjectName, ObjectName> live = new HashMap<>();
  private final Set<ObjectName> fresh = new HashSet<>();
  private final Map<ObjectRef, Optional<SqlExpr>> values = new HashMap<>();
  private final List<Writer> writers = new ArrayList<>();

  /** Words in front of an equals sign; a bracket there stands for any column. */
  private static final Pattern ASSIGNED =
      Pattern.compile("(?:([\\p{L}_][\\p{L}\\p{N}_$]*)[\"`\\]]?|(\\)))\\s*=");

  private static final Pattern UPDATE = Pattern.compile("(?i)update\\b.*", Pattern.DOTALL);

  /**
   * A statement that changes rows.
   *
   * @param words every word in it; empty where it may change any table
   * @param assigned of an UPDATE, the columns that it may assign to; empty for any
   */
  private record Writer(
      StatementText statement, Optional<Set<String>> words, Optional<Set<String>> assigned) {

    boolean mayTouch(ObjectName table) {
      return words.map(known -> known.contains(lower(table.name()))).orElse(true);
    }

    boolean mayTouch(Set<Identifier> columns) {
      return assigned
          .map(known -> columns.stream().anyMatch(column -> known.contains(lower(column))))
          .orElse(true);
    }

    private static String lower(Identifier name) {
      return name.text().toLowerCase(Locale.ROOT);
    }
  }

  /** Rows of the tables that it names are changed by now. */
  void wrote(StatementText statement) {
    writers.add(
        new Writer(statement, Optional.of(words(WORD, statement.text())), assigned(statement)));
  }

  private static Optional<Set<String>> assigned(StatementText statement) {
    if (!UPDATE.matcher(statement.text()).matches()) {
      return Optional.empty();
    }
    Set<String> columns = words(ASSIGNED, statement.text());
    return columns.stream().anyMatch(word -> word.startsWith(")"))
        ? Optional.empty()
        : Optional.of(
            columns.stream()
                .flatMap(word -> WORD.matcher(word).results())
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static Set<String> words(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Rows of any table may be changed by now. */
  void mayHaveWritten(StatementText statement) {
    writers.add(new Writer(statement, Optional.empty(), Optional.empty()));
  }

  /**
   * The last statement that may have changed rows of the table.
   *
   * @param columns those that matter, by their names at this place; empty for all
   */
  Optional<StatementText> writer(ObjectName table, Set<Identifier> columns) {
    return writers.stream()
        .filter(writer -> writer.mayTouch(table) || writer.mayTouch(liveName(table)))
        .filter(writer -> columns.isEmpty() || writer.mayTouch(columns))
        .map(Writer::statement)
        .reduce((first, second) -> second);
  }

  void created(ObjectName table) {
    live.remove(table);
    forgetColumns(table);
    fresh.add(table);
  }

  /** Whether the script itself made the table. */
  boolean isFresh(ObjectName table) {
    return fresh.contains(table);
  }

  ObjectName liveName(ObjectName table) {
    return live.getOrDefault(table, table);
  }

  void renamed(ObjectName from, ObjectName to) {
    if (fresh.remove(from)) {
      fresh.add(to);
    } else {
      live.put(to, liveName(from));
      live.remove(from);
      fresh.remove(to);
    }
    Map<ObjectRef, Optional<SqlExpr>> moved = new HashMap<>();
    values.forEach(
        (column, value) -> {
          if (column.name().equals(from)) {
            moved.put(ObjectRef.column(to, column.member()), value);
          }
        });
    forgetColumns(from);
    values.putAll(moved);
  }

  private void forgetColumns(ObjectName table) {
    values.keySet().removeIf(column -> column.name().equals(table));
  }

  void renamedColumn(ObjectName table, Identifier from, Identifier to) {
    Optional<SqlExpr> value = value(table, from);
    values.remove(ObjectRef.column(table, from));
    values.put(ObjectRef.column(table, to), value);
  }

  /** The column holds that in every row; empty where nobody can say what it holds. */
  void holds(ObjectName table, Identifier column, Optional<SqlExpr> value) {
    values.put(ObjectRef.column(table, column), value);
  }

  /** What the column holds, over the columns of the live table; empty where nobody can say. */
  Optional<SqlExpr> value(ObjectName table, Identifier column) {
    return values.getOrDefault(
        ObjectRef.column(table, column), Optional.of(Conditions.column(column)));
  }

  /** An expression over the table's columns as one over the live table's. */
  Optional<SqlExpr> inLiveTerms(ObjectName table, SqlExpr expression) {
    Set<Identifier> unknown = new HashSet<>();
    Function<SqlExpr.ColumnRef, SqlExpr> live =
        column -> {
          Optional<SqlExpr> value = value(table, column.column());
          if (value.isEmpty()) {
            unknown.add(column.column());
          }
          return value.orElse(column);
        };
    SqlExpr translated =
        Expressions.bottomUp(
            expression,
            node -> node instanceof SqlExpr.ColumnRef column ? live.apply(column) : node);
    return unknown.isEmpty() ? Optional.of(translated) : Optional.empty();
  }
}
