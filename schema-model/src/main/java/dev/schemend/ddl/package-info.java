/**
 * The one vocabulary of data definition statements: parsed from text, applied by the interpreter,
 * made by the planner and printed again. Plain values without behaviour. Nothing here knows how a
 * dialect writes them.
 */
package dev.schemend.ddl;
