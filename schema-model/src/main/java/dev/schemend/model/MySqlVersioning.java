package dev.schemend.model;

import dev.schemend.name.Identifier;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What MariaDB knows of a table's history (Knowledge Base, "Temporal Tables").
 *
 * @param systemVersioned {@code WITH SYSTEM VERSIONING}
 * @param periods {@code PERIOD FOR name (start, end)} by name, {@code SYSTEM_TIME} among them
 */
public record MySqlVersioning(
    boolean systemVersioned, SortedMap<Identifier, List<Identifier>> periods) {

  /** A table that knows of now only. */
  public static final MySqlVersioning NONE = new MySqlVersioning(false, new TreeMap<>());

  /** What a column has to do with it. */
  public enum Role {
    /** What the table says holds for the column. */
    PLAIN,
    /** {@code WITHOUT SYSTEM VERSIONING}. */
    UNVERSIONED,
    /** {@code WITH SYSTEM VERSIONING}, in a statement only. */
    VERSIONED,
    /** {@code GENERATED ALWAYS AS ROW START}. */
    ROW_START,
    /** {@code GENERATED ALWAYS AS ROW END}. */
    ROW_END
  }

  /** Copies the periods. */
  public MySqlVersioning {
    SortedMap<Identifier, List<Identifier>> copy = new TreeMap<>();
    periods.forEach((name, columns) -> copy.put(name, List.copyOf(columns)));
    periods = Collections.unmodifiableSortedMap(copy);
  }
}
