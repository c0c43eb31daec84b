/**
 * How Prisma compares and alters on MySQL and MariaDB: tables of facts from its engine, and the
 * clauses that change a column. Knows no other dialect.
 */
package dev.schemend.planning.prisma.mysql;
