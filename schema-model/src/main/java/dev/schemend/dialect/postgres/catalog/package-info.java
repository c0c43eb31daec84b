/**
 * What PostgreSQL's code can ask a schema: the catalogs that a model of it implies, the functions
 * that read them or work on texts, casts, and the names of conditions. Tables of facts; running
 * code is not done here.
 */
package dev.schemend.dialect.postgres.catalog;
