package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A range type (PostgreSQL manual, 8.17).
 *
 * <p>All its options are names: of an operator class, a collation, functions, and the multirange
 * type that comes with it.
 *
 * @param name its name
 * @param subtype the type of its bounds
 * @param options what the others of {@code CREATE TYPE … AS RANGE} name, by word, lower case
 */
public record RangeType(ObjectName name, SqlType subtype, SortedMap<String, ObjectName> options)
    implements DefinedObject {

  /**
   * The word before the operator class that orders the bounds; absent where it is the usual one.
   */
  public static final String SUBTYPE_OPCLASS = "subtype_opclass";

  /** The word before the function that measures the distance of two bounds. */
  public static final String SUBTYPE_DIFF = "subtype_diff";

  /** The word before the function that brings ranges into one form. */
  public static final String CANONICAL = "canonical";

  /** The word before the name of the multirange type; absent where the server names it so. */
  public static final String MULTIRANGE = "multirange_type_name";

  private static final String RANGE = "range";

  /** Copies the options. */
  public RangeType {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(subtype, "subtype");
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /** The multirange type that comes with it, and keeps its name whatever happens to this one's. */
  public ObjectName multirange() {
    return options.getOrDefault(MULTIRANGE, implied(name));
  }

  /** The same type under another name. */
  public RangeType withName(ObjectName other) {
    return new RangeType(other, subtype, options).withMultirange(multirange());
  }

  /** The same type with a multirange type of that name. */
  public RangeType withMultirange(ObjectName multirange) {
    SortedMap<String, ObjectName> named = new TreeMap<>(options);
    named.put(MULTIRANGE, multirange);
    named.remove(MULTIRANGE, implied(name));
    return new RangeType(name, subtype, named);
  }

  // makeMultirangeTypeName
  private static ObjectName implied(ObjectName range) {
    String text = range.name().text();
    int at = text.indexOf(RANGE);
    return range.sibling(
        Identifier.of(
            at < 0 ? text + "_multirange" : text.substring(0, at) + "multi" + text.substring(at)));
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.to(ObjectKind.RANGE_TYPE, name);
  }
}
