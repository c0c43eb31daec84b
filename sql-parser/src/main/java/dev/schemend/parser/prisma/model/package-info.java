/**
 * What a Prisma schema means: models with their keys, indexes and relations, every default and
 * every name decided. Made by checking what is written; an invalid schema gives problems and no
 * model. What a database can hold comes from a {@link Connector}; no SQL is made here.
 */
package dev.schemend.parser.prisma.model;
