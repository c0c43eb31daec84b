/**
 * The language of schema.prisma: its grammar, the tree of what is written, and the printer of that
 * tree. Says nothing about what a schema means; that is the business of the packages below. Errors
 * are diagnostics with the code {@code P1012}, as Prisma numbers them.
 */
package dev.schemend.parser.prisma;
