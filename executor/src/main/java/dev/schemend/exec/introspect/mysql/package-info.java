/**
 * The {@code information_schema} of MySQL and MariaDB turned into statements: one query per view of
 * it, one reader per query. What the products and versions do differently stands in {@link
 * dev.schemend.exec.introspect.mysql.CatalogFacts}, nowhere else. Nothing here decides what a
 * definition means.
 */
package dev.schemend.exec.introspect.mysql;
