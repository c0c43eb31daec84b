/**
 * Cutting scripts into statements: the port that every dialect implements, and what comes out of a
 * cut. Nothing here knows a dialect; the scanners live in the dialect packages. Nothing here parses
 * a statement either: a splitter knows quotes, comments and blocks, no grammar.
 */
package dev.schemend.parser.split;
