package dev.schemend.evaluate;

import dev.schemend.apply.ErrorCode;
import dev.schemend.name.ObjectName;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.util.List;
import java.util.Optional;

/** What code means on one server: a dialect's part of the evaluation. */
public interface CodeRules {

  /** The relation of the catalogs that {@code name} means; empty where it means none of them. */
  Optional<Rows> relation(ObjectName name, World world);

  /** Whether a table or view of that name is in the schema. */
  boolean isRelation(ObjectName name, World world);

  /** The definitions of the routines in the schema that {@code name} may mean. */
  List<String> routines(ObjectName name, World world);

  /**
   * What one of the server's own functions gives; empty where there is none of that name.
   *
   * @param name lower case, without schema
   * @param arguments evaluated; may be null or unknown
   */
  Optional<Value> call(String name, List<Value> arguments, World world);

  /** The rows of one of the server's own functions that gives rows; empty for another. */
  Optional<List<Value>> rows(String name, List<Value> arguments, World world);

  /** {@code value} as {@code type}; unknown where the type is. Throws {@link RaisedError}. */
  Value cast(Value value, TypeName type, World world);

  /**
   * What an arithmetic operator makes of values that are no numbers; empty where that is unknown.
   */
  default Optional<Value> arithmetic(String operator, Value left, Value right) {
    return Optional.empty();
  }

  /** A value as text, as {@code ||} and {@code concat} see it; empty for null and unknown. */
  Optional<String> text(Value value, World world);

  /** The order of two texts, 0 where the server takes them for equal. */
  int compare(String left, String right);

  /** Whether {@code ||} joins texts rather than truths. */
  boolean barsConcatenate();

  /** Whether a variable hides a column of its name, rather than the other way round. */
  boolean variablesHideColumns();

  /** Whether an error undoes what the statement has done so far. */
  boolean isTransactional();

  /** What a setting of the session is; empty where only a server knows. */
  default Optional<Value> setting(String name, World world) {
    return Optional.empty();
  }

  /** The name under which a session keeps a setting. */
  default String setting(String name) {
    return name;
  }

  /** The form in which a session keeps the value of a setting. */
  default String settingValue(String name, String written) {
    return written;
  }

  /** Whether a handler of {@code condition} catches an error of {@code code}. */
  boolean catches(String condition, ErrorCode code);

  /** The code of a condition that is raised by its name. */
  ErrorCode code(String condition);
}
