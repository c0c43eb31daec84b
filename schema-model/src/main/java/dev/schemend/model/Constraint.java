package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A constraint of a table. The name is {@link Identifier#NONE} in a statement that leaves it to the
 * server, and always present in a {@code Schema} (MySQL's primary key is {@code PRIMARY}).
 */
public sealed interface Constraint {

  /** Its name. */
  Identifier name();

  /** The same constraint under another name. */
  Constraint withName(Identifier newName);

  /** The columns of its own table that it names outside of expressions, in order. */
  Stream<Identifier> columns();

  /** {@code PRIMARY KEY}. */
  record PrimaryKey(
      Identifier name, List<IndexPart> parts, List<Identifier> include, Deferrability deferrability)
      implements Constraint {
    /** Copies the parts. */
    public PrimaryKey {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(deferrability, "deferrability");
      parts = List.copyOf(parts);
      include = List.copyOf(include);
    }

    @Override
    public PrimaryKey withName(Identifier newName) {
      return new PrimaryKey(newName, parts, include, deferrability);
    }

    @Override
    public Stream<Identifier> columns() {
      return parts.stream().flatMap(part -> part.columnName().stream());
    }
  }

  /** {@code UNIQUE} as a constraint: PostgreSQL only, on MySQL it is an {@link Index}. */
  record Unique(
      Identifier name,
      List<IndexPart> parts,
      List<Identifier> include,
      boolean nullsNotDistinct,
      Deferrability deferrability)
      implements Constraint {
    /** Copies the parts. */
    public Unique {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(deferrability, "deferrability");
      parts = List.copyOf(parts);
      include = List.copyOf(include);
    }

    @Override
    public Unique withName(Identifier newName) {
      return new Unique(newName, parts, include, nullsNotDistinct, deferrability);
    }

    @Override
    public Stream<Identifier> columns() {
      return parts.stream().flatMap(part -> part.columnName().stream());
    }
  }

  /**
   * {@code FOREIGN KEY}.
   *
   * @param targetColumns empty in a statement that means the target's primary key
   * @param matchFull {@code MATCH FULL} rather than {@code MATCH SIMPLE}
   * @param validated false after {@code NOT VALID}
   */
  record ForeignKey(
      Identifier name,
      List<Identifier> sourceColumns,
      ObjectName target,
      List<Identifier> targetColumns,
      boolean matchFull,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      Deferrability deferrability,
      boolean validated)
      implements Constraint {
    /** Copies the columns. */
    public ForeignKey {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(onDelete, "onDelete");
      Objects.requireNonNull(onUpdate, "onUpdate");
      Objects.requireNonNull(deferrability, "deferrability");
      sourceColumns = List.copyOf(sourceColumns);
      targetColumns = List.copyOf(targetColumns);
    }

    @Override
    public ForeignKey withName(Identifier newName) {
      return new ForeignKey(
          newName,
          sourceColumns,
          target,
          targetColumns,
          matchFull,
          onDelete,
          onUpdate,
          deferrability,
          validated);
    }

    /** This key pointing at another table or other columns. */
    public ForeignKey withTarget(ObjectName newTarget, List<Identifier> newColumns) {
      return new ForeignKey(
          name,
          sourceColumns,
          newTarget,
          newColumns,
          matchFull,
          onDelete,
          onUpdate,
          deferrability,
          validated);
    }

    /** This key over other columns of its own table. */
    public ForeignKey withSource(List<Identifier> newColumns) {
      return new ForeignKey(
          name,
          newColumns,
          target,
          targetColumns,
          matchFull,
          onDelete,
          onUpdate,
          deferrability,
          validated);
    }

    /** This key with existing rows checked, or not. */
    public ForeignKey withValidated(boolean newValidated) {
      return new ForeignKey(
          name,
          sourceColumns,
          target,
          targetColumns,
          matchFull,
          onDelete,
          onUpdate,
          deferrability,
          newValidated);
    }

    @Override
    public Stream<Identifier> columns() {
      return sourceColumns.stream();
    }
  }

  /**
   * {@code CHECK}.
   *
   * @param enforced false for MySQL's {@code NOT ENFORCED}
   * @param validated false after PostgreSQL's {@code NOT VALID}
   * @param noInherit PostgreSQL's {@code NO INHERIT}
   */
  record Check(
      Identifier name, SqlExpr expression, boolean enforced, boolean validated, boolean noInherit)
      implements Constraint {
    /** Rejects null parts. */
    public Check {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(expression, "expression");
    }

    @Override
    public Check withName(Identifier newName) {
      return new Check(newName, expression, enforced, validated, noInherit);
    }

    /** This check of another expression. */
    public Check withExpression(SqlExpr newExpression) {
      return new Check(name, newExpression, enforced, validated, noInherit);
    }

    @Override
    public Stream<Identifier> columns() {
      return Stream.empty();
    }
  }

  /**
   * {@code EXCLUDE} (PostgreSQL).
   *
   * @param operators one per part
   */
  record Exclusion(
      Identifier name,
      String method,
      List<IndexPart> parts,
      List<String> operators,
      Optional<SqlExpr> predicate,
      Deferrability deferrability)
      implements Constraint {
    /** Copies the parts. */
    public Exclusion {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(predicate, "predicate");
      Objects.requireNonNull(deferrability, "deferrability");
      parts = List.copyOf(parts);
      operators = List.copyOf(operators);
      if (parts.size() != operators.size()) {
        throw new IllegalArgumentException("one operator per part: " + name);
      }
    }

    @Override
    public Exclusion withName(Identifier newName) {
      return new Exclusion(newName, method, parts, operators, predicate, deferrability);
    }

    @Override
    public Stream<Identifier> columns() {
      return parts.stream().flatMap(part -> part.columnName().stream());
    }
  }
}
