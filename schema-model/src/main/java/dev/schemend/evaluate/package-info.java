/**
 * Procedural code run on a schema instead of a server. Every value may be unknown; where a decision
 * hangs on one, both ways are gone, and only what both lead to is known. What the catalogs hold,
 * what functions and casts mean and which condition names which error is a dialect's, behind {@link
 * dev.schemend.evaluate.CodeRules}. Deterministic: no clock, no chance, a budget of steps.
 */
package dev.schemend.evaluate;
