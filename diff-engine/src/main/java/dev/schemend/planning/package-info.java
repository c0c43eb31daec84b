/**
 * From differences to ordered steps: what both dialects share. The rules of one dialect are the
 * packages below; here live their port, the working copy of a table's differences, and the graph
 * that finds the order. Nothing here compares schemas, applies statements or knows SQL text.
 */
package dev.schemend.planning;
