package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A function or a procedure.
 *
 * @param kind which of the two
 * @param name its name; routines of one name are told apart by the types of their input arguments
 * @param arguments in order; columns of {@code RETURNS TABLE} are the last of them
 * @param result what a function returns; empty for a procedure
 * @param language lower case
 * @param body what it does
 * @param attributes what else is said of it, without what is the server's default: on PostgreSQL
 *     {@code volatility}, {@code strict}, {@code security}, {@code cost}, and settings behind
 *     {@link #SETTING}; as a script writes it, also behind {@link #SESSION_SETTING}
 * @param dependsOn what its definition uses outside of a body that is a string
 */
public record Routine(
    Kind kind,
    ObjectName name,
    List<Argument> arguments,
    Optional<Result> result,
    String language,
    Body body,
    SortedMap<String, String> attributes,
    SortedSet<ObjectRef> dependsOn)
    implements DefinedObject {

  /** What stands before the name of a setting among the attributes. */
  public static final String SETTING = "set ";

  /** The same where the value is the one that the session has: {@code SET name FROM CURRENT}. */
  public static final String SESSION_SETTING = "set from current ";

  /** What {@code CREATE} calls it. */
  public enum Kind {
    FUNCTION,
    PROCEDURE
  }

  /** How a value goes. */
  public enum Mode {
    IN,
    OUT,
    INOUT,
    VARIADIC,
    TABLE
  }

  /**
   * An argument, or a column of {@code RETURNS TABLE}.
   *
   * @param name its name, or {@link Identifier#NONE}
   */
  public record Argument(Mode mode, Identifier name, SqlType type, Optional<SqlExpr> defaultValue) {
    /** Rejects null parts. */
    public Argument {
      Objects.requireNonNull(mode, "mode");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(defaultValue, "defaultValue");
    }

    /** Whether a caller gives it a value. */
    public boolean isInput() {
      return mode == Mode.IN || mode == Mode.INOUT || mode == Mode.VARIADIC;
    }
  }

  /** What a function returns: one value of the type, or a set of them. */
  public record Result(SqlType type, boolean setOf) {}

  /** What it does. */
  public sealed interface Body {}

  /** Source text, exactly as the server keeps it. */
  public record Source(String text) implements Body {}

  /** A symbol of a library. */
  public record Symbol(String library, String symbol) implements Body {}

  /** {@code RETURN …}: the value of a function in standard SQL, which the server parses. */
  public record Value(SqlExpr expression) implements Body {}

  /** Any other body of standard SQL, which the server parses as well: its tokens. */
  public record Standard(List<String> tokens) implements Body {
    /** Copies the tokens. */
    public Standard {
      tokens = List.copyOf(tokens);
    }
  }

  /** Copies the collections. */
  public Routine {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(body, "body");
    arguments = List.copyOf(arguments);
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    dependsOn = References.copy(dependsOn);
  }

  /** The arguments that a caller gives values to. */
  public Stream<Argument> inputs() {
    return arguments.stream().filter(Argument::isInput);
  }

  /** The text of its body, where that is text. */
  public Optional<String> source() {
    return body instanceof Source source ? Optional.of(source.text()) : Optional.empty();
  }

  @Override
  public ObjectRef ref() {
    return new ObjectRef(
        ObjectKind.ROUTINE, name, Signatures.of(inputs().map(Argument::type).toList()));
  }

  /** This routine under another name. */
  public Routine withName(ObjectName newName) {
    return new Routine(kind, newName, arguments, result, language, body, attributes, dependsOn);
  }

  /** This routine with another body. */
  public Routine withBody(Body newBody) {
    return new Routine(kind, name, arguments, result, language, newBody, attributes, dependsOn);
  }

  /** This routine with other attributes. */
  public Routine withAttributes(SortedMap<String, String> newAttributes) {
    return new Routine(kind, name, arguments, result, language, body, newAttributes, dependsOn);
  }

  /** This routine with other dependencies. */
  public Routine withDependsOn(SortedSet<ObjectRef> newDependsOn) {
    return new Routine(kind, name, arguments, result, language, body, attributes, newDependsOn);
  }
}
