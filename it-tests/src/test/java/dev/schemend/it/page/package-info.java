/** Pages in a browser. */
package dev.schemend.it.page;
