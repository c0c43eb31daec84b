/**
 * Liquibase's changelogs: YAML, JSON, XML and formatted SQL, with their includes, properties and
 * preconditions. Only what is written in SQL is read; other changes are warned of. Source:
 * docs.liquibase.com, "Changelog formats", "Example changelogs: SQL format", "include",
 * "includeAll", "sql", "sqlFile", "Preconditions", "Changelog property substitution".
 */
package dev.schemend.parser.layout.liquibase;
