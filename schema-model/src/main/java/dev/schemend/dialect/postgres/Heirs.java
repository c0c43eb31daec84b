package dev.schemend.dialect.postgres;

import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Lineage;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.stream.Stream;

/** Who inherits from whom, and what (manual, 5.11; server source {@code find_all_inheritors}). */
final class Heirs {

  private Heirs() {}

  static Lineage lineage(Table table) {
    return table.options().postgres().lineage();
  }

  static Table with(Table table, Lineage lineage) {
    return table.withOptions(
        table.options().withPostgres(table.options().postgres().withLineage(lineage)));
  }

  /** The tables that inherit from {@code parent} at first hand, in the order of their names. */
  static List<Table> of(Schema schema, Table parent) {
    return schema
        .dependants(parent.ref())
        .filter(ref -> ref.kind() == ObjectKind.TABLE)
        .flatMap(ref -> schema.table(ref.name()).stream())
        .filter(child -> lineage(child).parents().contains(parent.name()))
        .toList();
  }

  /** The tables that {@code child} inherits from at first hand. */
  static Stream<Table> parents(Schema schema, Table child) {
    return lineage(child).parents().stream().flatMap(name -> schema.table(name).stream());
  }

  /** How many parents have the column ({@code attinhcount}). */
  static long sources(Schema schema, Table child, Identifier column) {
    return parents(schema, child).filter(parent -> parent.column(column).isPresent()).count();
  }

  static boolean inherits(Schema schema, Table child, Identifier column) {
    return sources(schema, child, column) > 0;
  }

  /** How many parents hand down a check of that name ({@code coninhcount}). */
  static long checkSources(Schema schema, Table child, Identifier check) {
    return parents(schema, child)
        .filter(parent -> parent.constraint(check).filter(Heirs::isHandedDown).isPresent())
        .count();
  }

  static boolean isHandedDown(Constraint constraint) {
    return constraint instanceof Constraint.Check check && !check.noInherit();
  }

  /** Whether the server would refuse to drop the constraint by itself. */
  static boolean isInherited(Schema schema, Table table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.attachedTo().isPresent();
      case Constraint.Unique key -> key.attachedTo().isPresent();
      case Constraint.ForeignKey key -> !key.postgres().local();
      case Constraint.Check check -> checkSources(schema, table, check.name()) > 0;
      case Constraint.Exclusion exclusion -> exclusion.attachedTo().isPresent();
    };
  }

  /** Whether {@code descendant} inherits from {@code ancestor}, at whatever hand, or is it. */
  static boolean descends(Schema schema, ObjectName descendant, ObjectName ancestor) {
    return descendant.equals(ancestor)
        || schema
            .table(descendant)
            .map(table -> lineage(table).parents())
            .orElse(List.of())
            .stream()
            .anyMatch(parent -> descends(schema, parent, ancestor));
  }

  static Column asLocal(Column column, boolean local) {
    return column.withPostgres(column.postgres().withLocal(local));
  }

  /** Refuses what must reach the heirs too, where {@code ONLY} keeps it from them. */
  static void requireReach(Schema schema, Table table, boolean only, String reason) {
    if (only && !of(schema, table).isEmpty()) {
      throw PostgresErrors.invalid(table.ref(), reason, PostgresErrors.INVALID_TABLE_DEFINITION);
    }
  }

  /** Refuses to change by itself what a parent decides. */
  static void requireOwn(Schema schema, Table table, Identifier column, String reason) {
    if (inherits(schema, table, column)) {
      throw PostgresErrors.invalid(
          dev.schemend.name.ObjectRef.column(table.name(), column),
          reason,
          PostgresErrors.INVALID_TABLE_DEFINITION);
    }
  }
}
