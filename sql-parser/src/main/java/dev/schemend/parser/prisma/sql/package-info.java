/**
 * From a valid Prisma schema to the statements that make it: tables in the order of their models,
 * then indexes, then foreign keys, in the form in which Prisma writes them. What is one dialect's
 * own comes through {@link SqlShape}.
 */
package dev.schemend.parser.prisma.sql;
