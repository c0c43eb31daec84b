package dev.schemend.hazard.postgres;

import dev.schemend.collect.PersistentSortedMap.Edit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.IndexAction;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.RightsAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.hazard.Deed;
import dev.schemend.model.Constraint;
import dev.schemend.model.Declaration;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.Lineage;
import dev.schemend.model.Policy;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TableLock.Work;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The locks that statements take on what is there (manual, 13.3.1 and the statements' pages). */
final class StatementLocks {

  /** A rename of an index lets its table be used (release notes 12). */
  private static final ServerVersion RENAMES_INDEXES_QUIETLY = ServerVersion.of(12, 0, 0);

  private static final Set<ObjectKind> LOCKED =
      EnumSet.of(
          ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.SEQUENCE);

  private final Dialect dialect;
  private final ActionWork work;
  private final Deed deed;
  private final LockSet locks = new LockSet();

  private StatementLocks(Dialect dialect, Deed deed) {
    this.dialect = dialect;
    this.work = new ActionWork(dialect);
    this.deed = deed;
  }

  /** The locks on what the script did not make itself. */
  static List<TableLock> of(Dialect dialect, Deed deed) {
    StatementLocks statement = new StatementLocks(dialect, deed);
    statement.collect();
    return statement.locks.locks().stream()
        .filter(lock -> !deed.isFresh(lock.object().name()))
        .toList();
  }

  private void collect() {
    switch (deed.statement()) {
      case DdlStatement.AlterTable alter -> alter(alter);
      case DdlStatement.CreateTable create -> {
        // The new table has no rows to look up.
        create.constraints().forEach(one -> referenced(one, true));
        create
            .columns()
            .forEach(column -> column.constraints().forEach(one -> referenced(one, true)));
        Lineage lineage = create.options().postgres().lineage();
        lineage
            .parents()
            .forEach(
                parent ->
                    table(
                        parent,
                        lineage.isPartition()
                            ? LockMode.ACCESS_EXCLUSIVE
                            : LockMode.SHARE_UPDATE_EXCLUSIVE,
                        Work.INSTANT));
      }
      case DdlStatement.CreateIndex create -> index(create);
      case DdlStatement.DropIndexes drop -> drop.names().forEach(name -> indexGone(drop, name));
      case DdlStatement.RenameIndex rename -> index(rename.from(), renameMode(), Work.INSTANT);
      case DdlStatement.AlterIndex alter -> alterIndex(alter);
      case DdlStatement.AlterSequence alter ->
          relation(ObjectKind.SEQUENCE, alter.name(), LockMode.SHARE_ROW_EXCLUSIVE);
      case DdlStatement.CommentOn comment -> {
        if (comment.target().kind() != ObjectKind.SCHEMA) {
          relation(ObjectKind.TABLE, comment.target().name(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        }
      }
      // A query (manual, 13.3.1).
      case DdlStatement.ContinueCount other -> {}
      case DdlStatement.CheckBodies other -> {}
      case DdlStatement.CopyRows copy -> table(copy.to(), LockMode.ROW_EXCLUSIVE, Work.INSTANT);
      case DdlStatement.CreateObject create -> made(create.object());
      case DdlStatement.AlterObject alter -> altered(alter);
      // ATExecChangeOwner; what is granted is read anew by everybody, and locks nothing.
      case DdlStatement.ChangeRights change -> {
        if (change.action() instanceof RightsAction.OwnerTo owner) {
          relation(owner.object().kind(), owner.object().name(), LockMode.ACCESS_EXCLUSIVE);
        }
      }
      case DdlStatement.CreateTableAs other -> {}
      case DdlStatement.CreateSchema other -> {}
      case DdlStatement.CreateEnum other -> {}
      case DdlStatement.AddEnumValue other -> {}
      case DdlStatement.RenameEnumValue other -> {}
      case DdlStatement.CreateSequence other -> {}
      case DdlStatement.CreateOpaque other -> {}
      case DdlStatement.RenameSchema other -> {}
      case DdlStatement.DropTable other -> gone();
      case DdlStatement.DropSchema other -> gone();
      case DdlStatement.DropTypes other -> gone();
      case DdlStatement.DropSequences other -> gone();
      case DdlStatement.DropObjects other -> gone();
      case DdlStatement.DropOpaque other -> gone();
      case DdlStatement.RenameObject other -> gone();
      case DdlStatement.SetObjectSchema other -> gone();
      // Not on this server.
      case DdlStatement.OfMySql other -> {}
      case DdlStatement.RenameTables other -> {}
      case DdlStatement.DropIndexOn other -> {}
    }
  }

  // ------------------------------------------------------------ tables

  private void table(ObjectName written, LockMode mode, Work how) {
    deed.table(written).ifPresent(table -> locks.table(table.name(), mode, how));
  }

  private void relation(ObjectKind kind, ObjectName written, LockMode mode) {
    ObjectRef ref = ObjectRef.to(kind, deed.resolved(kind, written));
    if (deed.before().has(ref)) {
      locks.add(ref, mode, Work.INSTANT);
    }
  }

  private void alter(DdlStatement.AlterTable alter) {
    Optional<Table> found = deed.table(alter.name());
    if (found.isEmpty()) {
      return;
    }
    Table table = found.get();
    Optional<Table> after = deed.tableAfter(alter.name());
    List<Table> family = new ArrayList<>(List.of(table));
    if (!alter.only()) {
      heirs(table, family);
    }
    boolean without = alter.only() && isPartitioned(table);
    for (TableAction action : alter.actions()) {
      LockMode mode = ActionLocks.of(action, dialect.profile().version());
      Work how = without ? Work.INSTANT : work.of(deed.before(), table, after, action);
      locks.table(table.name(), mode, how);
      if (reachesHeirs(action)) {
        family.forEach(member -> locks.table(member.name(), mode, how));
      }
      others(table, action);
    }
  }

  // It has no rows of its own.
  private static boolean isPartitioned(Table table) {
    return table.options().postgres().lineage().isPartitioned();
  }

  private void heirs(Table table, List<Table> found) {
    deed.before()
        .dependants(table.ref())
        .flatMap(ref -> deed.before().table(ref.name()).stream())
        .filter(heir -> heir.options().postgres().lineage().parents().contains(table.name()))
        .filter(heir -> !found.contains(heir))
        .forEach(
            heir -> {
              found.add(heir);
              heirs(heir, found);
            });
  }

  private static boolean reachesHeirs(TableAction action) {
    return switch (action) {
      case TableAction.OfPostgres.SetExpression set -> true;
      case TableAction.OfPostgres other -> false;
      case TableAction.RenameTo other -> false;
      case TableAction.SetSchema other -> false;
      case TableAction.SetOptions other -> false;
      case TableAction.AddColumn other -> true;
      case TableAction.DropColumn other -> true;
      case TableAction.RenameColumn other -> true;
      case TableAction.AlterColumnType other -> true;
      case TableAction.SetDefault other -> true;
      case TableAction.DropDefault other -> true;
      case TableAction.SetNotNull other -> true;
      case TableAction.DropNotNull other -> true;
      case TableAction.AddIdentity other -> true;
      case TableAction.SetIdentity other -> true;
      case TableAction.DropIdentity other -> true;
      case TableAction.DropExpression other -> true;
      case TableAction.AddConstraint other -> true;
      case TableAction.DropConstraint other -> true;
      case TableAction.RenameConstraint other -> true;
      case TableAction.ValidateConstraint other -> true;
      case TableAction.AlterDeferrability other -> true;
      case TableAction.AddConstraintUsingIndex other -> false;
      case TableAction.ChangeColumn other -> false;
      case TableAction.DropPrimaryKey other -> false;
      case TableAction.DropForeignKey other -> false;
      case TableAction.DropCheck other -> false;
      case TableAction.SetEnforced other -> false;
      case TableAction.AddIndex other -> false;
      case TableAction.DropIndex other -> false;
      case TableAction.RenameIndex other -> false;
      case TableAction.SetIndexVisible other -> false;
      case TableAction.ConvertCharacterSet other -> false;
      case TableAction.OfMySql other -> false;
    };
  }

  /** Tables at the other end of what an action changes. */
  private void others(Table table, TableAction action) {
    if (action instanceof TableAction.AddConstraint add) {
      referenced(add.constraint(), deed.isFresh(table.name()));
    } else if (action instanceof TableAction.AddColumn add) {
      boolean empty = deed.isFresh(table.name());
      add.definition().constraints().forEach(one -> referenced(one, empty));
    } else if (action instanceof TableAction.DropConstraint drop) {
      table.constraint(drop.constraint()).ifPresent(this::released);
    } else if (action instanceof TableAction.ValidateConstraint validate) {
      table
          .constraint(validate.constraint())
          .filter(Constraint.ForeignKey.class::isInstance)
          .map(Constraint.ForeignKey.class::cast)
          .ifPresent(key -> table(key.target(), LockMode.ROW_SHARE, Work.SCAN));
    } else if (action instanceof TableAction.OfPostgres.AttachPartition attach) {
      // The rows are looked at under this lock, unless a check of the partition proves them.
      table(attach.partition(), LockMode.ACCESS_EXCLUSIVE, Work.SCAN);
    } else if (action instanceof TableAction.OfPostgres.DetachPartition detach) {
      table(detach.partition(), LockMode.ACCESS_EXCLUSIVE, Work.INSTANT);
    } else if (action instanceof TableAction.OfPostgres.Inherit inherit) {
      table(inherit.parent(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.INSTANT);
    }
  }

  private void referenced(Constraint constraint, boolean withoutRows) {
    if (constraint instanceof Constraint.ForeignKey key) {
      table(
          key.target(),
          LockMode.SHARE_ROW_EXCLUSIVE,
          withoutRows ? Work.INSTANT : ActionWork.constraint(key));
    }
  }

  private void released(Constraint constraint) {
    if (constraint instanceof Constraint.ForeignKey key) {
      table(key.target(), LockMode.ACCESS_EXCLUSIVE, Work.INSTANT);
    }
  }

  /** What is gone or changed behind a statement was locked against everybody. */
  private void gone() {
    for (Edit<ObjectRef, SchemaObject> edit :
        deed.after().objects().editsSince(deed.before().objects())) {
      edit.before().ifPresent(this::gone);
    }
  }

  private void gone(SchemaObject old) {
    if (old instanceof Table table && deed.after().table(table.name()).isEmpty()) {
      table.foreignKeys().forEach(this::released);
    }
    if (LOCKED.contains(old.ref().kind())) {
      locks.add(old.ref(), LockMode.ACCESS_EXCLUSIVE, Work.INSTANT);
    }
    if (old instanceof Declaration declaration) {
      declaration
          .table()
          .filter(table -> deed.after().table(table).isPresent())
          .ifPresent(table -> table(table, LockMode.SHARE_UPDATE_EXCLUSIVE, Work.INSTANT));
    }
    owner(old).ifPresent(table -> table(table, LockMode.ACCESS_EXCLUSIVE, Work.INSTANT));
  }

  private static Optional<ObjectName> owner(SchemaObject part) {
    if (part instanceof Trigger trigger) {
      return Optional.of(trigger.table());
    }
    if (part instanceof Policy policy) {
      return Optional.of(policy.table());
    }
    return part instanceof RewriteRule rule ? Optional.of(rule.table()) : Optional.empty();
  }

  // ------------------------------------------------------------ indexes

  private void index(DdlStatement.CreateIndex create) {
    LockMode mode = create.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
    Optional<Table> found = deed.table(create.table());
    if (found.isEmpty()) {
      return;
    }
    boolean partitioned = isPartitioned(found.get());
    locks.table(found.get().name(), mode, create.only() && partitioned ? Work.INSTANT : Work.SCAN);
    if (partitioned && !create.only()) {
      List<Table> family = new ArrayList<>(List.of(found.get()));
      heirs(found.get(), family);
      family.stream().skip(1).forEach(partition -> locks.table(partition.name(), mode, Work.SCAN));
    }
  }

  private void indexGone(DdlStatement.DropIndexes drop, ObjectName name) {
    index(
        name,
        drop.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE,
        Work.INSTANT);
  }

  private LockMode renameMode() {
    return dialect.profile().version().since(RENAMES_INDEXES_QUIETLY)
        ? LockMode.SHARE_UPDATE_EXCLUSIVE
        : LockMode.ACCESS_EXCLUSIVE;
  }

  private void alterIndex(DdlStatement.AlterIndex alter) {
    switch (alter.action()) {
      case IndexAction.SetTablespace set ->
          index(alter.name(), LockMode.ACCESS_EXCLUSIVE, Work.REWRITE);
      case IndexAction.AttachPartition attach ->
          index(attach.index(), LockMode.ACCESS_SHARE, Work.INSTANT);
      case IndexAction.SetParameters set ->
          index(alter.name(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.INSTANT);
      case IndexAction.ResetParameters reset ->
          index(alter.name(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.INSTANT);
      case IndexAction.SetStatistics set ->
          index(alter.name(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.INSTANT);
      case IndexAction.ChangeColumnParameters change -> {}
    }
  }

  /** A lock on an index alone keeps queries from planning, so it is told of its table. */
  private void index(ObjectName written, LockMode mode, Work how) {
    List<ObjectName> candidates = new ArrayList<>(List.of(written));
    if (!written.isQualified()) {
      deed.session()
          .searchPath()
          .forEach(path -> candidates.add(new ObjectName(path, written.name())));
    }
    candidates.stream()
        .flatMap(name -> deed.before().index(name).stream())
        .findFirst()
        .ifPresent(index -> locks.table(index.name(), mode, how));
  }

  // ------------------------------------------------------------ other objects

  private void made(DefinedObject object) {
    if (object instanceof Trigger trigger) {
      table(trigger.table(), LockMode.SHARE_ROW_EXCLUSIVE, Work.INSTANT);
    } else if (object instanceof Policy policy) {
      table(policy.table(), LockMode.ACCESS_EXCLUSIVE, Work.INSTANT);
    } else if (object instanceof RewriteRule rule) {
      table(rule.table(), LockMode.ACCESS_EXCLUSIVE, Work.INSTANT);
    } else if (object instanceof Declaration declaration) {
      Stream.concat(
              declaration.table().stream(),
              declaration.published().map(Declaration.Fact.Published::table))
          .forEach(table -> table(table, LockMode.SHARE_UPDATE_EXCLUSIVE, Work.INSTANT));
    } else if (object.ref().kind() == ObjectKind.VIEW) {
      relation(ObjectKind.VIEW, object.ref().name(), LockMode.ACCESS_EXCLUSIVE);
    }
  }

  private void altered(DdlStatement.AlterObject alter) {
    switch (alter.object().kind()) {
      case VIEW, MATERIALIZED_VIEW ->
          relation(alter.object().kind(), alter.object().name(), LockMode.ACCESS_EXCLUSIVE);
      case POLICY, TRIGGER, RULE ->
          table(alter.object().name(), LockMode.ACCESS_EXCLUSIVE, Work.INSTANT);
      case DOMAIN -> {
        if (looksAtRows(alter.action())) {
          ObjectRef domain =
              ObjectRef.to(
                  ObjectKind.DOMAIN, deed.resolved(ObjectKind.DOMAIN, alter.object().name()));
          deed.before()
              .dependants(domain)
              .filter(ref -> ref.kind() == ObjectKind.TABLE)
              .forEach(ref -> locks.add(ref, LockMode.SHARE, Work.SCAN));
        }
      }
      case PUBLICATION -> {
        if (alter.action() instanceof ObjectAction.Publish publish) {
          publish.objects().stream()
              .filter(Declaration.Fact.Published.class::isInstance)
              .map(one -> ((Declaration.Fact.Published) one).table())
              .forEach(table -> table(table, LockMode.SHARE_UPDATE_EXCLUSIVE, Work.INSTANT));
        }
      }
      case SCHEMA,
          EXTENSION,
          ENUM_TYPE,
          ENUM_VALUE,
          COMPOSITE_TYPE,
          RANGE_TYPE,
          SEQUENCE,
          TABLE,
          FOREIGN_TABLE,
          ROUTINE,
          AGGREGATE,
          OPERATOR,
          OPERATOR_CLASS,
          OPERATOR_FAMILY,
          CAST,
          TRANSFORM,
          EVENT_TRIGGER,
          EVENT,
          SUBSCRIPTION,
          STATISTICS,
          COLLATION,
          CONVERSION,
          TEXT_SEARCH_CONFIGURATION,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          FOREIGN_DATA_WRAPPER,
          FOREIGN_SERVER,
          USER_MAPPING,
          LANGUAGE,
          ACCESS_METHOD,
          COMMENT,
          RIGHTS,
          DEFAULT_RIGHTS,
          COLUMN,
          INDEX,
          CONSTRAINT -> {}
    }
  }

  /** Whether every value of a domain is looked at (manual, ALTER DOMAIN). */
  static boolean looksAtRows(ObjectAction action) {
    return switch (action) {
      case ObjectAction.DomainNullable nullable -> !nullable.nullable();
      case ObjectAction.AddCheck add -> add.check().validated();
      case ObjectAction.ValidateCheck validate -> true;
      case ObjectAction other -> false;
    };
  }
}
