/**
 * What a run of the tool has around it and gives back: the process's directory, environment and
 * streams, its exit codes, and failures as values. Everything else in this module may use it, and
 * it uses nothing of them. No text is laid out here.
 */
package dev.schemend.cli.process;
