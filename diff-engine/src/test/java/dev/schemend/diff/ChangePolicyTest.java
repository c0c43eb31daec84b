package dev.schemend.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.Plan;
import dev.schemend.plan.TableDifference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangePolicyTest {

  private static final Identifier APP = Identifier.of("app");

  private static Table table(String name) {
    return new Table(
        new ObjectName(APP, Identifier.of(name)),
        List.of(),
        List.of(),
        List.of(),
        TableOptions.NONE);
  }

  private static ChangePolicy.Selection select(Schema from, boolean movesColumns, Change... all) {
    return ChangePolicy.DEFAULT.select(List.of(all), from, movesColumns);
  }

  private static List<Change> left(ChangePolicy.Selection selection) {
    return selection.left().stream().map(Plan.Left::change).toList();
  }

  @Test
  void theHistoryIsNotSeenAndItsSchemaStays() {
    Change history = new Change.Dropped(table("_prisma_migrations"));
    Change schema = new Change.Dropped(new Namespace(APP));
    Change users = new Change.Dropped(table("users"));
    ChangePolicy.Selection selection =
        select(Schema.empty().with(table("_prisma_migrations")), false, schema, history, users);
    assertEquals(List.of(schema, users), selection.visible());
    assertEquals(List.of(users), selection.actionable());
    assertEquals(List.of(schema), left(selection));
  }

  @Test
  void whatIsNotUnderstoodIsDroppedOnlyWhereAsked() {
    Change view =
        new Change.Dropped(
            OpaqueObject.of(
                ObjectRef.to(ObjectKind.VIEW, new ObjectName(APP, Identifier.of("v"))),
                "create view v",
                List.of()));
    assertEquals(List.of(view), left(select(Schema.empty(), false, view)));
    ChangePolicy asked = new ChangePolicy(ChangePolicy.DEFAULT.historyTables(), true);
    assertEquals(List.of(view), asked.select(List.of(view), Schema.empty(), false).actionable());
  }

  @Test
  void onlySomeServersMoveColumns() {
    Identifier a = Identifier.of("a");
    Identifier b = Identifier.of("b");
    Change order =
        new Change.TableAltered(
            table("t"),
            table("t"),
            List.of(new TableDifference.ColumnsReordered(List.of(a, b), List.of(b, a))));
    assertEquals(List.of(order), left(select(Schema.empty(), false, order)));
    assertEquals(List.of(order), select(Schema.empty(), true, order).actionable());
  }
}
