package dev.schemend.exec.introspect.mysql;

import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.expr.SqlExpr;
import java.util.Optional;

/**
 * MariaDB, since 10.2.7, gives the SQL that one would write behind {@code DEFAULT}: literals in
 * quotes, {@code NULL} for a nullable column without a default.
 */
final class SqlDefaults implements ColumnDefaults {

  private static final String NULL = "NULL";

  @Override
  public Optional<SqlExpr> read(
      String text, String dataType, ColumnExtra extra, CatalogTexts texts, String place) {
    return text.equalsIgnoreCase(NULL)
        ? Optional.empty()
        : Optional.of(texts.expression(text, place));
  }
}
