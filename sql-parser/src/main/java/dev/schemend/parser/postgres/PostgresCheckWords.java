package dev.schemend.parser.postgres;

import dev.schemend.check.Check;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.check.CheckWords;

/** Questions in PostgreSQL's words; every name is qualified, so that no search path matters. */
final class PostgresCheckWords implements CheckWords {

  private final PostgresPrinter printer;

  PostgresCheckWords(PostgresPrinter printer) {
    this.printer = printer;
  }

  @Override
  public String name(Identifier column) {
    return Quoting.name(column);
  }

  @Override
  public String name(ObjectName table) {
    return Quoting.qualified(table);
  }

  @Override
  public String string(String value) {
    return Quoting.string(value);
  }

  @Override
  public String expression(SqlExpr expression) {
    return expression instanceof SqlExpr.ColumnRef
        ? printer.print(expression)
        : "(" + printer.print(expression) + ")";
  }

  @Override
  public String key(Check.Key key) {
    return expression(key.value())
        + key.collation()
            .map(name -> " COLLATE " + (name.startsWith("\"") ? name : "\"" + name + "\""))
            .orElse("");
  }

  /** One page in a hundred (manual, SELECT, TABLESAMPLE). */
  @Override
  public String sample(ObjectName table, String alias) {
    return name(table) + " AS " + alias + " TABLESAMPLE SYSTEM (1)";
  }

  /** Partitions of one table have addresses of their own. */
  @Override
  public String rowAddress() {
    return "ROW(tableoid, ctid)";
  }

  private String regclass(ObjectName table) {
    return "to_regclass(" + string(name(table)) + ")";
  }

  @Override
  public String missingRight(Check.MissingRight check) {
    return switch (check.right()) {
      case OWNER, ALTER, DROP, INDEX ->
          "SELECT relowner::regrole FROM pg_class WHERE oid = "
              + regclass(check.table())
              + " AND NOT pg_has_role(relowner, 'USAGE')";
      case CREATE ->
          "SELECT nspname FROM pg_namespace WHERE nspname = "
              + string(check.table().schema().text())
              + " AND NOT has_schema_privilege(oid, 'CREATE')";
      case REFERENCES ->
          "SELECT relowner::regrole FROM pg_class WHERE oid = "
              + regclass(check.table())
              + " AND NOT has_table_privilege(oid, 'REFERENCES')";
    };
  }

  @Override
  public String missingExtension(Check.MissingExtension check) {
    String name = string(check.table().name().text());
    return "SELECT "
        + name
        + " WHERE NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = "
        + name
        + ")";
  }

  @Override
  public String sizeOnDisk(Check.SizeOnDisk check) {
    return "SELECT pg_size_pretty(pg_total_relation_size(" + regclass(check.table()) + "))";
  }
}
