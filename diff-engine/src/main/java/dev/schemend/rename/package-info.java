/**
 * What became of things that only the older of two schemas has: candidates with their evidence, who
 * decides, and the steps that carry decided renames out before anything else is planned.
 */
package dev.schemend.rename;
