/**
 * The schema as a value: objects that refer to each other by name, in persistent maps that share
 * structure between versions. A schema is always valid, because only the interpreter makes new
 * ones. No text, no connection, and no decisions live here.
 */
package dev.schemend.model;
