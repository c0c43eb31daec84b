package dev.schemend.exec.introspect.mysql;

import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.expr.SqlExpr;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * MySQL gives the bare value of a literal, without quotes or escapes, and the text of an expression
 * (manual, 28.3.8; 13.6 on {@code DEFAULT_GENERATED}). What the value is depends on the type.
 */
final class BareDefaults implements ColumnDefaults {

  private static final Set<String> WRITTEN_AS_SQL =
      Set.of(
          "tinyint",
          "smallint",
          "mediumint",
          "int",
          "bigint",
          "decimal",
          "float",
          "double",
          "year",
          "bit");
  private static final Set<String> BINARY = Set.of("binary", "varbinary");
  // MySQL 5.7 does not mark the one expression that it allows as a default, and for these types.
  private static final Set<String> CLOCKS = Set.of("timestamp", "datetime");
  private static final String NOW = "CURRENT_TIMESTAMP";
  private static final String HEXADECIMAL = "0x";

  @Override
  public Optional<SqlExpr> read(
      String text, String dataType, ColumnExtra extra, CatalogTexts texts, String place) {
    if (extra.expressionDefault()) {
      return Optional.of(texts.expression(StoredText.unescape(text), place));
    }
    if (WRITTEN_AS_SQL.contains(dataType)
        || (CLOCKS.contains(dataType) && text.toUpperCase(Locale.ROOT).startsWith(NOW))) {
      return Optional.of(texts.expression(text, place));
    }
    return Optional.of(
        BINARY.contains(dataType) && text.startsWith(HEXADECIMAL)
            ? bytes(text.substring(HEXADECIMAL.length()))
            : new SqlExpr.StringLiteral("", text));
  }

  /** Bytes as the characters they are written with, where they are plain ones. */
  private static SqlExpr bytes(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    for (byte value : bytes) {
      if (value < ' ' || value > '~') {
        return new SqlExpr.StringLiteral("x", hex);
      }
    }
    return new SqlExpr.StringLiteral("", new String(bytes, StandardCharsets.US_ASCII));
  }
}
