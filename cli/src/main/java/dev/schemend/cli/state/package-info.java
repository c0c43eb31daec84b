/**
 * The states that a difference is made between: how the command line names them, where their text
 * or their server is, and how they become schemas of one server. Folding and reading catalogs is
 * done by others; here it is put together. Nothing is printed here.
 */
package dev.schemend.cli.state;
