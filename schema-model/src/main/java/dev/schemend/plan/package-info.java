/**
 * Changes, steps and plans as values: what differs, what will be done about it, and what is known
 * about each step before it runs. The differ and the planner make them, printers and runners read
 * them. No decisions live here.
 */
package dev.schemend.plan;
