/**
 * Asks a live database the questions that are to be settled before a script runs: read-only, each
 * under a time limit, on a session of its own. What to ask and how it is written comes from
 * outside; nothing is changed or decided here.
 */
package dev.schemend.exec.preflight;
