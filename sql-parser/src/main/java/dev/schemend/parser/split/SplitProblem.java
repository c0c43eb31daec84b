package dev.schemend.parser.split;

import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a script opens and never closes, or a client command that cannot be.
 *
 * @param span the opening: the quote, the {@code /*}, the dollar quote's tag, the key word
 * @param code what kind of problem
 */
public record SplitProblem(SourceSpan span, Code code) {

  /** Rejects null parts. */
  public SplitProblem {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(code, "code");
  }

  /** The problem as it is told together with those of other stages. */
  public Diagnostic diagnostic() {
    return new Diagnostic(
        code.id, Diagnostic.Severity.ERROR, Optional.of(span), code.message, code.hint);
  }

  /** The kinds of problem. */
  public enum Code {
    UNTERMINATED_STRING(
        "unterminated-string",
        "the string that begins here is never closed, so the rest of the script belongs to it",
        "close it; a quote that is part of the text is written twice"),
    UNTERMINATED_IDENTIFIER(
        "unterminated-identifier",
        "the quoted name that begins here is never closed, so the rest of the script belongs to it",
        "close it; a quote that is part of the name is written twice"),
    UNTERMINATED_COMMENT(
        "unterminated-comment",
        "the comment that begins here is never closed, so the rest of the script belongs to it",
        "close it with */"),
    UNTERMINATED_DOLLAR_QUOTE(
        "unterminated-dollar-quote",
        "the dollar-quoted string that begins here is never closed, so the rest of the script"
            + " belongs to it",
        "close it with the same tag, written in the same case"),
    UNCLOSED_PARENTHESIS(
        "unclosed-parenthesis",
        "this parenthesis is never closed, and no semicolon inside of it ends the statement",
        "close it"),
    UNCLOSED_BLOCK(
        "unclosed-block",
        "the block that begins here has no END, and no semicolon inside of it ends the statement",
        "add the END that is missing"),
    UNTERMINATED_COPY_DATA(
        "unterminated-copy-data",
        "the data of COPY ... FROM STDIN begins here and is never ended, so the rest of the script"
            + " belongs to it",
        "end the data with a line that holds only \\."),
    TOO_MANY_STATEMENTS(
        "too-many-statements",
        "the script holds more statements, comments or commands than one script may have; it is"
            + " not read from here on",
        "cut the file into several"),
    BAD_DELIMITER(
        "bad-delimiter",
        "DELIMITER is not followed by a delimiter, so the one before stays in force",
        "write the delimiter behind the word DELIMITER; it cannot hold a backslash");

    private final String id;
    private final String message;
    private final String hint;

    Code(String id, String message, String hint) {
      this.id = id;
      this.message = message;
      this.hint = hint;
    }

    /** The stable name for machines. */
    public String id() {
      return id;
    }
  }
}
