package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An index that is not the body of a constraint. On MySQL a {@code UNIQUE} constraint is an index
 * of kind {@code UNIQUE}, as the server has it.
 *
 * @param name its name; {@link Identifier#NONE} in a statement that leaves it to the server
 * @param kind plain, unique, full-text or spatial
 * @param method access method, lower case; {@link #UNSTATED} only in statements of MySQL
 * @param parts key parts in order
 * @param predicate {@code WHERE} of a partial index
 * @param postgres what only PostgreSQL knows
 * @param mysql what only MySQL knows
 */
public record Index(
    Identifier name,
    Kind kind,
    String method,
    List<IndexPart> parts,
    Optional<SqlExpr> predicate,
    PostgresIndexOptions postgres,
    MySqlIndexOptions mysql) {

  /** The kinds of index. */
  public enum Kind {
    PLAIN,
    UNIQUE,
    FULLTEXT,
    SPATIAL
  }

  /** The method of an index that names none. */
  public static final String BTREE = "btree";

  /** In a statement of MySQL, the method that the table's engine prefers. */
  public static final String UNSTATED = "";

  /** Copies the parts; an index has at least one. */
  public Index {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(predicate, "predicate");
    Objects.requireNonNull(postgres, "postgres");
    Objects.requireNonNull(mysql, "mysql");
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("an index needs a key part: " + name);
    }
  }

  /** A b-tree over the parts. */
  public static Index of(Identifier name, Kind kind, List<IndexPart> parts) {
    return new Index(
        name,
        kind,
        BTREE,
        parts,
        Optional.empty(),
        PostgresIndexOptions.NONE,
        MySqlIndexOptions.NONE);
  }

  /** Whether it refuses duplicates. */
  public boolean unique() {
    return kind == Kind.UNIQUE;
  }

  /** The columns among its key parts, in order. */
  public Stream<Identifier> columns() {
    return parts.stream().flatMap(part -> part.columnName().stream());
  }

  /** This index under another name. */
  public Index withName(Identifier newName) {
    return new Index(newName, kind, method, parts, predicate, postgres, mysql);
  }

  /** This index by another access method. */
  public Index withMethod(String newMethod) {
    return new Index(name, kind, newMethod, parts, predicate, postgres, mysql);
  }

  /** This index over other parts. */
  public Index withParts(List<IndexPart> newParts) {
    return new Index(name, kind, method, newParts, predicate, postgres, mysql);
  }

  /** This index with another predicate. */
  public Index withPredicate(Optional<SqlExpr> newPredicate) {
    return new Index(name, kind, method, parts, newPredicate, postgres, mysql);
  }

  /** This index with other PostgreSQL options. */
  public Index withPostgres(PostgresIndexOptions newOptions) {
    return new Index(name, kind, method, parts, predicate, newOptions, mysql);
  }

  /** This index with other MySQL options. */
  public Index withMySql(MySqlIndexOptions newOptions) {
    return new Index(name, kind, method, parts, predicate, postgres, newOptions);
  }
}
