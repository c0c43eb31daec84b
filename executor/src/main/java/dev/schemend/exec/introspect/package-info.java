/**
 * Reading a live server's schema: the port, its scope and result, its errors, and what the adapters
 * share for asking catalogs and handing texts to the frontend. An introspector only turns catalog
 * rows into statements; folding them is the interpreter's work, so that a live schema and a history
 * enter by one door. Nothing here knows one server's catalogs.
 */
package dev.schemend.exec.introspect;
