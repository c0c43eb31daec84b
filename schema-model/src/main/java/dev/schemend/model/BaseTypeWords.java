package dev.schemend.model;

import java.util.List;
import java.util.Set;

/**
 * The words under which a {@link Declaration} of a base type says its facts (manual, CREATE TYPE).
 * It stands among the composite types, as a name for columns; a shell has no facts.
 */
public final class BaseTypeWords {

  /** The function that reads a text. */
  public static final String INPUT = "input";

  /** The function that writes a text. */
  public static final String OUTPUT = "output";

  /** How many bytes a value takes; nothing where that differs from value to value. */
  public static final String LENGTH = "internallength";

  /** Whether a value is handed over as it is. */
  public static final String BY_VALUE = "passedbyvalue";

  /** Where in memory a value begins: {@code char}, {@code int2}, {@code int4}, {@code double}. */
  public static final String ALIGNMENT = "alignment";

  /** How a table keeps a value that is long. */
  public static final String STORAGE = "storage";

  /** A letter that says what kind of type it is. */
  public static final String CATEGORY = "category";

  /** Whether casts of its category prefer it. */
  public static final String PREFERRED = "preferred";

  /** The text of what a column holds that nothing is said of. */
  public static final String DEFAULT = "default";

  /** The type of what its values are made of. */
  public static final String ELEMENT = "element";

  /** What stands between the elements of an array of it. */
  public static final String DELIMITER = "delimiter";

  /** Whether its values have an order that a collation tells. */
  public static final String COLLATABLE = "collatable";

  /** The type that it is stored as, where nothing is known of that one. */
  public static final String LIKE = "like";

  /** The words before functions. */
  public static final Set<String> FUNCTIONS =
      Set.of(INPUT, OUTPUT, "receive", "send", "typmod_in", "typmod_out", "analyze", "subscript");

  /** What {@code LIKE} takes from another type. */
  public static final List<String> STORED = List.of(LENGTH, BY_VALUE, ALIGNMENT, STORAGE);

  private BaseTypeWords() {}
}
