/**
 * Many databases of one application: which they are, in which of them what was done, and how many
 * of them are worked on at a time. Knows no schema and no SQL; what is done in a database comes in
 * as a function.
 */
package dev.schemend.cli.fleet;
