package dev.schemend.model;

import dev.schemend.name.Identifier;
import java.util.Comparator;
import java.util.Objects;

/**
 * Who owns something, may do something, or lets others do it.
 *
 * @param kind whether it has a name of its own
 * @param name of a named role; {@link Identifier#NONE} for all others
 */
public record Role(Kind kind, Identifier name) implements Comparable<Role> {

  /** Everybody: {@code PUBLIC}. */
  public static final Role PUBLIC = new Role(Kind.PUBLIC, Identifier.NONE);

  /** Whoever runs a history, where nobody tells: the same on both sides of a comparison. */
  public static final Role SESSION = new Role(Kind.SESSION, Identifier.NONE);

  /** Whoever a statement runs as: the session's role until {@code SET ROLE}. In statements only. */
  public static final Role CURRENT = new Role(Kind.CURRENT, Identifier.NONE);

  private static final Comparator<Role> ORDER =
      Comparator.comparing(Role::kind).thenComparing(Role::name);

  /** How a role is known. */
  public enum Kind {
    /** {@code PUBLIC}. */
    PUBLIC,
    /** {@code SESSION_USER}. */
    SESSION,
    /** {@code CURRENT_USER}. */
    CURRENT,
    /** By its name. */
    NAMED
  }

  /** Rejects null parts. */
  public Role {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }

  /** The role of that name. */
  public static Role named(Identifier name) {
    return new Role(Kind.NAMED, name);
  }

  @Override
  public int compareTo(Role other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case PUBLIC -> "PUBLIC";
      case SESSION -> "SESSION_USER";
      case CURRENT -> "CURRENT_USER";
      case NAMED -> name.toString();
    };
  }
}
