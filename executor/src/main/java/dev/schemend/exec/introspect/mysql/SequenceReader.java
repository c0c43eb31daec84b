package dev.schemend.exec.introspect.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.exec.introspect.CatalogQuery;
import dev.schemend.model.SequenceOptions;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads MariaDB's sequences, each of which is a table of one row: all of them in one query. */
record SequenceReader(Catalog catalog) {

  private record Name(String database, String name) {}

  List<DdlStatement.CreateSequence> read() {
    List<Name> names =
        catalog.rows(CatalogQueries.SEQUENCES, row -> new Name(row.getString(1), row.getString(2)));
    if (names.isEmpty()) {
      return List.of();
    }
    String sql =
        names.stream()
            .map(
                name ->
                    "SELECT ?, ?, start_value, increment, minimum_value, maximum_value,"
                        + " cache_size, cycle_option FROM "
                        + quoted(name.database())
                        + "."
                        + quoted(name.name()))
            .collect(Collectors.joining(" UNION ALL "));
    List<String> parameters =
        names.stream().flatMap(name -> List.of(name.database(), name.name()).stream()).toList();
    return catalog
        .session()
        .rows(
            new CatalogQuery("the sequences", sql),
            parameters,
            row -> {
              ObjectName name = catalog.names().object(row.getString(1), row.getString(2));
              return new DdlStatement.CreateSequence(
                  name,
                  new SequenceOptions(
                      Optional.empty(),
                      Optional.of(row.getLong(3)),
                      Optional.of(row.getLong(4)),
                      Optional.of(row.getLong(5)),
                      Optional.of(row.getLong(6)),
                      Optional.of(row.getLong(7)),
                      row.getBoolean(8)),
                  Optional.empty(),
                  false);
            });
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
