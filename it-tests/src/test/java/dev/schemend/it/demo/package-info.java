/**
 * {@code ./schemend demo}: the main job on real servers, with the real commands and what they
 * answer. It lives among the tests because the servers do. No logic of the tool lives here.
 */
package dev.schemend.it.demo;
