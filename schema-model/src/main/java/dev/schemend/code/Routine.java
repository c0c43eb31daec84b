package dev.schemend.code;

import dev.schemend.name.Identifier;
import dev.schemend.query.Scalar;
import dev.schemend.query.TypeName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A function or procedure, as far as a call needs it.
 *
 * @param parameters in order
 * @param returnsSet whether it gives rows
 * @param returnsNothing whether it is said to give nothing ({@code void})
 * @param body what it runs
 * @param searchPath the schemas that it looks through, where it sets them for itself
 */
public record Routine(
    List<Parameter> parameters,
    boolean returnsSet,
    boolean returnsNothing,
    Body body,
    Optional<List<Identifier>> searchPath) {

  /** Copies the lists. */
  public Routine {
    Objects.requireNonNull(body, "body");
    parameters = List.copyOf(parameters);
    searchPath = searchPath.map(List::copyOf);
  }

  /** A routine that looks through the schemas of its caller, and may give something. */
  public Routine(List<Parameter> parameters, boolean returnsSet, Body body) {
    this(parameters, returnsSet, false, body, Optional.empty());
  }

  /** How a parameter is passed. */
  public enum Mode {
    IN,
    OUT,
    INOUT,
    VARIADIC,
    /** A column of {@code RETURNS TABLE}. */
    TABLE
  }

  /** A parameter; its name is {@link Identifier#NONE} where it has none. */
  public record Parameter(
      Identifier name, Mode mode, TypeName type, Optional<Scalar> defaultValue) {

    /** Whether a caller passes it. */
    public boolean isInput() {
      return mode == Mode.IN || mode == Mode.INOUT || mode == Mode.VARIADIC;
    }
  }

  /** What a routine runs. */
  public sealed interface Body {

    /** A block. */
    record OfBlock(CodeStatement.Block block) implements Body {}

    /** Statements of SQL. */
    record OfSql(List<CodeStatement> statements) implements Body {
      /** Copies the statements. */
      public OfSql {
        statements = List.copyOf(statements);
      }
    }

    /** Another language, or code that nobody could read. */
    record Foreign(String why) implements Body {}
  }

  /** The parameters that a caller passes. */
  public List<Parameter> inputs() {
    return parameters.stream().filter(Parameter::isInput).toList();
  }
}
