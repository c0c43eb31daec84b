/**
 * Questions to the rows, rights and resources of a live database whose answers tell, before a
 * script runs, whether one of its statements would fail or lose something. Values only: what to ask
 * is decided in diff-engine, the SQL is written in sql-parser, and executor asks.
 */
package dev.schemend.check;
