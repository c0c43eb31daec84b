/**
 * How a server is reached: the URL, the pool of sessions, who the server says it is, and what went
 * wrong when it could not be reached. What differs between servers is behind {@link
 * dev.schemend.exec.connect.Connector} and lives in the dialect packages. No SQL but a dialect's
 * own lives here.
 */
package dev.schemend.exec.connect;
