/**
 * What the commands for development share: a Prisma schema with its migrations, what may be lost on
 * the way to it, and how a migration is written. Asks and prints nothing.
 */
package dev.schemend.cli.develop;
