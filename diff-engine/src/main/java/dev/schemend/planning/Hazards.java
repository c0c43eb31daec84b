package dev.schemend.planning;

import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import dev.schemend.type.CastRisk;
import java.util.List;
import java.util.stream.Collectors;

/** The dangers that steps share on every server. */
public final class Hazards {

  private Hazards() {}

  /** A table goes with its rows. */
  public static Hazard tableDropped(ObjectName table) {
    return new Hazard(
        Hazard.Kind.DATA_LOSS, ObjectRef.table(table), "every row of the table is lost");
  }

  /** A column goes with its values; empty for a computed one, whose values can be had again. */
  public static List<Hazard> columnDropped(ObjectName table, Column column) {
    return Columns.computed(column).isPresent()
        ? List.of()
        : List.of(
            new Hazard(
                Hazard.Kind.DATA_LOSS,
                ObjectRef.column(table, column.name()),
                "every value of the column is lost"));
  }

  /** A column without a value for the rows that are there. */
  public static Hazard requiredColumnAdded(ObjectName table, Identifier column) {
    return new Hazard(
        Hazard.Kind.FAILS_ON_EXISTING_ROWS,
        ObjectRef.column(table, column),
        "it is NOT NULL and has no default, so it cannot be added to a table with rows");
  }

  /** A column that may hold nulls and must not any more. */
  public static Hazard madeRequired(ObjectName table, Identifier column) {
    return new Hazard(
        Hazard.Kind.FAILS_ON_EXISTING_ROWS,
        ObjectRef.column(table, column),
        "it fails if the column holds a NULL");
  }

  /** A constraint that rows may violate. */
  public static Hazard constraintAdded(ObjectName table, Constraint constraint) {
    String reason =
        switch (constraint) {
          case Constraint.PrimaryKey key ->
              "it fails if (" + names(key.columns().toList()) + ") holds duplicates or NULLs";
          case Constraint.Unique key ->
              "it fails if (" + names(key.columns().toList()) + ") holds duplicates";
          case Constraint.ForeignKey key ->
              "it fails if ("
                  + names(key.sourceColumns())
                  + ") holds values that "
                  + key.target()
                  + " lacks";
          case Constraint.Check check -> "it fails if a row violates the condition";
          case Constraint.Exclusion exclusion -> "it fails if two rows exclude each other";
        };
    return new Hazard(
        Hazard.Kind.FAILS_ON_EXISTING_ROWS, ObjectRef.constraint(table, constraint.name()), reason);
  }

  /** A unique index over rows that may hold duplicates. */
  public static Hazard uniqueIndexAdded(
      ObjectName table, Identifier index, List<Identifier> columns) {
    return new Hazard(
        Hazard.Kind.FAILS_ON_EXISTING_ROWS,
        ObjectRef.index(table, index),
        "it fails if (" + names(columns) + ") holds duplicates");
  }

  /** The values of a column become another type. */
  public static List<Hazard> typeChanged(ObjectName table, Identifier column, CastRisk risk) {
    ObjectRef ref = ObjectRef.column(table, column);
    Hazard rewrite =
        new Hazard(Hazard.Kind.TABLE_REWRITE, ref, "the change of type rewrites the table");
    return switch (risk) {
      case IDENTICAL, WIDENING -> List.of();
      case REWRITE -> List.of(rewrite);
      case LOSSY ->
          List.of(
              new Hazard(
                  Hazard.Kind.DATA_LOSS, ref, "values may be rounded or cut by the new type"),
              new Hazard(
                  Hazard.Kind.FAILS_ON_EXISTING_ROWS,
                  ref,
                  "it fails if a value does not fit the new type"));
      case EXPLICIT ->
          List.of(
              new Hazard(
                  Hazard.Kind.FAILS_ON_EXISTING_ROWS,
                  ref,
                  "it fails if a value cannot be read as the new type"),
              rewrite);
      case IMPOSSIBLE ->
          List.of(
              new Hazard(
                  Hazard.Kind.DATA_LOSS,
                  ref,
                  "no cast leads to the new type: the column is dropped and made anew"));
    };
  }

  private static String names(List<Identifier> columns) {
    return columns.stream().map(Identifier::text).collect(Collectors.joining(", "));
  }
}
