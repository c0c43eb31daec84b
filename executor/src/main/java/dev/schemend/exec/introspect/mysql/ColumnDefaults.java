package dev.schemend.exec.introspect.mysql;

import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.expr.SqlExpr;
import java.util.Optional;

/** How a product writes {@code COLUMNS.COLUMN_DEFAULT}. */
interface ColumnDefaults {

  /**
   * The default of a column; empty for none and for {@code NULL}.
   *
   * @param text {@code COLUMN_DEFAULT}, not null
   * @param dataType {@code DATA_TYPE}, lower case
   * @param extra {@code EXTRA}
   * @param place the column, for messages
   */
  Optional<SqlExpr> read(
      String text, String dataType, ColumnExtra extra, CatalogTexts texts, String place);
}
