/**
 * Names of schema objects: identifiers folded once at the door, qualified names, and references to
 * a kind of object by name. How a dialect folds and quotes lives in the dialect packages; nothing
 * here knows SQL.
 */
package dev.schemend.name;
