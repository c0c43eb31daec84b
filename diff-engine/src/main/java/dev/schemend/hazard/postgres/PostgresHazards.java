package dev.schemend.hazard.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.hazard.Assessment;
import dev.schemend.hazard.CopyRisks;
import dev.schemend.hazard.Deed;
import dev.schemend.hazard.HazardRules;
import dev.schemend.hazard.LongLocks;
import dev.schemend.hazard.RowRisks;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TransactionMode;
import dev.schemend.preflight.RowRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What statements do on PostgreSQL. */
public final class PostgresHazards implements HazardRules {

  /** What it means that the rows of a table move to a new one of its name. */
  private static final Map<Hazard.Kind, String> COPIES =
      new EnumMap<>(
          Map.of(
              Hazard.Kind.TABLE_REWRITE,
              "every row of it is written anew, to another place",
              Hazard.Kind.BLOCKS_READS,
              "nobody finds a row in it from the moment that the old one steps aside until this one"
                  + " is filled",
              Hazard.Kind.PRIVILEGES_LOST,
              "what was granted on the old one goes with it, and must be granted again"));

  /** Kinds that nothing is granted on (manual, GRANT). */
  private static final Set<ObjectKind> WITHOUT_GRANTS =
      EnumSet.of(
          ObjectKind.PUBLICATION,
          ObjectKind.SUBSCRIPTION,
          ObjectKind.STATISTICS,
          ObjectKind.EVENT_TRIGGER,
          ObjectKind.OPERATOR,
          ObjectKind.OPERATOR_CLASS,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.CAST,
          ObjectKind.TRANSFORM,
          ObjectKind.CONVERSION,
          ObjectKind.TEXT_SEARCH_PARSER,
          ObjectKind.TEXT_SEARCH_TEMPLATE,
          ObjectKind.TEXT_SEARCH_DICTIONARY,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.USER_MAPPING,
          ObjectKind.ACCESS_METHOD,
          ObjectKind.COLLATION);

  /** {@code ALTER TYPE … ADD VALUE} may stand in a transaction (release notes 12). */
  private static final ServerVersion ADDS_LABELS_IN_TRANSACTIONS = ServerVersion.of(12, 0, 0);

  private final Dialect dialect;
  private final RowRules rows;

  /**
   * The rules of one server.
   *
   * @param rows what it looks at in the rows
   */
  public PostgresHazards(Dialect dialect, RowRules rows) {
    this.dialect = dialect;
    this.rows = rows;
  }

  @Override
  public boolean grantsGoWith(ObjectKind kind) {
    return !WITHOUT_GRANTS.contains(kind);
  }

  @Override
  public Assessment assess(Deed deed) {
    List<TableLock> locks = StatementLocks.of(dialect, deed);
    List<Hazard> hazards = new ArrayList<>(RowRisks.of(rows, deed));
    hazards.addAll(LongLocks.hazards(locks));
    hazards.addAll(ofTypes(deed));
    hazards.addAll(SubscriptionDeeds.losses(deed));
    TransactionMode mode = mode(deed.statement());
    if (mode == TransactionMode.FORBIDDEN) {
      hazards.add(alone(deed));
    }
    return new Assessment(hazards, locks, mode);
  }

  private TransactionMode mode(DdlStatement statement) {
    boolean alone =
        switch (statement) {
          case DdlStatement.CreateIndex create -> create.concurrently();
          case DdlStatement.DropIndexes drop -> drop.concurrently();
          case DdlStatement.AddEnumValue add ->
              !dialect.profile().version().since(ADDS_LABELS_IN_TRANSACTIONS);
          case DdlStatement.AlterTable alter ->
              alter.actions().stream().anyMatch(PostgresHazards::detachesConcurrently);
          case DdlStatement other -> SubscriptionDeeds.isAlone(other);
        };
    return alone ? TransactionMode.FORBIDDEN : TransactionMode.TRANSACTIONAL;
  }

  private static boolean detachesConcurrently(TableAction action) {
    return action instanceof OfPostgres.DetachPartition detach
        && detach.mode() == OfPostgres.DetachPartition.Mode.CONCURRENTLY;
  }

  private static Hazard alone(Deed deed) {
    return switch (deed.statement()) {
      case DdlStatement.CreateIndex create ->
          new Hazard(
              Hazard.Kind.NON_TRANSACTIONAL,
              ObjectRef.index(
                  deed.resolved(ObjectKind.TABLE, create.table()), create.index().name()),
              "where it fails, an invalid index is left behind, which must be dropped");
      case DdlStatement.DropIndexes drop ->
          new Hazard(
              Hazard.Kind.NON_TRANSACTIONAL,
              ObjectRef.to(ObjectKind.INDEX, drop.names().getFirst()),
              "the server refuses it inside a transaction");
      case DdlStatement.AlterTable alter ->
          new Hazard(
              Hazard.Kind.NON_TRANSACTIONAL,
              ObjectRef.table(deed.resolved(ObjectKind.TABLE, alter.name())),
              "where it fails, the partition is left half detached, and FINALIZE must follow");
      case DdlStatement.AddEnumValue add ->
          new Hazard(
              Hazard.Kind.NON_TRANSACTIONAL,
              ObjectRef.to(ObjectKind.ENUM_TYPE, deed.resolved(ObjectKind.ENUM_TYPE, add.type())),
              "the server refuses it inside a transaction");
      case DdlStatement other -> SubscriptionDeeds.alone(deed, other);
    };
  }

  private List<Hazard> ofCopies(Deed deed, DdlStatement.CopyRows copy) {
    ObjectRef table = ObjectRef.table(deed.resolved(ObjectKind.TABLE, copy.to()));
    List<Hazard> hazards = new ArrayList<>(CopyRisks.of(rows, deed, copy));
    deed.table(copy.to())
        .filter(target -> target.options().postgres().lineage().isPartitioned())
        .map(
            target ->
                new Hazard(
                    Hazard.Kind.FAILS_ON_EXISTING_ROWS,
                    table,
                    "it fails where no partition takes a row"))
        .ifPresent(hazards::add);
    COPIES.forEach((kind, reason) -> hazards.add(new Hazard(kind, table, reason)));
    return hazards;
  }

  private List<Hazard> ofTypes(Deed deed) {
    if (deed.statement() instanceof DdlStatement.CopyRows copy) {
      return ofCopies(deed, copy);
    }
    if (deed.statement() instanceof DdlStatement.RenameEnumValue rename) {
      return List.of(
          new Hazard(
              Hazard.Kind.BREAKS_CLIENTS,
              ObjectRef.to(
                  ObjectKind.ENUM_TYPE, deed.resolved(ObjectKind.ENUM_TYPE, rename.type())),
              "programs that write '" + rename.from() + "' are refused"));
    }
    if (deed.statement() instanceof DdlStatement.AlterObject alter
        && alter.object().kind() == ObjectKind.DOMAIN
        && StatementLocks.looksAtRows(alter.action())) {
      return List.of(
          new Hazard(
              Hazard.Kind.FAILS_ON_EXISTING_ROWS,
              ObjectRef.to(
                  ObjectKind.DOMAIN, deed.resolved(ObjectKind.DOMAIN, alter.object().name())),
              "it fails if a column of the domain holds a value that it forbids"));
    }
    return List.of();
  }
}
