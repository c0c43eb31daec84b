package dev.schemend.dialect.mysql;

import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import java.util.Locale;

/**
 * MySQL's names (manual, 9.2.3): those of databases and tables follow {@code
 * lower_case_table_names}, all others are compared without regard to case. Quotes change nothing.
 */
public final class MySqlIdentifiers implements IdentifierRules {

  // Manual, 9.2.1: the limit of databases, tables, columns, indexes and constraints.
  private static final int MAX_CHARACTERS = 64;

  private final boolean foldTableNames;

  /**
   * Rules for one setting of the server.
   *
   * @param foldTableNames {@code lower_case_table_names} is not 0
   */
  public MySqlIdentifiers(boolean foldTableNames) {
    this.foldTableNames = foldTableNames;
  }

  @Override
  public Identifier object(String written, boolean quoted) {
    return foldTableNames ? member(written, quoted) : Identifier.of(written);
  }

  @Override
  public Identifier member(String written, boolean quoted) {
    return written.isEmpty()
        ? Identifier.NONE
        : new Identifier(written, written.toLowerCase(Locale.ROOT));
  }

  @Override
  public int maxLength() {
    return MAX_CHARACTERS;
  }

  @Override
  public String truncate(String text) {
    return text.codePointCount(0, text.length()) <= MAX_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS));
  }
}
