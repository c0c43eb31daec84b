/**
 * Many databases of one application: which they are, which of them stand alike, how many are worked
 * on at a time, and what was done in which. What is done in a database comes in as a function;
 * nothing is printed here.
 */
package dev.schemend.cli.fleet;
