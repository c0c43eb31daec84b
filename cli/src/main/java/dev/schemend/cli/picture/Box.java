package dev.schemend.cli.picture;

import java.util.List;

/**
 * A table in a picture.
 *
 * @param name as it is called afterwards, or was
 * @param mark what becomes of it
 * @param note on its name, empty if there is none
 * @param rows its columns in order, then the indexes and constraints that change; none where the
 *     table only stands at the end of a line
 */
record Box(String name, Mark mark, String note, List<Row> rows) {

  /** Copies the rows. */
  Box {
    rows = List.copyOf(rows);
  }

  /**
   * A column, or an index or constraint that changes.
   *
   * @param mark what becomes of it
   * @param name its name
   * @param type of a column its type, else what it is
   * @param keys the keys that it is a part of: {@code PK}, {@code FK}, {@code UK}
   * @param note what differs, empty if nothing does
   */
  record Row(Mark mark, String name, String type, List<String> keys, String note) {

    /** Copies the keys. */
    Row {
      keys = List.copyOf(keys);
    }
  }
}
