/** How work grows with the size of schemas. */
package dev.schemend.it.scale;
