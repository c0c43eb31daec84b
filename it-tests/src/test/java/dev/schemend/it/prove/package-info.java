/**
 * {@code schemend prove} on real servers: that it agrees where it should, and finds the place where
 * it should not. The laws that it checks for users are held for this project in {@code it.history}.
 */
package dev.schemend.it.prove;
