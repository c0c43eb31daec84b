/**
 * The testkit: what the tests of every module share, packaged as schema-model's test-jar.
 * Arbitraries of the model and builders for tests live here. No test lives here, and nothing that
 * needs more than schema-model.
 */
package dev.schemend.testkit;
