/**
 * Questions to a live database as SQL: what the dialects write alike. What they do not is behind
 * {@link dev.schemend.parser.check.CheckWords}, implemented beside their printers.
 */
package dev.schemend.parser.check;
