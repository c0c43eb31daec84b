/**
 * Pairs of schemas that others wrote, as acceptance of plans: the old one is made on a server with
 * a row in each table, the plan to the new one is run there, and the server judges what came of it.
 * A program with its own main method, not a test; the pairs themselves are not in this repository.
 */
package dev.schemend.it.pairs;
