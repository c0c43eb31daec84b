/**
 * The two ways out of a migration that stopped half way: back to what was before it, or on to its
 * end. Pure; what the ways cost is asked elsewhere, and nothing here runs anything.
 */
package dev.schemend.repair;
