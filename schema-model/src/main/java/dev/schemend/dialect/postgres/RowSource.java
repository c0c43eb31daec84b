package dev.schemend.dialect.postgres;

import dev.schemend.model.Column;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * Rows that a query reads, under the name that it knows them by.
 *
 * @param alias that name
 * @param written what the query's author calls them: another name only where the server would tell
 *     two relations of one name apart by a number ({@code set_rtable_names} in ruleutils.c)
 * @param relation the relation they come from
 * @param columns their columns; empty where they are not known
 */
record RowSource(
    Identifier alias,
    Identifier written,
    Optional<ObjectName> relation,
    Optional<List<Output>> columns) {

  RowSource(Identifier alias, Optional<ObjectName> relation, Optional<List<Output>> columns) {
    this(alias, alias, relation, columns);
  }

  /**
   * A column of rows.
   *
   * @param type its type, of a domain that under it
   * @param domain the domain
   * @param collation its collation, where that is not its type's own
   */
  record Output(
      Identifier name,
      Optional<SqlType> type,
      Optional<SqlType> domain,
      Optional<String> collation) {

    Output(Identifier name, Optional<SqlType> type) {
      this(name, type, Optional.empty(), Optional.empty());
    }

    Output withName(Identifier newName) {
      return new Output(newName, type, domain, collation);
    }

    Output withCollation(Optional<String> newCollation) {
      return new Output(name, type, domain, newCollation);
    }

    /** The column of a table made of the rows; empty where its type is not known. */
    Optional<Column> column() {
      return declared().map(one -> Column.of(name, one).withCollation(collation));
    }

    /** The type that a table made of the rows has. */
    Optional<SqlType> declared() {
      return domain.or(() -> type);
    }
  }

  /** Columns that every table of the server has besides its own (manual, 5.6). */
  private static final List<String> SYSTEM =
      List.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

  boolean has(Identifier column) {
    return columns.isPresent() && columns.get().stream().anyMatch(one -> one.name().equals(column));
  }

  boolean mayHave(Identifier column) {
    return columns.isEmpty() || has(column);
  }

  boolean isSystemColumn(Identifier column) {
    return relation.isPresent() && SYSTEM.contains(column.key());
  }

  Optional<Output> output(Identifier column) {
    return columns.stream()
        .flatMap(List::stream)
        .filter(one -> one.name().equals(column))
        .findFirst();
  }
}
