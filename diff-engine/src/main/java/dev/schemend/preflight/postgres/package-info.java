/**
 * What PostgreSQL looks at in the rows before it changes a column, and what it answers. Facts only;
 * the walk over the statements is shared.
 */
package dev.schemend.preflight.postgres;
