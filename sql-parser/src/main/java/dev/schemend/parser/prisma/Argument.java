package dev.schemend.parser.prisma;

import dev.schemend.source.SourceSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One argument of an attribute or a function.
 *
 * @param name where it is written before a colon
 * @param value absent only where the author left it out behind the colon
 * @param span its place
 */
public record Argument(Optional<Name> name, Optional<Value> value, SourceSpan span) {

  /** Rejects null parts. */
  public Argument {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(span, "span");
  }

  /** The arguments as their author would write them, without brackets. */
  public static String written(List<Argument> arguments) {
    return arguments.stream()
        .map(
            one ->
                one.name().map(name -> name + ": ").orElse("")
                    + one.value().map(Value::written).orElse(""))
        .collect(Collectors.joining(", "));
  }
}
