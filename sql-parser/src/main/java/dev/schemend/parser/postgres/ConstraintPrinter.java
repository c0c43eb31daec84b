package dev.schemend.parser.postgres;

import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.IndexPart;
import dev.schemend.model.IndexStorage;
import dev.schemend.name.Identifier;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Constraints, as table constraints and behind a column. */
final class ConstraintPrinter {

  private final TypePrinter types;
  private final ExpressionPrinter expressions;
  private final IndexPrinter indexes;

  ConstraintPrinter(TypePrinter types, ExpressionPrinter expressions, IndexPrinter indexes) {
    this.types = types;
    this.expressions = expressions;
    this.indexes = indexes;
  }

  /** Inside CREATE TABLE, where Prisma puts no space between the columns of a key. */
  String inTable(Constraint constraint) {
    return named(constraint) + body(constraint, ",");
  }

  /** Behind ALTER TABLE … ADD. */
  String added(Constraint constraint) {
    return named(constraint) + body(constraint, ", ");
  }

  private static String named(Constraint constraint) {
    return constraint.name().isNone() ? "" : "CONSTRAINT " + Quoting.name(constraint.name()) + " ";
  }

  private String body(Constraint constraint, String comma) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          "PRIMARY KEY ("
              + columns(key.columns().toList(), comma)
              + withoutOverlaps(key.withoutOverlaps())
              + ")"
              + include(key.include())
              + storage(key.storage())
              + deferrability(key.deferrability());
      case Constraint.Unique key ->
          "UNIQUE "
              + (key.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
              + "("
              + columns(key.columns().toList(), comma)
              + withoutOverlaps(key.withoutOverlaps())
              + ")"
              + include(key.include())
              + storage(key.storage())
              + deferrability(key.deferrability());
      case Constraint.ForeignKey key ->
          "FOREIGN KEY ("
              + columns(key.sourceColumns(), key.postgres().period())
              + ") "
              + references(key);
      case Constraint.Check check -> check(check);
      case Constraint.Exclusion exclusion -> exclusion(exclusion);
    };
  }

  /** Behind a column, whose name is left out. */
  String behindColumn(Constraint constraint) {
    return named(constraint)
        + switch (constraint) {
          case Constraint.PrimaryKey key ->
              "PRIMARY KEY" + storage(key.storage()) + deferrability(key.deferrability());
          case Constraint.Unique key ->
              "UNIQUE"
                  + (key.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                  + storage(key.storage())
                  + deferrability(key.deferrability());
          case Constraint.ForeignKey key -> references(key);
          case Constraint.Check check -> check(check);
          case Constraint.Exclusion exclusion ->
              throw new IllegalArgumentException("EXCLUDE stands behind no column");
        };
  }

  private String references(Constraint.ForeignKey key) {
    String columns =
        key.targetColumns().isEmpty()
            ? ""
            : "(" + columns(key.targetColumns(), key.postgres().period()) + ")";
    return "REFERENCES "
        + types.name(key.target())
        + columns
        + (key.matchFull() ? " MATCH FULL" : "")
        + " ON DELETE "
        + key.onDelete().sql()
        + (key.postgres().onDeleteColumns().isEmpty()
            ? ""
            : " (" + columns(key.postgres().onDeleteColumns(), ", ") + ")")
        + " ON UPDATE "
        + key.onUpdate().sql()
        + deferrability(key.deferrability())
        + unchecked(key.postgres().enforced(), key.validated());
  }

  private String check(Constraint.Check check) {
    return "CHECK ("
        + expressions.print(check.expression())
        + ")"
        + (check.noInherit() ? " NO INHERIT" : "")
        + unchecked(check.enforced(), check.validated());
  }

  private static String unchecked(boolean enforced, boolean validated) {
    if (!enforced) {
      return " NOT ENFORCED";
    }
    return validated ? "" : " NOT VALID";
  }

  private String exclusion(Constraint.Exclusion exclusion) {
    List<IndexPart> parts = exclusion.parts();
    String elements =
        IntStream.range(0, parts.size())
            .mapToObj(i -> indexes.part(parts.get(i)) + " WITH " + exclusion.operators().get(i))
            .collect(Collectors.joining(", "));
    return "EXCLUDE USING "
        + Quoting.whereNeeded(Identifier.of(exclusion.method()))
        + " ("
        + elements
        + ")"
        + include(exclusion.include())
        + storage(exclusion.storage())
        + exclusion.predicate().map(one -> " WHERE (" + expressions.print(one) + ")").orElse("")
        + deferrability(exclusion.deferrability());
  }

  private static String withoutOverlaps(boolean withoutOverlaps) {
    return withoutOverlaps ? " WITHOUT OVERLAPS" : "";
  }

  private static String columns(List<Identifier> columns, boolean period) {
    int last = columns.size() - 1;
    return period
        ? columns(columns.subList(0, last), ", ") + ", PERIOD " + Quoting.name(columns.get(last))
        : columns(columns, ", ");
  }

  static String columns(List<Identifier> columns, String comma) {
    return columns.stream().map(Quoting::name).collect(Collectors.joining(comma));
  }

  static String include(List<Identifier> include) {
    return include.isEmpty() ? "" : " INCLUDE (" + columns(include, ", ") + ")";
  }

  private static String storage(IndexStorage storage) {
    return (storage.parameters().isEmpty()
            ? ""
            : " WITH " + StorageParameters.print(storage.parameters()))
        + storage
            .tablespace()
            .map(one -> " USING INDEX TABLESPACE " + Quoting.name(one))
            .orElse("");
  }

  static String deferrability(Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " DEFERRABLE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }
}
