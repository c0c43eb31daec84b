/**
 * The executor on PostgreSQL: sessions, the advisory lock, the history table, running scripts. All
 * that is PostgreSQL's own stands here, behind ports of the neighbouring packages. Nothing of
 * MySQL, and no introspection.
 */
package dev.schemend.exec.postgres;
