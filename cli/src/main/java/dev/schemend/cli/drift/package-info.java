/**
 * A live database held against the migrations that its own history calls applied. Reads, compares
 * and plans; runs nothing and prints nothing.
 */
package dev.schemend.cli.drift;
