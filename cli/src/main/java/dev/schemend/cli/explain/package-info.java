/**
 * The story of an object in a history: finding what a person means by a name, and what is known of
 * it. No text is laid out here.
 */
package dev.schemend.cli.explain;
