/**
 * Reading and writing the text of MySQL and MariaDB: splitter, grammar, AST builder and printer.
 * Everything that is lexical or syntactic about these servers lives here and nowhere else. No JDBC,
 * no diffing, nothing of another dialect.
 */
package dev.schemend.parser.mysql;
