/**
 * A database as a Prisma schema: what {@code db pull} writes. Schemas come in, text goes out; the
 * words of a dialect are behind {@link dev.schemend.parser.prisma.pull.Vocabulary}. What a schema
 * cannot say becomes a remark, never a silent loss.
 */
package dev.schemend.parser.prisma.pull;
