package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table whose rows are on another server (PostgreSQL). Heirs and partitions of other tables are
 * none of these: they are carried.
 *
 * @param table its columns and checks, as a table of its name would have them
 * @param server the foreign server
 * @param options what that server is told of the table
 * @param columnOptions what it is told of single columns
 */
public record ForeignTable(
    Table table,
    Identifier server,
    SortedMap<String, String> options,
    SortedMap<Identifier, SortedMap<String, String>> columnOptions)
    implements DefinedObject {

  /** Copies the options; columns without any are left out. */
  public ForeignTable {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(server, "server");
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    SortedMap<Identifier, SortedMap<String, String>> ofColumns = new TreeMap<>();
    columnOptions.forEach(
        (column, its) -> {
          if (!its.isEmpty()) {
            ofColumns.put(column, Collections.unmodifiableSortedMap(new TreeMap<>(its)));
          }
        });
    columnOptions = Collections.unmodifiableSortedMap(ofColumns);
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.to(ObjectKind.FOREIGN_TABLE, table.name());
  }

  /** This one with other columns and checks, or another name. */
  public ForeignTable withTable(Table newTable) {
    return new ForeignTable(newTable, server, options, columnOptions);
  }

  /** This one on another server. */
  public ForeignTable withServer(Identifier newServer) {
    return new ForeignTable(table, newServer, options, columnOptions);
  }

  /** This one with other options. */
  public ForeignTable withOptions(SortedMap<String, String> newOptions) {
    return new ForeignTable(table, server, newOptions, columnOptions);
  }

  /** This one with other options of columns. */
  public ForeignTable withColumnOptions(
      SortedMap<Identifier, SortedMap<String, String>> newColumnOptions) {
    return new ForeignTable(table, server, options, newColumnOptions);
  }
}
