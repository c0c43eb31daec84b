package dev.schemend.model;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What an object refers to by name, read off its parts. */
public final class References {

  private References() {}

  /** Every object that {@code object} needs to exist, without itself. */
  public static SortedSet<ObjectRef> of(SchemaObject object) {
    SortedSet<ObjectRef> found = new TreeSet<>();
    switch (object) {
      case Namespace namespace -> {}
      case EnumType type -> schema(type.name(), found);
      case OpaqueObject opaque -> {
        schema(opaque.ref().name(), found);
        if (!opaque.ref().member().isNone()) {
          found.add(ObjectRef.table(opaque.ref().name()));
        }
        found.addAll(opaque.dependsOn());
      }
      case Sequence sequence -> {
        schema(sequence.name(), found);
        sequence.ownedBy().ifPresent(column -> found.add(ObjectRef.table(column.name())));
      }
      case Table table -> table(table, found);
    }
    found.remove(object.ref());
    return found;
  }

  private static void table(Table table, SortedSet<ObjectRef> found) {
    schema(table.name(), found);
    table.foreignKeys().forEach(key -> found.add(ObjectRef.table(key.target())));
    for (Column column : table.columns()) {
      type(column.type(), found);
    }
    Lineage lineage = table.options().postgres().lineage();
    lineage.parents().forEach(parent -> found.add(ObjectRef.table(parent)));
    lineage.ofType().ifPresent(type -> found.add(ObjectRef.to(ObjectKind.ENUM_TYPE, type)));
    expressions(table, expression -> expression(expression, found));
  }

  /** Shows every expression of the table to {@code visitor}. */
  public static void expressions(Table table, Consumer<SqlExpr> visitor) {
    for (Column column : table.columns()) {
      column.defaultValue().ifPresent(visitor);
      column.generation().ifPresent(generation -> generation(generation, visitor));
    }
    for (Constraint constraint : table.constraints()) {
      constraintExpressions(constraint).forEach(visitor);
    }
    for (Index index : table.indexes()) {
      parts(index.parts().stream()).forEach(visitor);
      index.predicate().ifPresent(visitor);
    }
    Lineage lineage = table.options().postgres().lineage();
    lineage.key().ifPresent(key -> parts(key.parts().stream()).forEach(visitor));
  }

  /** The expressions of a constraint. */
  public static Stream<SqlExpr> constraintExpressions(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> parts(key.parts().stream());
      case Constraint.Unique key -> parts(key.parts().stream());
      case Constraint.ForeignKey key -> Stream.empty();
      case Constraint.Check check -> Stream.of(check.expression());
      case Constraint.Exclusion exclusion ->
          Stream.concat(parts(exclusion.parts().stream()), exclusion.predicate().stream());
    };
  }

  private static void generation(Generation generation, Consumer<SqlExpr> visitor) {
    switch (generation) {
      case Generation.Identity identity -> {}
      case Generation.AutoIncrement increment -> {}
      case Generation.Computed computed -> visitor.accept(computed.expression());
    }
  }

  private static Stream<SqlExpr> parts(Stream<IndexPart> parts) {
    return parts.flatMap(
        part ->
            switch (part.key()) {
              case IndexPart.ColumnKey column -> Stream.empty();
              case IndexPart.ExpressionKey expression -> Stream.of(expression.expression());
            });
  }

  private static void expression(SqlExpr expression, SortedSet<ObjectRef> found) {
    Expressions.visit(
        expression,
        node -> {
          if (node instanceof SqlExpr.RegClass constant) {
            found.add(ObjectRef.to(ObjectKind.SEQUENCE, constant.relation()));
          } else if (node instanceof SqlExpr.Cast cast) {
            type(cast.type(), found);
          }
        });
  }

  private static void type(SqlType type, SortedSet<ObjectRef> found) {
    switch (type) {
      case SqlType.Builtin builtin -> {}
      case SqlType.InlineEnum inline -> {}
      case SqlType.UserDefined user -> found.add(ObjectRef.to(ObjectKind.ENUM_TYPE, user.name()));
      case SqlType.ArrayOf array -> type(array.element(), found);
    }
  }

  private static void schema(ObjectName name, SortedSet<ObjectRef> found) {
    if (name.isQualified()) {
      found.add(ObjectRef.schema(name.schema()));
    }
  }
}
