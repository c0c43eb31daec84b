/**
 * The command line against real servers: what a person types, what it says, how it ends, and what
 * the server holds then. Nothing here looks inside the tool.
 */
package dev.schemend.it.cli;
