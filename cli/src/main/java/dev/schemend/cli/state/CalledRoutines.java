package dev.schemend.cli.state;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.List;

/**
 * The functions that a Prisma schema calls in defaults and cannot declare: each is the one that the
 * other side of a comparison has, as it would be in the database that the statements run on.
 */
record CalledRoutines(Schema other, Identifier defaultSchema) {

  /** The state, with the calls of what a Prisma schema declares resolved. */
  ReadState in(ReadState state) {
    return state.declared().isPresent() ? state.holding(in(state.schema())) : state;
  }

  private Schema in(Schema declared) {
    Schema result = declared;
    for (Table table : declared.tables().toList()) {
      List<Column> columns = table.columns().stream().map(this::in).toList();
      if (!columns.equals(table.columns())) {
        result =
            result.with(
                new Table(
                    table.name(), columns, table.constraints(), table.indexes(), table.options()));
      }
    }
    return result;
  }

  private Column in(Column column) {
    return column.withDefault(
        column.defaultValue().map(value -> Expressions.bottomUp(value, this::resolved)));
  }

  private SqlExpr resolved(SqlExpr node) {
    if (!(node instanceof SqlExpr.FunctionCall call) || call.name().isQualified()) {
      return node;
    }
    ObjectName there = new ObjectName(defaultSchema, call.name().name());
    return other.isCallable(there)
        ? new SqlExpr.FunctionCall(there, call.arguments(), call.parenthesized())
        : node;
  }
}
