package dev.schemend.cli.state;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The schemas that a history names; on MySQL those are databases, and whoever runs the history has
 * to know of them.
 */
public final class OtherDatabases {

  private final SortedSet<String> names = new TreeSet<>();

  /** The names found so far. */
  public SortedSet<String> names() {
    return names;
  }

  /** Adds those that a script switches to or makes. */
  public void in(ParsedScript script) {
    for (ParsedStatement statement : script.statements()) {
      if (statement instanceof ParsedStatement.SetSearchPath set) {
        set.schemas().forEach(this::add);
      } else if (statement instanceof ParsedStatement.Ddl ddl) {
        for (DdlStatement one : ddl.statements()) {
          if (one instanceof DdlStatement.CreateSchema create) {
            add(create.name());
          }
        }
      }
    }
  }

  /** Adds those that hold something. */
  public void in(Schema schema) {
    schema
        .objects()
        .values()
        .map(SchemaObject::ref)
        .forEach(
            ref -> add(ref.kind() == ObjectKind.SCHEMA ? ref.name().name() : ref.name().schema()));
  }

  private void add(Identifier name) {
    if (!name.isNone()) {
      names.add(name.text());
    }
  }
}
