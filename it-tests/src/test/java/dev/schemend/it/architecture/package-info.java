/**
 * The architecture as tests: which package may know which, what a module may hold, how things are
 * named. A rule here restates a sentence of docs/architecture.md; no test of behaviour lives here.
 */
package dev.schemend.it.architecture;
