/**
 * Where migrations are read from and how their directories are laid out: trees of files on disk or
 * in a git revision, and one class for each layout. Nothing here looks inside a script. The values
 * that come out live in {@code dev.schemend.history}.
 */
package dev.schemend.parser.layout;
