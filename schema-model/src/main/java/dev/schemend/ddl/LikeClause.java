package dev.schemend.ddl;

import dev.schemend.name.ObjectName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * {@code LIKE source INCLUDING …} inside a {@code CREATE TABLE} (PostgreSQL).
 *
 * @param at how many columns are written before it
 * @param source the table whose columns are taken over
 * @param including what else of it is taken over
 */
public record LikeClause(int at, ObjectName source, Set<Option> including) {

  /** What can be taken over besides columns and {@code NOT NULL}. */
  public enum Option {
    COMMENTS,
    COMPRESSION,
    CONSTRAINTS,
    DEFAULTS,
    GENERATED,
    IDENTITY,
    INDEXES,
    STATISTICS,
    STORAGE
  }

  /** Copies the options in the order of their declaration. */
  public LikeClause {
    Objects.requireNonNull(source, "source");
    EnumSet<Option> ordered = EnumSet.noneOf(Option.class);
    ordered.addAll(including);
    including = Collections.unmodifiableSet(ordered);
  }
}
