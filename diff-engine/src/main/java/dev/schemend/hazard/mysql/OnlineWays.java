package dev.schemend.hazard.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfMySql.CarryOut;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.hazard.Deed;
import dev.schemend.model.Constraint;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.TableLock;
import java.util.List;
import java.util.Optional;

/** The ways that a server goes to carry out statements on tables. */
public final class OnlineWays {

  private static final String INNODB = "InnoDB";

  private final ServerProfile server;

  /** The ways of one server. */
  public OnlineWays(ServerProfile server) {
    this.server = server;
  }

  /** The locks on what the script did not make itself. */
  List<TableLock> locks(Deed deed) {
    return switch (deed.statement()) {
      case DdlStatement.AlterTable alter ->
          lock(deed, alter.name(), way(deed, alter)).stream().toList();
      case DdlStatement.CreateIndex create ->
          lock(deed, create.table(), Optional.of(OnlineActions.index(create.index()).on(server)))
              .stream()
              .toList();
      case DdlStatement.DropIndexOn drop ->
          lock(deed, drop.table(), Optional.of(OnlineOperation.DROP_INDEX.on(server))).stream()
              .toList();
      case DdlStatement.RenameTables rename ->
          rename.renamings().stream()
              .flatMap(
                  pair ->
                      lock(deed, pair.from(), Optional.of(OnlineOperation.RENAME_TABLE.on(server)))
                          .stream())
              .toList();
      case DdlStatement other -> List.of();
    };
  }

  /**
   * The clauses that make the server refuse any harder way; none where it can only copy, or would
   * keep writers out.
   */
  public List<CarryOut> assertion(Deed deed) {
    Optional<Way> way =
        switch (deed.statement()) {
          case DdlStatement.AlterTable alter -> way(deed, alter);
          case DdlStatement.CreateIndex create ->
              Optional.of(OnlineActions.index(create.index()).on(server));
          case DdlStatement.DropIndexOn drop -> Optional.of(OnlineOperation.DROP_INDEX.on(server));
          case DdlStatement other -> Optional.empty();
        };
    return way.filter(one -> one.blocks() == TableLock.Blocks.NOTHING)
        .filter(one -> one.algorithm() != Way.Algorithm.COPY || server.flavor() == Flavor.MARIADB)
        .map(OnlineWays::clauses)
        .orElse(List.of());
  }

  // INSTANT takes no LOCK clause but DEFAULT (manual, 15.1.9).
  private static List<CarryOut> clauses(Way way) {
    CarryOut algorithm = new CarryOut(CarryOut.Means.ALGORITHM, way.algorithm().name());
    return way.algorithm() == Way.Algorithm.INSTANT
        ? List.of(algorithm)
        : List.of(algorithm, new CarryOut(CarryOut.Means.LOCK, "NONE"));
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
            && alter.actions().stream().anyMatch(OnlineWays::addsPrimaryKey);
    return alter.actions().stream()
        .flatMap(action -> actions.of(action).stream())
        // With a new key in the same statement, the old one goes while the table is built anew.
        .filter(operation -> !newKey || operation != OnlineOperation.DROP_PRIMARY_KEY)
        .map(operation -> operation.on(server))
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
