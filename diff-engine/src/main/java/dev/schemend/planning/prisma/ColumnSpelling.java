package dev.schemend.planning.prisma;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.model.Column;
import java.util.List;

/** Columns as statements write them. */
public final class ColumnSpelling {

  private ColumnSpelling() {}

  /** A column with nothing behind it. */
  public static ColumnDefinition definition(Column column) {
    return new ColumnDefinition(column, false, List.of(), List.of());
  }
}
