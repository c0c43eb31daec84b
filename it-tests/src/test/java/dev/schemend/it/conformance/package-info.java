/**
 * How well real histories are read: each is run on real servers, and the figures are written down.
 * The histories themselves are other people's and stay where they are. A program, started by {@code
 * it-tests/conformance.sh}; nothing here runs in a build.
 */
package dev.schemend.it.conformance;
