package dev.schemend.planning.postgres;

import dev.schemend.model.Column;
import dev.schemend.model.References;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The relations and columns that a body of standard SQL may use. Unlike a body that is a string,
 * the server parses it when it is made, and lets nothing go that it uses (manual, CREATE FUNCTION:
 * sql_body). It is known by its words: a relation, and a column of it, whose names stand in it.
 */
final class BodyTies {

  private final Schema schema;
  private final Map<Identifier, Set<ObjectRef>> relations = new HashMap<>();

  BodyTies(Schema schema) {
    this.schema = schema;
    if (routines().findAny().isPresent()) {
      References.ROW_SOURCES.stream()
          .flatMap(schema::ofKind)
          .map(SchemaObject::ref)
          .forEach(
              ref ->
                  relations.computeIfAbsent(ref.name().name(), name -> new TreeSet<>()).add(ref));
    }
  }

  /** The routines with such a body. */
  Stream<Routine> routines() {
    return schema
        .ofKind(ObjectKind.ROUTINE)
        .filter(Routine.class::isInstance)
        .map(Routine.class::cast)
        .filter(routine -> routine.body() instanceof Routine.Standard);
  }

  /** What it may use, columns by {@link Names#read}; nothing for any other object. */
  SortedSet<ObjectRef> of(SchemaObject object) {
    SortedSet<ObjectRef> used = new TreeSet<>();
    if (!(object instanceof Routine routine && routine.body() instanceof Routine.Standard)) {
      return used;
    }
    Set<Identifier> words = BodyNames.of(routine);
    for (Identifier word : words) {
      for (ObjectRef relation : relations.getOrDefault(word, Set.of())) {
        used.add(relation);
        columns(relation).stream()
            .map(Column::name)
            .filter(words::contains)
            .forEach(column -> used.add(Names.read(relation.name(), column)));
      }
    }
    return used;
  }

  private List<Column> columns(ObjectRef relation) {
    return schema.table(relation.name()).map(Table::columns).orElse(List.of());
  }
}
