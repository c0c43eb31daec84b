/**
 * Reading code and queries: lexemes, expressions and {@code SELECT}s, for all dialects. Written by
 * hand, because procedural code mixes its own words with pieces of SQL whose ends only their
 * context tells. Which statements a dialect's code has is in its own package.
 */
package dev.schemend.parser.code;
