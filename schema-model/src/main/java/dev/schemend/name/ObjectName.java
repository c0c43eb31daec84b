package dev.schemend.name;

import java.util.Comparator;
import java.util.Objects;

/**
 * A name inside a schema.
 *
 * <p>In a statement the schema may be {@link Identifier#NONE}: the search path decides. In a {@code
 * Schema} PostgreSQL names are always qualified; on MySQL {@code NONE} stays and means the database
 * of the connection, so that a history folds to the same model whatever the database is called.
 *
 * @param schema schema (on MySQL: database), or {@link Identifier#NONE}
 * @param name the object's own name
 */
public record ObjectName(Identifier schema, Identifier name) implements Comparable<ObjectName> {

  private static final Comparator<ObjectName> ORDER =
      Comparator.comparing(ObjectName::schema).thenComparing(ObjectName::name);

  /** Rejects null parts. */
  public ObjectName {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
  }

  /** A name without a schema. */
  public static ObjectName unqualified(Identifier name) {
    return new ObjectName(Identifier.NONE, name);
  }

  /** Whether a schema is named. */
  public boolean isQualified() {
    return !schema.isNone();
  }

  /** This name in the same schema under another last part. */
  public ObjectName sibling(Identifier other) {
    return new ObjectName(schema, other);
  }

  @Override
  public int compareTo(ObjectName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return isQualified() ? schema + "." + name : name.toString();
  }
}
