package dev.schemend.parser.split;

import dev.schemend.source.SourceSpan;
import java.util.Objects;

/**
 * A stretch of a script that speaks to the client program and is never sent to a server as a
 * statement.
 *
 * @param span where it stands, without the line end
 * @param text the characters of the span
 * @param kind what it is
 */
public record ClientInput(SourceSpan span, String text, Kind kind) {

  /** Rejects null parts. */
  public ClientInput {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(kind, "kind");
  }

  /** What a script can say to its client. */
  public enum Kind {
    /** A psql meta-command, {@code \connect shop}: from the backslash to the end of the line. */
    META_COMMAND,
    /**
     * The rows behind {@code COPY ... FROM STDIN}, with the line {@code \.} that ends them. They
     * belong to the statement before.
     */
    COPY_DATA,
    /** The mysql client's {@code DELIMITER} command, a line of its own. */
    DELIMITER,
    /** Another command of the mysql client: {@code source more.sql}, {@code \\G}. */
    CLIENT_COMMAND
  }
}
