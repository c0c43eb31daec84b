/**
 * Migration histories as values: scripts with names, in order, and their checksums. Reading them
 * from files or git lives in sql-parser, comparing them with a server's history table in executor.
 * Nothing here touches a file or a server.
 */
package dev.schemend.history;
