/**
 * What is told of statements before they run, held against what real servers do: the locks that
 * they take, the ways that they go, and online plans that reach their end.
 */
package dev.schemend.it.hazard;
