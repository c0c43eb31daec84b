/** Laws of plans over random schemas with objects of every kind, for every server version. */
package dev.schemend.it.laws;
