/**
 * The regression suite of PostgreSQL itself against the parser: every data definition statement in
 * it is read, but for those on a list that only shrinks. The suite is not part of this repository;
 * without a directory that holds it nothing runs here.
 */
package dev.schemend.it.suite;
