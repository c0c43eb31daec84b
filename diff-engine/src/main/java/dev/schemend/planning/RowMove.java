package dev.schemend.planning;

import dev.schemend.name.ObjectName;

/**
 * Rows that go from a table which has stepped aside to the one that has its name now.
 *
 * @param from the old table, under the name that it has meanwhile
 * @param to the new table
 */
public record RowMove(ObjectName from, ObjectName to) {}
