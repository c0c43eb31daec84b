/** Mistakes that are MySQL's and MariaDB's own. */
package dev.schemend.lint.mysql;
