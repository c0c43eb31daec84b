/**
 * This tool's own record of a run: which statements of a migration the database has done, kept in
 * the database, beside the history table that belongs to another tool. It is there from the start
 * of a run until that is finished or repaired, and then gone: a database at rest has no such table.
 */
package dev.schemend.exec.journal;
