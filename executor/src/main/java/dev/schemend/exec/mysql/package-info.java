/**
 * The executor on MySQL and MariaDB: sessions, the named lock, the history table, running scripts.
 * All that is MySQL's or MariaDB's own stands here, behind ports of the neighbouring packages.
 * Nothing of PostgreSQL, and no introspection.
 */
package dev.schemend.exec.mysql;
