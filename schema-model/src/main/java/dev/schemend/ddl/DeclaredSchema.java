package dev.schemend.ddl;

import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schema as its author declared it: the statements that make it, in their order and with names
 * and types spelled as a script should show them. A {@code Schema} says what they come to, but
 * keeps neither order nor spelling.
 *
 * @param statements that make the schema of an empty database
 * @param openDefaults columns, by the names as written, whose default is left to the database: it
 *     may have any, or none
 */
public record DeclaredSchema(List<DdlStatement> statements, Set<ObjectRef> openDefaults) {

  /** Copies the collections. */
  public DeclaredSchema {
    statements = List.copyOf(statements);
    openDefaults = Set.copyOf(openDefaults);
  }

  /** The tables by their names as written, in order. */
  public Map<ObjectName, DdlStatement.CreateTable> tables() {
    Map<ObjectName, DdlStatement.CreateTable> tables = new LinkedHashMap<>();
    for (DdlStatement statement : statements) {
      if (statement instanceof DdlStatement.CreateTable create) {
        tables.put(create.name(), create);
      }
    }
    return tables;
  }
}
