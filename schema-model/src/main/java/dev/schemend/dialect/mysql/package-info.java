/**
 * The facts of MySQL and MariaDB: how they fold names, spell and compare types, resolve character
 * sets and store expressions. MariaDB is a flavor with facts of its own, never treated as MySQL.
 * Nothing here reads or writes SQL text, and nothing here talks to a server.
 */
package dev.schemend.dialect.mysql;
