/**
 * The composition root: the process starts here, the commands are put together, and everything that
 * was thrown becomes a failure with an exit code. Nothing else in the house may depend on it.
 */
package dev.schemend.cli;
