/**
 * What a statement may do to a database with rows and users: dangers, locks, and whether it can
 * share a transaction. Found from the statement and the schemas on both sides of it, so that plans
 * and hand-written migrations are judged alike. What one server's statements lock and rewrite are
 * tables of facts in the packages below. Nothing here asks a database or decides what to do about a
 * danger.
 */
package dev.schemend.hazard;
