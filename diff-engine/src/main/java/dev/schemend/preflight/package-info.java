/**
 * What could stand in the way of a script: each statement is applied to the model, and what a
 * server would look at in the rows becomes a question. Pure; the dialects' rules are in the
 * packages below. Nothing here asks a server.
 */
package dev.schemend.preflight;
