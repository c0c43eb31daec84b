/**
 * Where a text came from: sources, spans in them, and the statements cut out of them. Values only;
 * cutting and parsing live in sql-parser. Every located fact of the project points here.
 */
package dev.schemend.source;
