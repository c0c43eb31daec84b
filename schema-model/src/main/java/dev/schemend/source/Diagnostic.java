package dev.schemend.source;

import java.util.Objects;
import java.util.Optional;

/**
 * Something to tell about a text.
 *
 * @param code stable, for machines: {@code syntax}, {@code unknowable}, a SQLSTATE …
 * @param severity how bad it is
 * @param span where, if anywhere
 * @param message what happened and why
 * @param hint what to do, or empty
 */
public record Diagnostic(
    String code, Severity severity, Optional<SourceSpan> span, String message, String hint) {

  /** How bad it is. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  /** Rejects null parts. */
  public Diagnostic {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(hint, "hint");
  }

  /** The form a person reads: {@code file:line:column: message (hint)}. */
  public String text() {
    return span.map(place -> place.position() + ": ").orElse("")
        + message
        + (hint.isEmpty() ? "" : " (" + hint + ")");
  }
}
