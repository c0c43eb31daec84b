/**
 * Real servers for tests and for the demo: unpacked from Maven artifacts into a cache of the
 * user's, started once per JVM, stopped however the JVM ends. A test asks a {@link
 * dev.schemend.it.server.ServerKind} for its server and that for a database of the test's own. No
 * test lives here but the harness's, and no knowledge of schemend.
 */
package dev.schemend.it.server;
