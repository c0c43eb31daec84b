/**
 * Persistent collections that the model needs and the JDK lacks. They share structure between
 * versions and are compared with the JDK's own collections by property tests. Nothing here knows
 * about schemas.
 */
package dev.schemend.collect;
