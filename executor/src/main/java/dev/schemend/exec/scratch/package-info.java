/**
 * Databases to try things in: making sure that one holds nothing, running scripts there, and taking
 * away again what they made. Nothing that was there before is ever dropped. What a database of a
 * dialect can hold is in the dialect packages.
 */
package dev.schemend.exec.scratch;
