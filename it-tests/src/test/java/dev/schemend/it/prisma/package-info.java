/**
 * Prisma schemas on real servers, and beside Prisma's own engine where its npm packages are given.
 * Laws and comparisons only; the parts have their tests beside them.
 */
package dev.schemend.it.prisma;
