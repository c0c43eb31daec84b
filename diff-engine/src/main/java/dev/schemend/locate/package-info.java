/**
 * Where in a migration a database stands: every prefix of its statements is folded and compared
 * with what the live server holds. Pure; reading servers and history tables is done elsewhere, and
 * nothing here decides what to do about it.
 */
package dev.schemend.locate;
