/**
 * PostgreSQL for Prisma schemas: what it can hold, and how Prisma writes it there. Tables of facts
 * (Prisma schema reference, "PostgreSQL"); no grammar of SQL lives here.
 */
package dev.schemend.parser.prisma.postgres;
