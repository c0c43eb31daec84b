/**
 * PostgreSQL's system catalogs (12 and newer) turned into statements: one query per kind of thing,
 * one reader per query. Definitions come from the server's own deparser ({@code pg_get_…}) and are
 * read by the frontend. Nothing here decides what a definition means.
 */
package dev.schemend.exec.introspect.postgres;
