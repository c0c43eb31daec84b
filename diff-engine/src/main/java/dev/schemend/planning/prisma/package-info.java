/**
 * Plans as Prisma Migrate makes them: which differences it sees, in which order it acts on them,
 * and with which statements. What a Prisma schema cannot say is taken over from the older schema
 * before anything is compared, so that it is never touched. Facts follow Prisma's engine ({@code
 * sql-schema-connector}); what one dialect does comes through {@link
 * dev.schemend.planning.prisma.PrismaDialect}.
 */
package dev.schemend.planning.prisma;
