/**
 * Who says what became of things that are gone: a file of hints, annotations and statements of a
 * history, a person at a terminal, or an option.
 */
package dev.schemend.cli.rename;
