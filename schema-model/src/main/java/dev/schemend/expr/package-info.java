/**
 * Expressions in DDL positions: defaults, checks, generated columns, index expressions and
 * predicates; and queries, of views and inside of expressions. They are compared in a canonical
 * form that the dialect packages make. Nothing here reads or writes text.
 */
package dev.schemend.expr;
