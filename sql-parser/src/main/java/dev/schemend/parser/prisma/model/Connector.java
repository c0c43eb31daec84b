package dev.schemend.parser.prisma.model;

import dev.schemend.model.ReferentialAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PORT: what a kind of database can hold of a schema. One constant per kind, facts as tables. */
public interface Connector {

  /** What a schema may ask for and not every database has. */
  enum Capability {
    /** Fields that hold lists. */
    LISTS,
    /** Several database schemas. */
    SCHEMAS,
    /** Primary keys with names of their own. */
    NAMED_PRIMARY_KEYS,
    /** {@code length:} in keys. */
    PREFIX_LENGTHS,
    /** {@code @@fulltext}. */
    FULLTEXT,
    /** {@code where:} in indexes. */
    PARTIAL_INDEXES,
    /** Several columns that count up, whatever keys there are. */
    FREE_AUTOINCREMENT,
    /** {@code extensions} in the datasource. */
    EXTENSIONS,
    /** Keys that may be emptied though a column of theirs is required: told when rows are. */
    REQUIRED_SET_NULL,
    /** Index names are unique in a schema, not only in a table. */
    GLOBAL_INDEX_NAMES
  }

  /** The product's name in messages. */
  String product();

  /** Whether it has that. */
  boolean supports(Capability capability);

  /** How many bytes a name may have. */
  int longestName();

  /** Its own types by their names. */
  Map<String, NativeTypeRule> nativeTypes();

  /** The access methods of indexes, as Prisma spells them. */
  List<String> indexTypes();

  /** The referential actions that it has. */
  Set<ReferentialAction> referentialActions();

  /**
   * The database's name of an operator class, if an index of that type over that field may use it.
   *
   * @param operatorClass as Prisma spells it
   * @param indexType as Prisma spells it
   */
  Optional<String> operatorClass(String operatorClass, String indexType, ScalarField field);

  /** Whether indexes of that type can hold that field without an operator class being named. */
  boolean hasDefaultOperatorClass(String indexType, ScalarField field);
}
