/**
 * Reading and writing PostgreSQL's text: splitter, grammar, AST builder and printer. Everything
 * that is lexical or syntactic about this server lives here and nowhere else. No JDBC, no diffing,
 * nothing of another dialect.
 */
package dev.schemend.parser.postgres;
