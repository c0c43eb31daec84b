package dev.schemend.name;

import java.util.Objects;

/**
 * A name as its author spelled it, with the key that decides which names are the same.
 *
 * <p>A dialect's {@link IdentifierRules} make the key once, when the name is read: PostgreSQL folds
 * what is not quoted (manual, 4.1.1), MySQL compares column and index names without regard to case
 * (manual, 9.2.3). Equality, order and hash go by the key alone.
 *
 * @param text what a printer writes
 * @param key what comparisons use
 */
public record Identifier(String text, String key) implements Comparable<Identifier> {

  /**
   * The empty identifier, which no SQL text can write (SQLSTATE 42601). It stands for "unqualified"
   * where a schema may be named and for "to be named by the server" where an object may.
   */
  public static final Identifier NONE = new Identifier("", "");

  /** Rejects null parts. */
  public Identifier {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(key, "key");
  }

  /** An identifier whose spelling is its key. */
  public static Identifier of(String text) {
    return text.isEmpty() ? NONE : new Identifier(text, text);
  }

  /** Whether this is {@link #NONE}. */
  public boolean isNone() {
    return key.isEmpty();
  }

  /** This, or {@code fallback} where this is {@link #NONE}. */
  public Identifier or(Identifier fallback) {
    return isNone() ? fallback : this;
  }

  @Override
  public int compareTo(Identifier other) {
    return key.compareTo(other.key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Identifier that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
