/**
 * Who did it: which statement of a history made each object and each part of a table, and which
 * ones have changed it since. Read off the schemas before and after each statement, beside the fold
 * and not in it: no schema knows where it comes from, so that two of them are equal whatever their
 * histories.
 */
package dev.schemend.blame;
