package dev.schemend.evaluate;

import dev.schemend.apply.ErrorCode;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Scalar;
import dev.schemend.query.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What an expression needs of the code around it. */
interface Host {

  CodeRules rules();

  Budget budget();

  World world();

  /** The value of a variable, or of a field of one; empty where there is none of that name. */
  Optional<Value> variable(List<Identifier> path);

  /** The value of a variable of the session. */
  Value sessionVariable(String name);

  /** The value of {@code $n}. */
  Value parameter(int number);

  /** What a routine of the schema gives; its effects stay. Empty where there is none. */
  Optional<Rows> invoke(ObjectName name, List<Scalar.Call.Argument> names, List<Value> arguments);

  /** Whether a routine of the schema of that name gives rows. */
  boolean givesRows(ObjectName routine);

  /** Whether it is certain that a table of that name holds no rows; what rests on it is told. */
  boolean holdsNoRows(ObjectName table);

  /** Whether an error of that code would be caught. */
  boolean catches(ErrorCode code);

  /**
   * Runs what may or may not happen on the server: it must leave the schema as it is, else its
   * effect is {@link Undecidable}. An error that nobody would catch is taken not to happen.
   */
  <T> T perhaps(String why, Supplier<T> action, T otherwise);
}
