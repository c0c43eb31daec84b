package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Block;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model, or a view.
 *
 * @param declaration as written
 * @param table its name in the database
 * @param schema the database schema it says it is in
 * @param fields those that are columns, in order
 * @param primaryKey its primary key
 * @param indexes in the order in which Prisma makes them: {@code @unique} of fields, then
 *     {@code @@index}, {@code @@unique}, {@code @@fulltext}
 */
public record Model(
    Block.Fields declaration,
    String table,
    Optional<String> schema,
    List<ScalarField> fields,
    Optional<Key> primaryKey,
    List<Key> indexes) {

  /** Copies the lists. */
  public Model {
    Objects.requireNonNull(declaration, "declaration");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(primaryKey, "primaryKey");
    fields = List.copyOf(fields);
    indexes = List.copyOf(indexes);
  }

  /** Its name in the schema. */
  public String name() {
    return declaration.name().text();
  }

  /** Whether it is a view, of which the database knows more than the schema. */
  public boolean isView() {
    return declaration.kind() == Block.Fields.Kind.VIEW;
  }

  /** The column field of that name. */
  public Optional<ScalarField> field(String field) {
    return fields.stream().filter(one -> one.name().equals(field)).findFirst();
  }

  /** The primary key and the indexes. */
  public Stream<Key> keys() {
    return Stream.concat(primaryKey.stream(), indexes.stream());
  }
}
