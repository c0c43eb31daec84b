package dev.schemend.type;

/** What a dialect knows about data types. */
public interface TypeSystem {

  /** The server's own name for {@code type}: aliases and implied modifiers resolved; idempotent. */
  SqlType canonical(SqlType type);

  /** What a change of a column's type does; both types canonical. */
  CastRisk castRisk(SqlType from, SqlType to);

  /** Whether values of the type are character strings (their literals need no cast). */
  boolean isCharacter(SqlType type);
}
