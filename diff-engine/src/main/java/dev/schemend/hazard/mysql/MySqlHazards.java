package dev.schemend.hazard.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.hazard.Assessment;
import dev.schemend.hazard.Deed;
import dev.schemend.hazard.HazardRules;
import dev.schemend.hazard.LongLocks;
import dev.schemend.hazard.RowRisks;
import dev.schemend.model.Constraint;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TransactionMode;
import dev.schemend.preflight.RowRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What statements do on MySQL and MariaDB. */
public final class MySqlHazards implements HazardRules {

  private static final String INNODB = "InnoDB";

  private final Dialect dialect;
  private final RowRules rows;

  /**
   * The rules of one server.
   *
   * @param rows what it looks at in the rows
   */
  public MySqlHazards(Dialect dialect, RowRules rows) {
    this.dialect = dialect;
    this.rows = rows;
  }

  /** Grants stay by the names of tables and views; a routine's go (manual, 27.2.2). */
  @Override
  public boolean grantsGoWith(ObjectKind kind) {
    return kind == ObjectKind.ROUTINE;
  }

  @Override
  public Assessment assess(Deed deed) {
    List<TableLock> locks = locks(deed);
    List<Hazard> hazards = new ArrayList<>(RowRisks.of(rows, deed));
    hazards.addAll(LongLocks.hazards(locks));
    return new Assessment(hazards, locks, TransactionMode.AUTOCOMMIT);
  }

  private List<TableLock> locks(Deed deed) {
    return switch (deed.statement()) {
      case DdlStatement.AlterTable alter ->
          lock(deed, alter.name(), way(deed, alter)).stream().toList();
      case DdlStatement.CreateIndex create ->
          lock(
                  deed,
                  create.table(),
                  Optional.of(OnlineActions.index(create.index()).on(dialect.profile())))
              .stream()
              .toList();
      case DdlStatement.DropIndexOn drop ->
          lock(deed, drop.table(), Optional.of(OnlineOperation.DROP_INDEX.on(dialect.profile())))
              .stream()
              .toList();
      case DdlStatement.RenameTables rename ->
          rename.renamings().stream()
              .flatMap(
                  pair ->
                      lock(
                          deed,
                          pair.from(),
                          Optional.of(OnlineOperation.RENAME_TABLE.on(dialect.profile())))
                          .stream())
              .toList();
      case DdlStatement other -> List.of();
    };
  }

  private Optional<Way> way(Deed deed, DdlStatement.AlterTable alter) {
    Optional<Table> table = deed.table(alter.name());
    if (table.isEmpty()) {
      return Optional.empty();
    }
    OnlineActions actions =
        new OnlineActions(table.get(), deed.tableAfter(alter.name()), deed.session());
    boolean newKey =
        alter.actions().stream().anyMatch(TableAction.DropPrimaryKey.class::isInstance)
            && alter.actions().stream().anyMatch(MySqlHazards::addsPrimaryKey);
    return alter.actions().stream()
        .flatMap(action -> actions.of(action).stream())
        // With a new key in the same statement, the old one goes while the table is built anew.
        .filter(operation -> !newKey || operation != OnlineOperation.DROP_PRIMARY_KEY)
        .map(operation -> operation.on(dialect.profile()))
        .reduce(Way::and);
  }

  private static boolean addsPrimaryKey(TableAction action) {
    return action instanceof TableAction.AddConstraint add
        && add.constraint() instanceof Constraint.PrimaryKey;
  }

  private static Optional<TableLock> lock(Deed deed, ObjectName written, Optional<Way> way) {
    Optional<Table> table = deed.table(written).filter(one -> !deed.isFresh(one.name()));
    if (table.isEmpty() || way.isEmpty()) {
      return Optional.empty();
    }
    // Engines without row locks know one way only.
    boolean innoDb =
        table.get().options().mysql().engine().map(INNODB::equalsIgnoreCase).orElse(true);
    Way real = innoDb ? way.get() : way.get().and(Way.COPY);
    return Optional.of(new TableLock(table.get().ref(), real.words(), real.blocks(), real.work()));
  }
}
