/**
 * A history read twice, offline and by a server that runs it, and where the two readings part.
 * Reading, running and comparing are done by other modules; here they are brought into step. No
 * text is laid out here.
 */
package dev.schemend.cli.prove;
