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

  /** On PostgreSQL, the key of the partitioned table that this one is the partition of. */
  default Optional<Identifier> attachedTo() {
    return Optional.empty();
  }

  /** How PostgreSQL stores the index behind it. */
  default IndexStorage storage() {
    return IndexStorage.NONE;
  }

  /** The same constraint with its index stored in another way; itself where it has none. */
  default Constraint withStorage(IndexStorage newStorage) {
    return this;
  }

  /** A constraint that an index enforces. */
  sealed interface Indexed extends Constraint {

    /** What its index is over, in order. */
    List<IndexPart> parts();

    /** Columns that its index holds besides. */
    List<Identifier> include();

    @Override
    default Stream<Identifier> columns() {
      return parts().stream().flatMap(part -> part.columnName().stream());
    }
  }

  /**
   * {@code PRIMARY KEY}.
   *
   * @param attachedTo on PostgreSQL the key of the partitioned table that this one is the partition
   *     of
   * @param withoutOverlaps whether the last column is a range that overlaps no other with the same
   *     values before it (PostgreSQL 18)
   * @param storage how its index is stored (PostgreSQL)
   */
  record PrimaryKey(
      Identifier name,
      List<IndexPart> parts,
      List<Identifier> include,
      Deferrability deferrability,
      Optional<Identifier> attachedTo,
      Optional<String> comment,
      boolean withoutOverlaps,
      IndexStorage storage)
      implements Indexed {
    /** Copies the parts. */
    public PrimaryKey {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(storage, "storage");
      Objects.requireNonNull(comment, "comment");
      Objects.requireNonNull(attachedTo, "attachedTo");
      Objects.requireNonNull(deferrability, "deferrability");
      parts = List.copyOf(parts);
      include = List.copyOf(include);
    }

    /** A key of values that differ, without a comment. */
    public PrimaryKey(
        Identifier name,
        List<IndexPart> parts,
        List<Identifier> include,
        Deferrability deferrability,
        Optional<Identifier> attachedTo) {
      this(
          name,
          parts,
          include,
          deferrability,
          attachedTo,
          Optional.empty(),
          false,
          IndexStorage.NONE);
    }

    /** A key by itself. */
    public PrimaryKey(
        Identifier name,
        List<IndexPart> parts,
        List<Identifier> include,
        Deferrability deferrability) {
      this(name, parts, include, deferrability, Optional.empty());
    }

    @Override
    public PrimaryKey withName(Identifier newName) {
      return new PrimaryKey(
          newName, parts, include, deferrability, attachedTo, comment, withoutOverlaps, storage);
    }

    /** This key over other parts. */
    public PrimaryKey withParts(List<IndexPart> newParts, List<Identifier> newInclude) {
      return new PrimaryKey(
          name, newParts, newInclude, deferrability, attachedTo, comment, withoutOverlaps, storage);
    }

    /** This key as the partition of another one, or of none. */
    public PrimaryKey withAttachedTo(Optional<Identifier> newParent) {
      return new PrimaryKey(
          name, parts, include, deferrability, newParent, comment, withoutOverlaps, storage);
    }

    /** This key with ranges that may overlap, or not. */
    public PrimaryKey withOverlaps(boolean overlaps) {
      return new PrimaryKey(
          name, parts, include, deferrability, attachedTo, comment, !overlaps, storage);
    }

    /** This key with another comment (MySQL and MariaDB). */
    public PrimaryKey withComment(Optional<String> newComment) {
      return new PrimaryKey(
          name, parts, include, deferrability, attachedTo, newComment, withoutOverlaps, storage);
    }

    @Override
    public PrimaryKey withStorage(IndexStorage newStorage) {
      return new PrimaryKey(
          name, parts, include, deferrability, attachedTo, comment, withoutOverlaps, newStorage);
    }
  }

  /**
   * {@code UNIQUE} as a constraint: PostgreSQL only, on MySQL it is an {@link Index}.
   *
   * @param attachedTo the key of the partitioned table that this one is the partition of
   * @param withoutOverlaps as of a {@link PrimaryKey}
   * @param storage how its index is stored
   */
  record Unique(
      Identifier name,
      List<IndexPart> parts,
      List<Identifier> include,
      boolean nullsNotDistinct,
      Deferrability deferrability,
      Optional<Identifier> attachedTo,
      boolean withoutOverlaps,
      IndexStorage storage)
      implements Indexed {
    /** Copies the parts. */
    public Unique {
      Objects.requireNonNull(attachedTo, "attachedTo");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(storage, "storage");
      Objects.requireNonNull(deferrability, "deferrability");
      parts = List.copyOf(parts);
      include = List.copyOf(include);
    }

    /** A key of values that differ. */
    public Unique(
        Identifier name,
        List<IndexPart> parts,
        List<Identifier> include,
        boolean nullsNotDistinct,
        Deferrability deferrability,
        Optional<Identifier> attachedTo) {
      this(
          name,
          parts,
          include,
          nullsNotDistinct,
          deferrability,
          attachedTo,
          false,
          IndexStorage.NONE);
    }

    /** A key by itself. */
    public Unique(
        Identifier name,
        List<IndexPart> parts,
        List<Identifier> include,
        boolean nullsNotDistinct,
        Deferrability deferrability) {
      this(name, parts, include, nullsNotDistinct, deferrability, Optional.empty());
    }

    @Override
    public Unique withName(Identifier newName) {
      return new Unique(
          newName,
          parts,
          include,
          nullsNotDistinct,
          deferrability,
          attachedTo,
          withoutOverlaps,
          storage);
    }

    /** This key over other parts. */
    public Unique withParts(List<IndexPart> newParts, List<Identifier> newInclude) {
      return new Unique(
          name,
          newParts,
          newInclude,
          nullsNotDistinct,
          deferrability,
          attachedTo,
          withoutOverlaps,
          storage);
    }

    /** This key as the partition of another one, or of none. */
    public Unique withAttachedTo(Optional<Identifier> newParent) {
      return new Unique(
          name,
          parts,
          include,
          nullsNotDistinct,
          deferrability,
          newParent,
          withoutOverlaps,
          storage);
    }

    /** This key with ranges that may overlap, or not. */
    public Unique withOverlaps(boolean overlaps) {
      return new Unique(
          name, parts, include, nullsNotDistinct, deferrability, attachedTo, !overlaps, storage);
    }

    @Override
    public Unique withStorage(IndexStorage newStorage) {
      return new Unique(
          name,
          parts,
          include,
          nullsNotDistinct,
          deferrability,
          attachedTo,
          withoutOverlaps,
          newStorage);
    }
  }

  /**
   * {@code FOREIGN KEY}.
   *
   * @param targetColumns empty in a statement that means the target's primary key
   * @param matchFull {@code MATCH FULL} rather than {@code MATCH SIMPLE}
   * @param validated false after {@code NOT VALID}
   * @param postgres what only PostgreSQL knows
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
      boolean validated,
      PostgresForeignKeyOptions postgres)
      implements Constraint {
    /** Copies the columns. */
    public ForeignKey {
      Objects.requireNonNull(postgres, "postgres");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(onDelete, "onDelete");
      Objects.requireNonNull(onUpdate, "onUpdate");
      Objects.requireNonNull(deferrability, "deferrability");
      sourceColumns = List.copyOf(sourceColumns);
      targetColumns = List.copyOf(targetColumns);
    }

    /** A key without anything that only PostgreSQL knows. */
    public ForeignKey(
        Identifier name,
        List<Identifier> sourceColumns,
        ObjectName target,
        List<Identifier> targetColumns,
        boolean matchFull,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Deferrability deferrability,
        boolean validated) {
      this(
          name,
          sourceColumns,
          target,
          targetColumns,
          matchFull,
          onDelete,
          onUpdate,
          deferrability,
          validated,
          PostgresForeignKeyOptions.NONE);
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
          validated,
          postgres);
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
          validated,
          postgres);
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
          validated,
          postgres);
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
          newValidated,
          postgres);
    }

    /** This key checked at another time. */
    public ForeignKey withDeferrability(Deferrability newDeferrability) {
      return new ForeignKey(
          name,
          sourceColumns,
          target,
          targetColumns,
          matchFull,
          onDelete,
          onUpdate,
          newDeferrability,
          validated,
          postgres);
    }

    /** This key with other PostgreSQL options. */
    public ForeignKey withPostgres(PostgresForeignKeyOptions newOptions) {
      return new ForeignKey(
          name,
          sourceColumns,
          target,
          targetColumns,
          matchFull,
          onDelete,
          onUpdate,
          deferrability,
          validated,
          newOptions);
    }

    @Override
    public Stream<Identifier> columns() {
      return sourceColumns.stream();
    }
  }

  /**
   * {@code CHECK}.
   *
   * @param enforced false for {@code NOT ENFORCED}
   * @param validated false after PostgreSQL's {@code NOT VALID}
   * @param noInherit PostgreSQL's {@code NO INHERIT}
   * @param local whether the table has it itself, not only from its parents ({@code conislocal}); a
   *     partition has none that its parent has
   */
  record Check(
      Identifier name,
      SqlExpr expression,
      boolean enforced,
      boolean validated,
      boolean noInherit,
      boolean local)
      implements Constraint {
    /** Rejects null parts. */
    public Check {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(expression, "expression");
    }

    /** A check of the table itself. */
    public Check(
        Identifier name,
        SqlExpr expression,
        boolean enforced,
        boolean validated,
        boolean noInherit) {
      this(name, expression, enforced, validated, noInherit, true);
    }

    @Override
    public Check withName(Identifier newName) {
      return new Check(newName, expression, enforced, validated, noInherit, local);
    }

    /** This check with existing rows looked at, or not. */
    public Check withValidated(boolean newValidated) {
      return new Check(name, expression, enforced, newValidated, noInherit, local);
    }

    /** This check in force, or not. */
    public Check withEnforced(boolean newEnforced) {
      return new Check(name, expression, newEnforced, validated, noInherit, local);
    }

    /** This check as the table's own, or only its parents'. */
    public Check withLocal(boolean newLocal) {
      return new Check(name, expression, enforced, validated, noInherit, newLocal);
    }

    /** This check of another expression. */
    public Check withExpression(SqlExpr newExpression) {
      return new Check(name, newExpression, enforced, validated, noInherit, local);
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
   * @param include columns that its index holds besides
   * @param attachedTo the constraint of the partitioned table that this one is the partition of
   *     (since 17)
   * @param storage how its index is stored
   */
  record Exclusion(
      Identifier name,
      String method,
      List<IndexPart> parts,
      List<String> operators,
      List<Identifier> include,
      Optional<SqlExpr> predicate,
      Deferrability deferrability,
      Optional<Identifier> attachedTo,
      IndexStorage storage)
      implements Indexed {
    /** Copies the parts. */
    public Exclusion {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(storage, "storage");
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(predicate, "predicate");
      Objects.requireNonNull(deferrability, "deferrability");
      Objects.requireNonNull(attachedTo, "attachedTo");
      parts = List.copyOf(parts);
      operators = List.copyOf(operators);
      include = List.copyOf(include);
      if (parts.size() != operators.size()) {
        throw new IllegalArgumentException("one operator per part: " + name);
      }
    }

    /** A constraint of a table by itself. */
    public Exclusion(
        Identifier name,
        String method,
        List<IndexPart> parts,
        List<String> operators,
        List<Identifier> include,
        Optional<SqlExpr> predicate,
        Deferrability deferrability) {
      this(
          name,
          method,
          parts,
          operators,
          include,
          predicate,
          deferrability,
          Optional.empty(),
          IndexStorage.NONE);
    }

    @Override
    public Exclusion withName(Identifier newName) {
      return new Exclusion(
          newName,
          method,
          parts,
          operators,
          include,
          predicate,
          deferrability,
          attachedTo,
          storage);
    }

    /** This constraint over other parts. */
    public Exclusion withParts(List<IndexPart> newParts, List<Identifier> newInclude) {
      return new Exclusion(
          name,
          method,
          newParts,
          operators,
          newInclude,
          predicate,
          deferrability,
          attachedTo,
          storage);
    }

    /** This constraint of other rows. */
    public Exclusion withPredicate(Optional<SqlExpr> newPredicate) {
      return new Exclusion(
          name,
          method,
          parts,
          operators,
          include,
          newPredicate,
          deferrability,
          attachedTo,
          storage);
    }

    /** This constraint as the partition of another one. */
    public Exclusion withAttachedTo(Optional<Identifier> constraint) {
      return new Exclusion(
          name, method, parts, operators, include, predicate, deferrability, constraint, storage);
    }

    @Override
    public Exclusion withStorage(IndexStorage newStorage) {
      return new Exclusion(
          name,
          method,
          parts,
          operators,
          include,
          predicate,
          deferrability,
          attachedTo,
          newStorage);
    }
  }
}
