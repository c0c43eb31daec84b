/** Texts and files that nobody means well with, for both dialects and for every layout. */
package dev.schemend.parser.hostile;
