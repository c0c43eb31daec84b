/**
 * A script after reading: each statement with its place and what became of it. The classes are
 * those of the architecture's section 4, so nothing is dropped or guessed. Values only; reading
 * lives in sql-parser.
 */
package dev.schemend.script;
