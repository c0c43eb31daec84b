/**
 * What statements lock, read and rewrite on PostgreSQL, by version. The lock modes are a table of
 * facts after the manual's chapter on explicit locking and the server's own choice of a lock for
 * each action; tests hold them against {@code pg_locks}.
 */
package dev.schemend.hazard.postgres;
