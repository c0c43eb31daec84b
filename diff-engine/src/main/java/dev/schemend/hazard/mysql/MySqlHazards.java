package dev.schemend.hazard.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.hazard.Assessment;
import dev.schemend.hazard.Deed;
import dev.schemend.hazard.HazardRules;
import dev.schemend.hazard.LongLocks;
import dev.schemend.hazard.RowRisks;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.StoredDefinition;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TransactionMode;
import dev.schemend.preflight.RowRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What statements do on MySQL and MariaDB. */
public final class MySqlHazards implements HazardRules {

  private final OnlineWays ways;
  private final RowRules rows;

  /**
   * The rules of one server.
   *
   * @param rows what it looks at in the rows
   */
  public MySqlHazards(Dialect dialect, RowRules rows) {
    this.ways = new OnlineWays(dialect.profile());
    this.rows = rows;
  }

  /** Grants stay by the names of tables and views; a routine's go (manual, 27.2.2). */
  @Override
  public boolean grantsGoWith(ObjectKind kind) {
    return kind == ObjectKind.ROUTINE;
  }

  @Override
  public Assessment assess(Deed deed) {
    List<TableLock> locks = ways.locks(deed);
    List<Hazard> hazards = new ArrayList<>(RowRisks.of(rows, deed));
    hazards.addAll(LongLocks.hazards(locks));
    if (deed.statement() instanceof DdlStatement.OfMySql.RelabelRows relabel) {
      hazards.addAll(relabelled(deed, relabel));
    }
    return new Assessment(hazards, locks, TransactionMode.AUTOCOMMIT);
  }

  private static List<Hazard> relabelled(Deed deed, DdlStatement.OfMySql.RelabelRows relabel) {
    ObjectName table = deed.resolved(ObjectKind.TABLE, relabel.table());
    ObjectRef column = ObjectRef.column(table, relabel.column());
    String old = relabel.labels().keySet().stream().collect(Collectors.joining("', '", "'", "'"));
    List<Hazard> hazards = new ArrayList<>();
    hazards.add(
        new Hazard(
            Hazard.Kind.BREAKS_CLIENTS, column, "programs that write " + old + " are refused"));
    hazards.add(
        new Hazard(
            Hazard.Kind.BLOCKS_WRITES,
            ObjectRef.table(table),
            "every row that holds " + old + " is written, and locked until all of them are"));
    deed.before()
        .dependants(ObjectRef.table(table))
        .flatMap(ref -> deed.before().get(ref).stream())
        .filter(object -> firesOnUpdate(object, table))
        .map(
            trigger ->
                new Hazard(
                    Hazard.Kind.UNTRACKED_DEPENDENCIES,
                    column,
                    trigger.ref() + " fires for each of these rows"))
        .forEach(hazards::add);
    return hazards;
  }

  private static boolean firesOnUpdate(SchemaObject object, ObjectName table) {
    return object instanceof StoredDefinition trigger
        && trigger.is(ObjectKind.TRIGGER)
        && trigger.table().equals(Optional.of(table))
        && trigger
            .clause(StoredDefinition.Clause.EVENT)
            .filter("UPDATE"::equalsIgnoreCase)
            .isPresent();
  }
}
