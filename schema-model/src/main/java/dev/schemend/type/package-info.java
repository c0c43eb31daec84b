/**
 * Data types as values, and the port that knows how a dialect spells and compares them. Type names
 * are the server's canonical ones; aliases are rows in the tables of the dialect packages. Nothing
 * here reads text.
 */
package dev.schemend.type;
