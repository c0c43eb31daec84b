package dev.schemend.planning.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.model.Column;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.planning.Columns;
import java.util.List;
import java.util.Optional;

/** Columns as a statement writes them: whole, but without what their table says already. */
final class WrittenColumns {

  private WrittenColumns() {}

  /**
   * The definition of {@code column}.
   *
   * @param table the options that hold while the statement runs; {@link MySqlTableOptions#NONE}
   *     where the statement itself changes them, so that nothing is left to their order
   */
  static ColumnDefinition definition(Column column, MySqlTableOptions table) {
    Optional<String> set = column.mysql().characterSet();
    boolean implied =
        column.collation().isPresent()
            && column.collation().equals(table.collation())
            && set.equals(table.characterSet());
    Column written =
        implied
            ? column
                .withCollation(Optional.empty())
                .withMySql(column.mysql().withCharacterSet(Optional.empty()))
            : column;
    // MariaDB takes neither NULL nor NOT NULL behind a generated column.
    boolean explicitNull = column.nullable() && Columns.computed(column).isEmpty();
    return new ColumnDefinition(written, explicitNull, List.of(), List.of());
  }
}
