/**
 * The history in motion: deploying pending migrations and resolving failed ones, under the lock, in
 * Prisma's order of checks. Puts together what the neighbouring packages do; a dialect comes in as
 * a {@link dev.schemend.exec.migrate.LiveDialect}. Nothing is printed here, and nothing is parsed.
 */
package dev.schemend.exec.migrate;
