package dev.schemend.name;

/**
 * How a dialect turns written names into {@link Identifier}s.
 *
 * <p>Two roles, because MySQL compares names of tables and databases by {@code
 * lower_case_table_names} and all others without regard to case.
 */
public interface IdentifierRules {

  /** The identifier of a schema, table, view, type or sequence. */
  Identifier object(String written, boolean quoted);

  /** The identifier of a column, index, constraint or other name inside an object. */
  Identifier member(String written, boolean quoted);

  /** The most a name may hold: bytes of UTF-8 on PostgreSQL, characters on MySQL. */
  int maxLength();

  /** {@code text} cut to {@link #maxLength()} as the server counts, never inside a character. */
  String truncate(String text);
}
