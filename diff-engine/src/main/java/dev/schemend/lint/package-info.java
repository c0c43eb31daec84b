/**
 * New migrations judged before they are merged: the hazards of their statements and mistakes of
 * their files, as findings under the names of rules. Works on parsed scripts and schemas. Nothing
 * here reads files, knows a repository or prints.
 */
package dev.schemend.lint;
