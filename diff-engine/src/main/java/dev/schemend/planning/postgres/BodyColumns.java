package dev.schemend.planning.postgres;

import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Columns that a body in SQL reads of relations that lack them. Only what is plain counts: a column
 * behind the name that {@code FROM} or {@code JOIN} gives to one relation, and to no other of the
 * body.
 */
final class BodyColumns {

  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

  private static final Pattern SOURCE =
      Pattern.compile(
          "\\b(?:from|join)\\s+(?:only\\s+)?("
              + NAME
              + "(?:\\s*\\.\\s*"
              + NAME
              + ")?)(?![\\p{L}\\p{N}_$.\"]|\\s*\\()(?:\\s+(?:as\\s+)?("
              + NAME
              + "))?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COLUMN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_$.\"])("
              + NAME
              + ")\\s*\\.\\s*("
              + NAME
              + ")(?![\\p{L}\\p{N}_$\"]|\\s*[.(])");

  /** Words that go on behind a relation without another name (manual, SELECT). */
  private static final Set<String> NO_ALIASES =
      Set.of(
          "where",
          "join",
          "inner",
          "left",
          "right",
          "full",
          "cross",
          "natural",
          "on",
          "using",
          "group",
          "order",
          "having",
          "limit",
          "offset",
          "fetch",
          "union",
          "intersect",
          "except",
          "window",
          "for",
          "returning",
          "set",
          "tablesample",
          "as",
          "loop",
          "into",
          "with");

  /** Columns that every table has besides its own (manual, 5.6). */
  private static final Set<String> SYSTEM =
      Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "oid");

  private BodyColumns() {}

  /**
   * Whether the body reads a column that is not there.
   *
   * @param text without comments and strings
   * @param isQuery whether a name is that of a query of the body itself
   */
  static boolean isMissing(String text, Schema schema, Predicate<Identifier> isQuery) {
    Map<Identifier, Set<List<Identifier>>> sources = new HashMap<>();
    Matcher source = SOURCE.matcher(text);
    while (source.find()) {
      List<Identifier> relation = BodyNames.inOrder(source.group(1));
      Identifier alias =
          Optional.ofNullable(source.group(2))
              .map(word -> BodyNames.inOrder(word).getFirst())
              .filter(word -> !NO_ALIASES.contains(word.key()))
              .orElse(relation.getLast());
      sources.computeIfAbsent(alias, name -> new HashSet<>()).add(relation);
    }
    Matcher column = COLUMN.matcher(text);
    while (column.find()) {
      Set<List<Identifier>> meant =
          sources.getOrDefault(BodyNames.inOrder(column.group(1)).getFirst(), Set.of());
      Identifier name = BodyNames.inOrder(column.group(2)).getFirst();
      boolean missing =
          meant.size() == 1
              && !SYSTEM.contains(name.key())
              && !isQuery.test(meant.iterator().next().getLast())
              && columns(meant.iterator().next(), schema)
                  .filter(columns -> !columns.contains(name))
                  .isPresent();
      if (missing) {
        return true;
      }
    }
    return false;
  }

  /** The columns of a relation; empty where they, or which relation is meant, are not known. */
  private static Optional<Set<Identifier>> columns(List<Identifier> parts, Schema schema) {
    List<SchemaObject> found =
        parts.size() > 1
            ? References.ROW_SOURCES.stream()
                .map(kind -> ObjectRef.to(kind, new ObjectName(parts.getFirst(), parts.getLast())))
                .flatMap(ref -> schema.get(ref).stream())
                .toList()
            : References.ROW_SOURCES.stream()
                .flatMap(schema::ofKind)
                .filter(one -> one.ref().name().name().equals(parts.getLast()))
                .toList();
    if (found.size() != 1) {
      return Optional.empty();
    }
    return switch (found.getFirst()) {
      case Table table -> Optional.of(names(table));
      case ForeignTable foreign -> Optional.of(names(foreign.table()));
      case View view -> Optional.of(Set.copyOf(view.columns())).filter(all -> !all.isEmpty());
      case MaterializedView view ->
          Optional.of(Set.copyOf(view.columns())).filter(all -> !all.isEmpty());
      case SchemaObject other -> Optional.empty();
    };
  }

  private static Set<Identifier> names(Table table) {
    return table.columns().stream().map(one -> one.name()).collect(Collectors.toSet());
  }
}
