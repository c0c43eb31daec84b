package dev.schemend.exec.introspect.mysql;

import dev.schemend.name.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads how tables are partitioned, as text: the vocabulary cannot say it. */
record PartitionReader(Catalog catalog) {

  private record Row(ObjectName table, String method, String partition) {}

  /** The clause of each partitioned table, with a blank before it. */
  Map<ObjectName, String> read() {
    return catalog.rows(CatalogQueries.PARTITIONS, this::row).stream()
        .collect(
            Collectors.groupingBy(
                Row::table,
                Collectors.teeing(
                    Collectors.mapping(Row::method, Collectors.reducing("", (a, b) -> b)),
                    Collectors.mapping(Row::partition, Collectors.joining(", ")),
                    (method, partitions) -> " PARTITION BY " + method + " (" + partitions + ")")));
  }

  private Row row(ResultSet row) throws SQLException {
    return new Row(
        catalog.names().object(row.getString(1), row.getString(2)),
        row.getString(3)
            + Optional.ofNullable(row.getString(4)).map(text -> " (" + text + ")").orElse(""),
        "PARTITION "
            + row.getString(5)
            + Optional.ofNullable(row.getString(6))
                .map(text -> " VALUES (" + text + ")")
                .orElse(""));
  }
}
