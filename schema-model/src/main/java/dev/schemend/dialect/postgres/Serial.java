package dev.schemend.dialect.postgres;

import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Sequence;
import dev.schemend.model.SequenceOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pseudo types {@code smallserial}, {@code serial} and {@code bigserial}: an integer column
 * that is not null and defaults to the next value of a sequence it owns (manual, 8.1.4).
 */
final class Serial {

  private static final Map<String, String> INTEGERS =
      Map.of(
          "smallserial", "smallint",
          "serial2", "smallint",
          "serial", "integer",
          "serial4", "integer",
          "bigserial", "bigint",
          "serial8", "bigint");

  private Serial() {}

  /** A column without pseudo type, and the sequence it needs, whose owner does not exist yet. */
  record Expanded(Column column, Optional<Sequence> sequence) {}

  /** Whether the type is a word of column definitions only. */
  static boolean isPseudoType(SqlType type) {
    return type instanceof SqlType.Builtin builtin && INTEGERS.containsKey(builtin.name());
  }

  static Expanded expand(Scope scope, ObjectName table, Column column) {
    if (column.type() instanceof SqlType.ArrayOf array && isPseudoType(array.element())) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table, column.name()),
          "array of serial is not implemented",
          PostgresErrors.NOT_SUPPORTED);
    }
    String integer =
        column.type() instanceof SqlType.Builtin builtin ? INTEGERS.get(builtin.name()) : null;
    if (integer == null) {
      return new Expanded(column, Optional.empty());
    }
    if (column.defaultValue().isPresent()) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table, column.name()),
          "multiple default values specified for column",
          PostgresErrors.SYNTAX);
    }
    ObjectName sequence =
        table.sibling(ImplicitNames.relation(scope, table, column.name().text(), "seq"));
    SqlType type = SqlType.builtin(integer);
    return new Expanded(
        column.withType(type).withNullable(false).withDefault(Optional.of(nextValue(sequence))),
        Optional.of(
            new Sequence(
                sequence,
                new SequenceOptions(
                    integer.equals("bigint") ? Optional.empty() : Optional.of(type),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false),
                Optional.empty())));
  }

  private static SqlExpr nextValue(ObjectName sequence) {
    return new SqlExpr.FunctionCall(
        ObjectName.unqualified(Identifier.of("nextval")),
        List.of(new SqlExpr.RegClass(sequence)),
        true);
  }

  /** The column whose default draws from {@code sequence}. */
  static Identifier owner(List<Column> columns, Sequence sequence) {
    SqlExpr drawing = nextValue(sequence.name());
    return columns.stream()
        .filter(column -> column.defaultValue().filter(drawing::equals).isPresent())
        .findFirst()
        .map(Column::name)
        .orElseThrow();
  }
}
