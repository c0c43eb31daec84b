package dev.schemend.parser.prisma.pull;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Index;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/** PORT: what a schema calls the types, values and methods of one kind of database. */
public interface Vocabulary {

  /** A type that is no array and no enum; empty where a schema has no word for it. */
  Optional<PulledType> type(SqlType type);

  /** Whether the server counts the column up. */
  boolean isCounted(Column column);

  /** Whether the value is the moment of the statement. */
  boolean isNow(SqlExpr value);

  /**
   * The characters of a constant of that type, whatever it is cast to; empty where the value is no
   * constant, or one that a schema leaves to the database.
   */
  Optional<String> constant(SqlExpr value, PulledType type);

  /** A default in the database's own words, as {@code DEFAULT} takes them there. */
  String ownWords(SqlExpr value, String printed);

  /** The label that a constant names. */
  Optional<String> label(SqlExpr value);

  /** The elements of an array that is written out; empty for any other value. */
  Optional<List<SqlExpr>> items(SqlExpr value);

  /** The access method of an index; empty for the usual one. */
  Optional<String> indexType(Index index);

  /**
   * How an operator class is written for a field of that type in an index of that type.
   *
   * @param field empty where the field's type has no word
   */
  String operatorClass(
      String operatorClass, String indexType, Optional<PulledType> field, boolean list);

  /** Whether primary keys have names. */
  boolean namesPrimaryKeys();

  /** Whether the enum of a column belongs to the column. */
  boolean enumsInColumns();

  /** How many bytes a name may have. */
  int longestName();
}
