/**
 * Introspection on real servers: what a server holds after a script and what the script folds to
 * offline are the same schema (laws L11 and L13). Each test has a database of its own. What needs
 * no server is tested in the executor itself.
 */
package dev.schemend.it.introspect;
