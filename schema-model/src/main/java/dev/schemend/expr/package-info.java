/**
 * Expressions in DDL positions: defaults, checks, generated columns, index expressions and
 * predicates. They are compared in a canonical form that the dialect packages make. Nothing here
 * reads or writes text, and queries are not expressions.
 */
package dev.schemend.expr;
