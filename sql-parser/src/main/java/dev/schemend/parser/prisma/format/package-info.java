/** Prisma schemas as Prisma formats them: aligned, and otherwise as their authors wrote them. */
package dev.schemend.parser.prisma.format;
