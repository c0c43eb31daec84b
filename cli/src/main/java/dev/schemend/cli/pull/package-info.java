/**
 * {@code db pull}: a live database becomes a Prisma schema, and the schema is read back and held
 * against the database before anybody sees it.
 */
package dev.schemend.cli.pull;
