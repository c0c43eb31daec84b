package dev.schemend.model;

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
 * @param name its name
 * @param subtype the type of its bounds
 * @param options the others of {@code CREATE TYPE … AS RANGE}, by name, lower case
 */
public record RangeType(ObjectName name, SqlType subtype, SortedMap<String, String> options)
    implements DefinedObject {

  /** Copies the options. */
  public RangeType {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(subtype, "subtype");
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.to(ObjectKind.RANGE_TYPE, name);
  }
}
