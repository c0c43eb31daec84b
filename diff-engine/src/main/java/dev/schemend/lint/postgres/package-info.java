/** Mistakes that are PostgreSQL's own, with the form that does not block. */
package dev.schemend.lint.postgres;
