package dev.schemend.planning.prisma;

/** What Prisma thinks of a change of a column's type. */
public enum Castability {
  /** No value is lost. */
  SAFE,
  /** The server converts, and values may be lost. */
  RISKY,
  /** The server does not convert: the column is dropped and made anew. */
  NOT_CASTABLE
}
