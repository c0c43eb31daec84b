/**
 * The executor on real servers: sessions, the lock, the history table, scripts and deployments.
 * Each test has a database of its own; none asks what time it is. What needs no server is tested in
 * the executor itself.
 */
package dev.schemend.it.executor;
