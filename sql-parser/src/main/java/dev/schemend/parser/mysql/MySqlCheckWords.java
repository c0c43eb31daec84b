package dev.schemend.parser.mysql;

import dev.schemend.check.Check;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.check.CheckWords;

/** Questions in the words of MySQL and MariaDB. */
final class MySqlCheckWords implements CheckWords {

  private static final String SAMPLE_ROWS = "100000";

  @Override
  public String name(Identifier column) {
    return SqlNames.quoted(column);
  }

  @Override
  public String name(ObjectName table) {
    return SqlNames.quoted(table);
  }

  @Override
  public String string(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  @Override
  public String expression(SqlExpr expression) {
    return expression instanceof SqlExpr.ColumnRef
        ? ExpressionPrinter.print(expression)
        : "(" + ExpressionPrinter.print(expression) + ")";
  }

  @Override
  public String key(Check.Key key) {
    String value = expression(key.value());
    String part = key.prefix().map(length -> "LEFT(" + value + ", " + length + ")").orElse(value);
    return part + key.collation().map(name -> " COLLATE " + name).orElse("");
  }

  @Override
  public String sample(ObjectName table, String alias) {
    return "(SELECT * FROM " + name(table) + " LIMIT " + SAMPLE_ROWS + ") AS " + alias;
  }

  /**
   * The grants of a user who has taken no role: what roles give is not in these tables, and then
   * nothing is said (manual, 28.3, the tables of privileges; a schema is granted by a pattern).
   */
  @Override
  public String missingRight(Check.MissingRight check) {
    String right = string(check.right() == Check.Right.OWNER ? "ALTER" : check.right().name());
    String schema =
        check.table().isQualified() ? string(check.table().schema().text()) : "DATABASE()";
    String mine =
        "grantee = CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''',"
            + " SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''') AND privilege_type = "
            + right;
    return "SELECT "
        + right
        + " FROM (SELECT 1) AS one WHERE COALESCE(CURRENT_ROLE(), 'NONE') = 'NONE'"
        + " AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE "
        + mine
        + ") AND NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE "
        + mine
        + " AND "
        + schema
        + " LIKE table_schema) AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges"
        + " WHERE "
        + mine
        + " AND table_schema = "
        + schema
        + " AND table_name = "
        + string(check.table().name().text())
        + ")";
  }

  @Override
  public String rowAddress() {
    throw new IllegalArgumentException("MySQL shows no address of a row");
  }

  @Override
  public String missingExtension(Check.MissingExtension check) {
    throw new IllegalArgumentException("MySQL has no extensions: " + check);
  }

  @Override
  public String sizeOnDisk(Check.SizeOnDisk check) {
    String schema =
        check.table().isQualified() ? string(check.table().schema().text()) : "DATABASE()";
    return "SELECT CONCAT(ROUND((data_length + index_length) / 1048576), ' MB')"
        + " FROM information_schema.tables WHERE table_schema = "
        + schema
        + " AND table_name = "
        + string(check.table().name().text());
  }
}
