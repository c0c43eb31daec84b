/**
 * What MySQL and MariaDB look at in the rows before they change a column, and what they answer.
 * Facts only; the walk over the statements is shared.
 */
package dev.schemend.preflight.mysql;
