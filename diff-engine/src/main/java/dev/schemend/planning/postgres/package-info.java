/**
 * How PostgreSQL brings changes about: which statements, in which step, with which dangers. One
 * class per kind of object; facts that differ between versions are rows of {@code PostgresFeature}.
 * Nothing here prints, applies or compares.
 */
package dev.schemend.planning.postgres;
