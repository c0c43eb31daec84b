/** Owners and privileges on real servers: scripts, random ones too, folded and planned. */
package dev.schemend.it.rights;
