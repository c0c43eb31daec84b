/**
 * MySQL and MariaDB for Prisma schemas: what they can hold, and how Prisma writes it there. Tables
 * of facts (Prisma schema reference, "MySQL"); no grammar of SQL lives here.
 */
package dev.schemend.parser.prisma.mysql;
