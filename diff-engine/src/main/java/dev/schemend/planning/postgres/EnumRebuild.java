package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Comment;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Labels that go or move: a new type takes the old one's place. Columns that keep the type are cast
 * through text; columns that are about to lose it become text, so that a label which no longer
 * exists cannot stop them.
 */
final class EnumRebuild {

  private final Job job;
  private final InheritedColumns inheritance;

  EnumRebuild(Job job) {
    this.job = job;
    this.inheritance = new InheritedColumns(job);
  }

  PlannedStep step(Change.EnumAltered altered, List<Table> users) {
    ObjectName name = altered.to().name();
    Identifier fresh = new SpareNames(job).beside(name, "_new");
    Identifier spent = new SpareNames(job).beside(name, "_old");
    List<DdlStatement> ahead = new ArrayList<>();
    List<DdlStatement> casts = new ArrayList<>();
    List<DdlStatement> defaults = new ArrayList<>();
    // Views over the columns have let go of them before their type goes.
    Set<ObjectRef> rebuilt = new TreeSet<>(Set.of(altered.ref()));
    for (Table table : users) {
      List<TableAction> actions = new ArrayList<>();
      List<TableAction> again = new ArrayList<>();
      List<TableAction> inherited = new ArrayList<>();
      for (Column column : table.columns()) {
        if (isOf(column.type(), name)) {
          rebuilt.add(ObjectRef.column(table.name(), column.name()));
          cast(
              table,
              column,
              name.sibling(fresh),
              inheritance.isInherited(table, column) ? inherited : actions,
              again);
        }
      }
      // A parent's change of type reaches its heirs, whose own defaults stand in its way.
      inherited.removeIf(action -> !(action instanceof TableAction.DropDefault));
      if (!inherited.isEmpty()) {
        ahead.add(new DdlStatement.AlterTable(table.name(), false, inherited, true));
      }
      if (!actions.isEmpty()) {
        casts.add(new DdlStatement.AlterTable(table.name(), false, actions));
      }
      if (!again.isEmpty()) {
        boolean heirs = !Descent.heirs(job.transition().from(), table).isEmpty();
        defaults.add(new DdlStatement.AlterTable(table.name(), false, again, heirs));
      }
    }
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new DdlStatement.CreateEnum(name.sibling(fresh), altered.to().labels()));
    statements.addAll(ahead);
    statements.addAll(casts);
    statements.add(rename(name, spent));
    statements.add(rename(name.sibling(fresh), name.name()));
    statements.add(
        new DdlStatement.DropTypes(List.of(name.sibling(spent)), false, DropBehavior.RESTRICT));
    statements.addAll(defaults);
    comments(altered).forEach(statements::add);
    return PlannedStep.of(Steps.step(StepLabel.ALTER_ENUM, statements), altered.ref())
        .freeing(rebuilt)
        .making(Set.of(altered.ref()));
  }

  // Comments go with the old type; those that differ have a change of their own.
  private Stream<DdlStatement> comments(Change.EnumAltered altered) {
    return job.transition()
        .to()
        .dependants(altered.ref())
        .flatMap(ref -> job.transition().to().get(ref).stream())
        .filter(
            object -> job.transition().from().get(object.ref()).filter(object::equals).isPresent())
        .filter(Comment.class::isInstance)
        .map(Comment.class::cast)
        .map(comment -> new DdlStatement.CommentOn(comment.on(), Optional.of(comment.text())));
  }

  private void cast(
      Table table,
      Column column,
      ObjectName fresh,
      List<TableAction> actions,
      List<TableAction> again) {
    Identifier name = column.name();
    boolean array = column.type() instanceof SqlType.ArrayOf;
    SqlType text = array ? new SqlType.ArrayOf(ColumnChanges.TEXT) : ColumnChanges.TEXT;
    SqlExpr asText = new SqlExpr.Cast(ColumnChanges.column(name), text);
    Optional<Column> after =
        job.transition()
            .successor(table.name())
            .filter(to -> !to.name().equals(table.name()) || !job.drops(table.name(), name))
            .flatMap(to -> to.column(name))
            .filter(to -> to.type().equals(column.type()));
    if (column.defaultValue().isPresent()) {
      actions.add(new TableAction.DropDefault(name));
    }
    if (after.isEmpty()) {
      actions.add(
          new TableAction.AlterColumnType(name, text, Optional.empty(), Optional.of(asText)));
      return;
    }
    SqlType element = new SqlType.UserDefined(fresh, List.of());
    SqlType type = array ? new SqlType.ArrayOf(element) : element;
    actions.add(
        new TableAction.AlterColumnType(
            name, type, Optional.empty(), Optional.of(new SqlExpr.Cast(asText, type))));
    if (column.defaultValue().isPresent()) {
      after
          .get()
          .defaultValue()
          .ifPresent(
              value ->
                  again.add(
                      new TableAction.SetDefault(
                          name, WrittenDefaults.of(after.get().type(), value))));
    }
  }

  private static boolean isOf(SqlType type, ObjectName name) {
    return (type instanceof SqlType.UserDefined user && user.name().equals(name))
        || (type instanceof SqlType.ArrayOf array && isOf(array.element(), name));
  }

  private static DdlStatement rename(ObjectName from, Identifier to) {
    return new DdlStatement.RenameObject(ObjectKind.ENUM_TYPE, from, to, false);
  }
}
