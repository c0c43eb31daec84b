package dev.schemend.it.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectRef;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares two schemas part by part, so that a failure names the column and not the database. */
final class SchemaAssertions {

  private SchemaAssertions() {}

  /** Fails with every part in which {@code live} is not {@code folded}. */
  static void assertSame(Schema folded, Schema live) {
    SortedMap<String, String> expected = parts(folded);
    SortedMap<String, String> actual = parts(live);
    assertFalse(expected.isEmpty(), "nothing was compared");
    SortedSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(actual.keySet());
    String differences =
        names.stream()
            .filter(name -> !expected.getOrDefault(name, "").equals(actual.getOrDefault(name, "")))
            .map(
                name ->
                    name
                        + "\n    folded "
                        + expected.getOrDefault(name, "(none)")
                        + "\n    live   "
                        + actual.getOrDefault(name, "(none)"))
            .collect(Collectors.joining("\n"));
    assertEquals("", differences);
  }

  private static SortedMap<String, String> parts(Schema schema) {
    SortedMap<String, String> parts = new TreeMap<>();
    schema.objects().values().forEach(object -> add(object, parts));
    return parts;
  }

  private static void add(SchemaObject object, SortedMap<String, String> parts) {
    String name = object.ref().toString();
    switch (object) {
      case Table table -> {
        parts.put(name, table.options().toString());
        parts.put(
            name + " column order", table.columns().stream().map(Column::name).toList().toString());
        table.columns().forEach(column -> parts.put(name + "." + column.name(), column.toString()));
        sorted(table.constraints(), Comparator.comparing(Constraint::name))
            .forEach(key -> parts.put(name + " constraint " + key.name(), key.toString()));
        table
            .indexes()
            .forEach(index -> parts.put(name + " index " + index.name(), withoutOrigin(index)));
      }
      // What its author wrote and what the server prints are not the same text.
      case OpaqueObject opaque -> parts.put(name, "there");
      default -> parts.put(name, object.toString());
    }
  }

  /** No catalog tells whether the server made an index by itself. */
  private static String withoutOrigin(Index index) {
    return index.withMySql(index.mysql().withGenerated(false)).toString();
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    return list.stream().sorted(order).toList();
  }

  /** The references of a schema, for assertions on what is there at all. */
  static List<String> objects(Schema schema) {
    return schema.objects().keys().map(ObjectRef::toString).toList();
  }
}
