package dev.schemend.parser.check;

import dev.schemend.check.Check;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;

/** PORT: how a dialect writes the parts of a question. */
public interface CheckWords {

  /** A column's name. */
  String name(Identifier column);

  /** A table's name, with its schema where it has one. */
  String name(ObjectName table);

  /** A string constant. */
  String string(String value);

  /** An expression, ready to stand beside an operator. */
  String expression(SqlExpr expression);

  /** A part of a key as it is compared. */
  String key(Check.Key key);

  /** A part of the table's rows, few enough to be read in a moment, under an alias. */
  String sample(ObjectName table, String alias);

  /** What tells two rows of a table apart, and has an order; without a name it cannot be had. */
  String rowAddress();

  /** A query that gives a row where the right is missing. */
  String missingRight(Check.MissingRight check);

  /** A query that gives a row where the extension can be had from nowhere. */
  String missingExtension(Check.MissingExtension check);

  /** A query for the table's size as a text. */
  String sizeOnDisk(Check.SizeOnDisk check);
}
