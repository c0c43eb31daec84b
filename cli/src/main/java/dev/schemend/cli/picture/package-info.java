/** A change as pictures: the tables that differ, as an ER diagram and as a page. */
package dev.schemend.cli.picture;
