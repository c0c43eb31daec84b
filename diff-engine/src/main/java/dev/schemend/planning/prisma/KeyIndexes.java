package dev.schemend.planning.prisma;

/**
 * What Prisma makes of an index of MySQL or MariaDB that no schema declares, over exactly the
 * columns of a foreign key: the server may have made it for the key.
 */
public enum KeyIndexes {
  /** It stays (engines before 5.22). */
  STAY,
  /** It stays, unless it keeps values apart (engines pull 5020). */
  STAY_UNLESS_UNIQUE,
  /** It goes where something else serves the key (engines since 6.1, pull 5073). */
  GO
}
