/**
 * PostgreSQL as facts: how it folds names, spells types, stores expressions, names what nobody
 * named, and what each statement does to its catalogs. No text and no connection. Other dialects
 * are not mentioned here.
 */
package dev.schemend.dialect.postgres;
