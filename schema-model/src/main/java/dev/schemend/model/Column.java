package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type; canonical in a {@code Schema}
 * @param nullable whether {@code NULL} may stand in it
 * @param defaultValue {@code DEFAULT}; absent also for {@code DEFAULT NULL}, which says the same
 * @param generation identity, auto-increment or computed
 * @param collation {@code COLLATE}; on MySQL always present for character types in a {@code
 *     Schema}, on PostgreSQL only where it is not the type's own
 * @param comment its comment
 * @param mysql what only MySQL knows
 * @param postgres what only PostgreSQL knows
 */
public record Column(
    Identifier name,
    SqlType type,
    boolean nullable,
    Optional<SqlExpr> defaultValue,
    Optional<Generation> generation,
    Optional<String> collation,
    Optional<String> comment,
    MySqlColumnOptions mysql,
    PostgresColumnOptions postgres) {

  /** Rejects null parts. */
  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(generation, "generation");
    Objects.requireNonNull(collation, "collation");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(mysql, "mysql");
    Objects.requireNonNull(postgres, "postgres");
    if (nullable) {
      postgres = postgres.withNotNull(Optional.empty());
    }
  }

  /** A column without anything that only PostgreSQL knows. */
  public Column(
      Identifier name,
      SqlType type,
      boolean nullable,
      Optional<SqlExpr> defaultValue,
      Optional<Generation> generation,
      Optional<String> collation,
      Optional<String> comment,
      MySqlColumnOptions mysql) {
    this(
        name,
        type,
        nullable,
        defaultValue,
        generation,
        collation,
        comment,
        mysql,
        PostgresColumnOptions.NONE);
  }

  /** A nullable column without anything else. */
  public static Column of(Identifier name, SqlType type) {
    return new Column(
        name,
        type,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        MySqlColumnOptions.NONE);
  }

  /** This column under another name. */
  public Column withName(Identifier newName) {
    return new Column(
        newName, type, nullable, defaultValue, generation, collation, comment, mysql, postgres);
  }

  /** This column with another type. */
  public Column withType(SqlType newType) {
    return new Column(
        name, newType, nullable, defaultValue, generation, collation, comment, mysql, postgres);
  }

  /** This column with or without {@code NOT NULL}. */
  public Column withNullable(boolean newNullable) {
    return new Column(
        name, type, newNullable, defaultValue, generation, collation, comment, mysql, postgres);
  }

  /** This column with {@code NOT NULL} and what stands behind it. */
  public Column withNotNull(Optional<NotNull> constraint) {
    return withNullable(false).withPostgres(postgres.withNotNull(constraint));
  }

  /** This column with another default. */
  public Column withDefault(Optional<SqlExpr> newDefault) {
    return new Column(
        name, type, nullable, newDefault, generation, collation, comment, mysql, postgres);
  }

  /** This column with another generation. */
  public Column withGeneration(Optional<Generation> newGeneration) {
    return new Column(
        name, type, nullable, defaultValue, newGeneration, collation, comment, mysql, postgres);
  }

  /** This column with another collation. */
  public Column withCollation(Optional<String> newCollation) {
    return new Column(
        name, type, nullable, defaultValue, generation, newCollation, comment, mysql, postgres);
  }

  /** This column with another comment. */
  public Column withComment(Optional<String> newComment) {
    return new Column(
        name, type, nullable, defaultValue, generation, collation, newComment, mysql, postgres);
  }

  /** This column with other MySQL options. */
  public Column withMySql(MySqlColumnOptions newOptions) {
    return new Column(
        name, type, nullable, defaultValue, generation, collation, comment, newOptions, postgres);
  }

  /** This column with other PostgreSQL options. */
  public Column withPostgres(PostgresColumnOptions newOptions) {
    return new Column(
        name, type, nullable, defaultValue, generation, collation, comment, mysql, newOptions);
  }
}
