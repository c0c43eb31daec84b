package dev.schemend.preflight;

import java.util.Objects;

/**
 * A bound of the server that a table does not keep, whatever its rows are.
 *
 * @param what the part of the table that is too large, as a name or a word
 * @param reason in words: {@code is longer than 3072 bytes}
 * @param code what the server answers
 */
public record Limit(String what, String reason, String code) {

  /** Rejects null parts. */
  public Limit {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(code, "code");
  }
}
