package dev.schemend.parser.prisma;

import dev.schemend.source.SourceSpan;
import java.util.List;
import java.util.Objects;

/**
 * {@code @name(…)} behind a field or a label, {@code @@name(…)} in a block.
 *
 * @param name without the at signs; dotted for native types: {@code db.VarChar}
 * @param arguments in order
 * @param span from the at sign to the end
 */
public record Attribute(Name name, List<Argument> arguments, SourceSpan span) {

  /** Copies the arguments. */
  public Attribute {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(span, "span");
    arguments = List.copyOf(arguments);
  }

  /** Whether it bears that name. */
  public boolean is(String text) {
    return name.text().equals(text);
  }
}
