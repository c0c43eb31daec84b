/**
 * What every error of the executor has in common: a code, the server's own words, what happened,
 * why, and what to do. Errors are values; {@link dev.schemend.exec.error.ExecException} only
 * carries one up the stack. Each package of the executor keeps its own kinds of error.
 */
package dev.schemend.exec.error;
