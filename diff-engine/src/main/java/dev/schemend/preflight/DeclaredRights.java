package dev.schemend.preflight;

import dev.schemend.check.Check;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Constraint;
import dev.schemend.name.ObjectName;
import java.util.List;
import java.util.stream.Stream;

/** The tables that a statement lets foreign keys point at. */
public final class DeclaredRights {

  private DeclaredRights() {}

  /** A right to refer to each of them. */
  public static Stream<Check.MissingRight> references(DdlStatement statement) {
    return constraints(statement)
        .filter(Constraint.ForeignKey.class::isInstance)
        .map(constraint -> ((Constraint.ForeignKey) constraint).target())
        .map(target -> of(target, Check.Right.REFERENCES));
  }

  /** A right on a table. */
  public static Check.MissingRight of(ObjectName table, Check.Right right) {
    return new Check.MissingRight(table, right);
  }

  private static Stream<Constraint> constraints(DdlStatement statement) {
    if (statement instanceof DdlStatement.CreateTable create) {
      return Stream.concat(create.constraints().stream(), constraints(create.columns()));
    }
    return statement instanceof DdlStatement.AlterTable alter
        ? alter.actions().stream().flatMap(DeclaredRights::constraints)
        : Stream.empty();
  }

  private static Stream<Constraint> constraints(TableAction action) {
    if (action instanceof TableAction.AddConstraint add) {
      return Stream.of(add.constraint());
    }
    return action instanceof TableAction.AddColumn add
        ? constraints(List.of(add.definition()))
        : Stream.empty();
  }

  private static Stream<Constraint> constraints(List<ColumnDefinition> columns) {
    return columns.stream().flatMap(column -> column.constraints().stream());
  }
}
