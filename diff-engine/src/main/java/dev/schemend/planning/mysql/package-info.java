/**
 * How MySQL and MariaDB bring changes about: which statements, in which step, with which dangers.
 * Facts that differ between products and versions are rows of {@code MySqlFeature}. Nothing here
 * prints, applies or compares.
 */
package dev.schemend.planning.mysql;
