package dev.schemend.dialect.mysql;

import dev.schemend.expr.SqlExpr.ColumnRef;
import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that a query can use: those of its {@code FROM}, of its {@code WITH}, and of the
 * queries around it.
 *
 * @param sources what stands in {@code FROM}, in order
 * @param tables the columns of the queries of {@code WITH}
 * @param outer the names of the query around
 */
record MySqlRows(
    List<Source> sources, Map<Identifier, List<Identifier>> tables, Optional<MySqlRows> outer) {

  /** Nothing. */
  static final MySqlRows NONE = new MySqlRows(List.of(), Map.of(), Optional.empty());

  /**
   * A relation in {@code FROM}.
   *
   * @param alias what it is called
   * @param columns in order
   * @param shared columns that a source before it stands for, where a name has no qualifier
   */
  record Source(Identifier alias, List<Identifier> columns, List<Identifier> shared) {}

  MySqlRows {
    sources = List.copyOf(sources);
    tables = Map.copyOf(tables);
  }

  MySqlRows withTable(Identifier name, List<Identifier> columns) {
    Map<Identifier, List<Identifier>> more = new LinkedHashMap<>(tables);
    more.put(name, columns);
    return new MySqlRows(sources, more, outer);
  }

  /** The names inside of a query that stands where these are. */
  MySqlRows inside(List<Source> from) {
    return new MySqlRows(from, tables, Optional.of(this));
  }

  /** The columns of a query of {@code WITH}. */
  Optional<List<Identifier>> table(Identifier name) {
    return Optional.ofNullable(tables.get(name)).or(() -> outer.flatMap(one -> one.table(name)));
  }

  static List<Source> both(List<Source> left, List<Source> right) {
    List<Source> all = new ArrayList<>(left);
    all.addAll(right);
    return all;
  }

  /** The sources of a join whose {@code right} side repeats columns of the left one. */
  static List<Source> merged(List<Source> left, List<Source> right, List<Identifier> shared) {
    List<Source> all = new ArrayList<>(left);
    for (Source source : right) {
      List<Identifier> hidden = new ArrayList<>(source.shared());
      shared.stream().filter(source.columns()::contains).forEach(hidden::add);
      all.add(new Source(source.alias(), source.columns(), hidden));
    }
    return all;
  }

  /** The columns of a {@code NATURAL JOIN}. */
  static List<Identifier> shared(List<Source> left, List<Source> right) {
    return left.stream()
        .flatMap(source -> source.columns().stream())
        .distinct()
        .filter(column -> right.stream().anyMatch(source -> source.columns().contains(column)))
        .toList();
  }

  /** The column that a name without qualifiers means here; empty where it is none or several. */
  static Optional<ColumnRef> find(List<Source> sources, Identifier name) {
    List<ColumnRef> found =
        sources.stream()
            .filter(source -> source.columns().contains(name) && !source.shared().contains(name))
            .map(source -> new ColumnRef(List.of(source.alias()), name))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** The column of this query, not of one around it, that a name means. */
  Optional<ColumnRef> find(Identifier name) {
    return find(sources, name);
  }

  /** A column with the name of its source. */
  ColumnRef resolve(ColumnRef written) {
    if (written.qualifiers().isEmpty()) {
      return find(written.column())
          .or(() -> outer.map(one -> one.resolve(written)))
          .orElseThrow(() -> new MySqlQueryForm.Unresolved(written.column().text()));
    }
    Identifier alias = written.qualifiers().getLast();
    return sources.stream()
        .filter(source -> source.alias().equals(alias))
        .filter(source -> source.columns().contains(written.column()))
        .map(source -> new ColumnRef(List.of(alias), written.column()))
        .findFirst()
        .or(() -> outer.map(one -> one.resolve(written)))
        .orElseThrow(() -> new MySqlQueryForm.Unresolved(alias.text()));
  }

  /** What {@code *} or {@code t.*} stands for. */
  List<ColumnRef> columns(List<Identifier> qualifiers) {
    List<ColumnRef> columns = new ArrayList<>();
    for (Source source : sources) {
      boolean meant = qualifiers.isEmpty() || source.alias().equals(qualifiers.getLast());
      if (meant && qualifiers.isEmpty() && !source.shared().isEmpty()) {
        // The shared columns come first, in an order that depends on the kind of join.
        throw new MySqlQueryForm.Unresolved("*");
      }
      if (meant) {
        source.columns().forEach(name -> columns.add(new ColumnRef(List.of(source.alias()), name)));
      }
    }
    return columns;
  }
}
