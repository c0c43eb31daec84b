package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.exec.introspect.CatalogSession;
import java.util.List;

/** Reads enumerated types. */
record TypeReader(CatalogSession catalogs, List<?> parameters, CatalogNames names) {

  List<DdlStatement.CreateEnum> read() {
    return catalogs.rows(
        CatalogQueries.ENUMS,
        parameters,
        row ->
            new DdlStatement.CreateEnum(
                names.object(row, 1), List.of((String[]) row.getArray(3).getArray())));
  }
}
