/**
 * Procedural code as a tree: what PL/pgSQL blocks and MySQL's stored programs have in common, and
 * what only one of them has. Reading it is a frontend's work, running it the evaluator's.
 */
package dev.schemend.code;
