package dev.schemend.planning.prisma;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Change;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Transition;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An enumerated type that gets labels, or is made anew where some go (engine, renderer.rs). */
final class EnumAlteration {

  private static final SqlType TEXT = SqlType.builtin("text");

  private final PrismaDialect dialect;
  private final PrismaPair pair;
  private final Transition transition;
  private final SchemaOrder after;

  EnumAlteration(PrismaDialect dialect, PrismaPair pair, Transition transition, SchemaOrder after) {
    this.dialect = dialect;
    this.pair = pair;
    this.transition = transition;
    this.after = after;
  }

  Step step(Change.EnumAltered altered) {
    List<String> removed = new ArrayList<>(altered.from().labels());
    removed.removeAll(altered.to().labels());
    return new Step(
        StepLabel.ALTER_ENUM,
        removed.isEmpty() ? additions(altered) : rebuilt(altered),
        dialect.transactionMode());
  }

  private List<DdlStatement> additions(Change.EnumAltered altered) {
    List<DdlStatement> statements = new ArrayList<>();
    for (String label : altered.to().labels()) {
      if (!altered.from().labels().contains(label)) {
        statements.add(
            new DdlStatement.AddEnumValue(altered.to().name(), label, false, Optional.empty()));
      }
    }
    return statements;
  }

  private List<DdlStatement> rebuilt(Change.EnumAltered altered) {
    ObjectName name = altered.to().name();
    ObjectName spelled = name;
    ObjectName fresh = spelled.sibling(Identifier.of(spelled.name().text() + "_new"));
    ObjectName spent = spelled.sibling(Identifier.of(spelled.name().text() + "_old"));
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new DdlStatement.CreateEnum(fresh, altered.to().labels()));
    statements.addAll(defaultsOff(name));
    statements.addAll(casts(name, fresh));
    statements.add(rename(spelled, spent.name()));
    statements.add(rename(fresh, spelled.name()));
    statements.add(new DdlStatement.DropTypes(List.of(spent), false, DropBehavior.RESTRICT));
    statements.addAll(defaultsOn(name));
    return statements;
  }

  /** Every default of the type that there is, also of columns that are about to go. */
  private List<DdlStatement> defaultsOff(ObjectName type) {
    List<DdlStatement> statements = new ArrayList<>();
    for (Table table : transition.from().tables().toList()) {
      for (Column column : table.columns()) {
        if (isOf(column.type(), type) && column.defaultValue().isPresent()) {
          statements.add(alter(table, new TableAction.DropDefault(column.name())));
        }
      }
    }
    return statements;
  }

  private List<DdlStatement> casts(ObjectName type, ObjectName fresh) {
    List<DdlStatement> statements = new ArrayList<>();
    for (Table table : inOrder()) {
      for (Column column : table.columns()) {
        if (!isOf(column.type(), type) || before(table, column, type).isEmpty()) {
          continue;
        }
        boolean array = column.type() instanceof SqlType.ArrayOf;
        SqlType element = new SqlType.UserDefined(fresh, List.of());
        SqlType wanted = array ? new SqlType.ArrayOf(element) : element;
        SqlExpr text = new SqlExpr.Cast(new SqlExpr.ColumnRef(List.of(), column.name()), TEXT);
        statements.add(
            alter(
                table,
                new TableAction.AlterColumnType(
                    column.name(),
                    wanted,
                    Optional.empty(),
                    Optional.of(new SqlExpr.Cast(text, wanted)))));
      }
    }
    return statements;
  }

  private Optional<Column> before(Table table, Column column, ObjectName type) {
    return transition
        .from()
        .table(table.name())
        .flatMap(one -> one.column(column.name()))
        .filter(one -> isOf(one.type(), type));
  }

  private List<DdlStatement> defaultsOn(ObjectName type) {
    List<DdlStatement> statements = new ArrayList<>();
    for (Table table : inOrder()) {
      for (Column column : table.columns()) {
        boolean had = before(table, column, type).flatMap(Column::defaultValue).isPresent();
        if (had && isOf(column.type(), type)) {
          pair.declared(table.name(), column.name())
              .flatMap(Column::defaultValue)
              .or(column::defaultValue)
              .filter(value -> column.defaultValue().isPresent())
              .ifPresent(
                  value ->
                      statements.add(
                          alter(table, new TableAction.SetDefault(column.name(), value))));
        }
      }
    }
    return statements;
  }

  private List<Table> inOrder() {
    return transition
        .to()
        .tables()
        .sorted(Comparator.comparingInt(table -> after.of(table.ref())))
        .toList();
  }

  private DdlStatement alter(Table table, TableAction action) {
    return new DdlStatement.AlterTable(table.name(), false, List.of(action));
  }

  private static DdlStatement rename(ObjectName from, Identifier to) {
    return new DdlStatement.RenameObject(ObjectKind.ENUM_TYPE, from, to, false);
  }

  private static boolean isOf(SqlType type, ObjectName name) {
    return (type instanceof SqlType.UserDefined user && user.name().equals(name))
        || (type instanceof SqlType.ArrayOf array && isOf(array.element(), name));
  }
}
