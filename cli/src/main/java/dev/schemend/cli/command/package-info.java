/**
 * The commands: their options, what they call, and what they write where. Each is a page that says
 * which parts of the house do the work; none does any itself. Standard output is data, standard
 * error is talk.
 */
package dev.schemend.cli.command;
