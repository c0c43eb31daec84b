package dev.schemend.ddl;

import dev.schemend.name.ObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schema as its author declared it: the statements that make it, in their order and with names
 * and types spelled as a script should show them. A {@code Schema} says what they come to, but
 * keeps neither order nor spelling.
 *
 * @param statements that make the schema of an empty database
 */
public record DeclaredSchema(List<DdlStatement> statements) {

  /** Copies the statements. */
  public DeclaredSchema {
    statements = List.copyOf(statements);
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

  /** The table of that name as written. */
  public Optional<DdlStatement.CreateTable> table(ObjectName name) {
    return statements.stream()
        .filter(DdlStatement.CreateTable.class::isInstance)
        .map(DdlStatement.CreateTable.class::cast)
        .filter(create -> create.name().equals(name))
        .findFirst();
  }
}
