package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import java.util.Objects;
import java.util.Optional;

/**
 * One key part of an index, primary key or unique constraint.
 *
 * @param key column or expression
 * @param descending {@code DESC}
 * @param ascending whether {@code ASC}, which goes without saying, is said; never in a {@code
 *     Schema}
 * @param nullsFirst {@code NULLS FIRST} (true) or {@code NULLS LAST} (false); in a {@code Schema}
 *     empty where it is the default: first for descending parts, last for others
 * @param prefixLength MySQL's {@code col(10)}: characters, or bytes for binary types
 * @param operatorClass PostgreSQL, where it is not the type's default for the method
 * @param collation PostgreSQL, where it is not the column's own
 */
public record IndexPart(
    Key key,
    boolean descending,
    boolean ascending,
    Optional<Boolean> nullsFirst,
    Optional<Integer> prefixLength,
    Optional<String> operatorClass,
    Optional<String> collation) {

  /** What is indexed. */
  public sealed interface Key {}

  /** A column. */
  public record ColumnKey(Identifier column) implements Key {}

  /** An expression over columns of the row. */
  public record ExpressionKey(SqlExpr expression) implements Key {}

  /** Rejects null parts. */
  public IndexPart {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(nullsFirst, "nullsFirst");
    Objects.requireNonNull(prefixLength, "prefixLength");
    Objects.requireNonNull(operatorClass, "operatorClass");
    Objects.requireNonNull(collation, "collation");
  }

  /** A part that does not say {@code ASC}. */
  public IndexPart(
      Key key,
      boolean descending,
      Optional<Boolean> nullsFirst,
      Optional<Integer> prefixLength,
      Optional<String> operatorClass,
      Optional<String> collation) {
    this(key, descending, false, nullsFirst, prefixLength, operatorClass, collation);
  }

  /** An ascending part over a whole column. */
  public static IndexPart column(Identifier column) {
    return of(new ColumnKey(column));
  }

  /** An ascending part without options. */
  public static IndexPart of(Key key) {
    return new IndexPart(
        key, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The column, where the key is one. */
  public Optional<Identifier> columnName() {
    return switch (key) {
      case ColumnKey column -> Optional.of(column.column());
      case ExpressionKey expression -> Optional.empty();
    };
  }

  /** The same part, saying its order also where that goes without saying. */
  public IndexPart withOrderStated() {
    return new IndexPart(
        key, descending, !descending, nullsFirst, prefixLength, operatorClass, collation);
  }

  /** The same part over another key. */
  public IndexPart withKey(Key newKey) {
    return new IndexPart(
        newKey, descending, ascending, nullsFirst, prefixLength, operatorClass, collation);
  }

  /** This part with another operator class. */
  public IndexPart withOperatorClass(Optional<String> newClass) {
    return new IndexPart(key, descending, ascending, nullsFirst, prefixLength, newClass, collation);
  }

  /** Without what no {@code Schema} holds: a {@link Fingerprint} is made of these texts. */
  @Override
  public String toString() {
    return "IndexPart[key="
        + key
        + ", descending="
        + descending
        + ", nullsFirst="
        + nullsFirst
        + ", prefixLength="
        + prefixLength
        + ", operatorClass="
        + operatorClass
        + ", collation="
        + collation
        + "]";
  }
}
