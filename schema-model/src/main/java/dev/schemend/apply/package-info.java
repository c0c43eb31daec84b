/**
 * Applying statements to a schema: the port of the interpreters, their typed refusals and the fold
 * of whole scripts. Pure: the same schema and statement always give the same answer. What a
 * statement does on one server lives in that dialect's package.
 */
package dev.schemend.apply;
