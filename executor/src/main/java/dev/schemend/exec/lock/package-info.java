/**
 * The lock that keeps two runs from changing one database at a time: the same that Prisma takes, so
 * that each keeps the other out. Held on a session of its own for as long as a run lasts. The SQL
 * is in the dialect packages.
 */
package dev.schemend.exec.lock;
