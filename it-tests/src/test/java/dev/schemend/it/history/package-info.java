/**
 * Hand-made histories, on every server: what they fold to, what the server makes of them, and the
 * plans between neighbours. The histories are resources; the laws are here.
 */
package dev.schemend.it.history;
