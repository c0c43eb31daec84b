package dev.schemend.it.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.schemend.apply.TableExpressions;
import dev.schemend.expr.Equivalence;
import dev.schemend.expr.ExpressionRules;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.AccessObject;
import dev.schemend.model.Column;
import dev.schemend.model.Comment;
import dev.schemend.model.Constraint;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.EnumType;
import dev.schemend.model.Index;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares two schemas part by part, so that a failure names the column and not the database. */
final class SchemaAssertions {

  private SchemaAssertions() {}

  /**
   * A column, constraint, index or whole object.
   *
   * @param shape all of it but its expressions
   * @param expressions in the order in which they stand in it
   */
  private record Part(String shape, List<SqlExpr> expressions) {

    private static final SqlExpr PLACE = new SqlExpr.Opaque(List.of("…"));

    static Part whole(Object value) {
      return new Part(value.toString(), List.of());
    }

    static Part in(Table table) {
      List<SqlExpr> found = new ArrayList<>();
      Table shape =
          TableExpressions.map(
              table,
              expression -> {
                found.add(expression);
                return PLACE;
              });
      return new Part(
          shape.columns().toString() + shape.constraints() + shape.indexes(), List.copyOf(found));
    }

    boolean isSame(Part other, ExpressionRules rules) {
      return shape.equals(other.shape)
          && expressions.size() == other.expressions.size()
          && IntStream.range(0, expressions.size())
              .allMatch(
                  i ->
                      rules.compare(expressions.get(i), other.expressions.get(i))
                          == Equivalence.EQUAL);
    }

    @Override
    public String toString() {
      return shape + (expressions.isEmpty() ? "" : " with " + expressions);
    }
  }

  /** Fails with every part in which {@code live} is not {@code folded}. */
  static void assertSame(Schema folded, Schema live, ExpressionRules rules) {
    SortedMap<String, Part> expected = parts(folded);
    SortedMap<String, Part> actual = parts(live);
    assertFalse(expected.isEmpty(), "nothing was compared");
    SortedSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(actual.keySet());
    String differences =
        names.stream()
            .filter(name -> !isSame(expected.get(name), actual.get(name), rules))
            .map(
                name ->
                    name
                        + "\n    folded "
                        + Optional.ofNullable(expected.get(name)).map(Part::toString).orElse("-")
                        + "\n    live   "
                        + Optional.ofNullable(actual.get(name)).map(Part::toString).orElse("-"))
            .collect(Collectors.joining("\n"));
    assertEquals("", differences);
  }

  private static boolean isSame(Part one, Part other, ExpressionRules rules) {
    return one != null && other != null && one.isSame(other, rules);
  }

  private static SortedMap<String, Part> parts(Schema schema) {
    SortedMap<String, Part> parts = new TreeMap<>();
    schema.objects().values().forEach(object -> add(object, parts));
    return parts;
  }

  private static void add(SchemaObject object, SortedMap<String, Part> parts) {
    String name = object.ref().toString();
    switch (object) {
      case Table table -> add(name, table, parts);
      // What its author wrote and what the server prints are not the same text.
      case OpaqueObject opaque -> parts.put(name, Part.whole("there"));
      // Compared by the differ, which has three answers.
      case DefinedObject defined -> parts.put(name, Part.whole("there"));
      case Comment comment -> parts.put(name, Part.whole(comment));
      case AccessObject rights -> parts.put(name, Part.whole(rights));
      case Namespace namespace -> parts.put(name, Part.whole(namespace));
      case EnumType type -> parts.put(name, Part.whole(type));
      case Sequence sequence -> parts.put(name, Part.whole(sequence));
    }
  }

  private static void add(String name, Table table, SortedMap<String, Part> parts) {
    Table empty = new Table(table.name(), List.of(), List.of(), List.of(), TableOptions.NONE);
    parts.put(name, Part.whole(table.options()));
    parts.put(
        name + " column order", Part.whole(table.columns().stream().map(Column::name).toList()));
    for (Column column : table.columns()) {
      parts.put(name + "." + column.name(), Part.in(empty.withColumns(List.of(column))));
    }
    for (Constraint constraint : table.constraints()) {
      parts.put(name + " constraint " + constraint.name(), Part.in(empty.plus(constraint)));
    }
    for (Index index : table.indexes()) {
      // No catalog tells whether the server made an index by itself.
      Index known = index.withMySql(index.mysql().withGenerated(false));
      parts.put(name + " index " + index.name(), Part.in(empty.plus(known)));
    }
  }

  /** The references of a schema, for assertions on what is there at all. */
  static List<String> objects(Schema schema) {
    return schema.objects().keys().map(ObjectRef::toString).toList();
  }
}
