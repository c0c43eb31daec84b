package dev.schemend.parser.prisma.pull;

import dev.schemend.name.ObjectName;
import dev.schemend.parser.prisma.Block;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A model or a view as it is to be written.
 *
 * @param kind which of the two
 * @param name its name
 * @param table the table that it stands for
 * @param fields in order, those of relations last
 * @param keys keys and indexes that stand at its end
 * @param fieldKeys fields that say a key themselves, by the key's name in the database
 * @param attributes the rest of what stands at its end
 * @param remark what a reader should know of it, or empty
 */
public record PulledModel(
    Block.Fields.Kind kind,
    String name,
    ObjectName table,
    List<PulledField> fields,
    List<Attribute> keys,
    Map<String, String> fieldKeys,
    List<String> attributes,
    Optional<String> remark) {

  /**
   * An attribute that says a key.
   *
   * @param key the key's name in the database
   * @param text as written
   */
  public record Attribute(String key, String text) {}

  /** Copies the lists. */
  public PulledModel {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(remark, "remark");
    fields = List.copyOf(fields);
    keys = List.copyOf(keys);
    fieldKeys = Map.copyOf(fieldKeys);
    attributes = List.copyOf(attributes);
  }

  /** The field of that name. */
  public Optional<PulledField> field(String field) {
    return fields.stream().filter(one -> one.name().equals(field)).findFirst();
  }
}
