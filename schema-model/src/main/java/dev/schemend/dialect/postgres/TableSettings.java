package dev.schemend.dialect.postgres;

import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.PostgresColumnOptions.Storage;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.ReplicaIdentity;
import dev.schemend.model.RowSecurity;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The actions of {@code ALTER TABLE} that only PostgreSQL has. */
final class TableSettings {

  private final Dialect dialect;
  private final Scope scope;

  TableSettings(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  Schema run(ObjectName table, OfPostgres action, boolean only) {
    return switch (action) {
      case OfPostgres.AttachPartition attach ->
          new PartitionActions(dialect, scope).attach(table, attach);
      case OfPostgres.DetachPartition detach ->
          new PartitionActions(dialect, scope).detach(table, detach);
      case OfPostgres.Inherit inherit ->
          new PartitionActions(dialect, scope).inherit(table, inherit.parent());
      case OfPostgres.NoInherit no ->
          new PartitionActions(dialect, scope).noInherit(table, no.parent());
      case OfPostgres.SetOfType set -> ofType(table, set.type());
      case OfPostgres.SetTriggerEnabled set -> TriggerSettings.set(scope, table, set);
      case OfPostgres.SetRuleEnabled set -> TriggerSettings.set(scope, table, set);
      case OfPostgres.SetLogged set -> {
        Table changed = table(table);
        if (changed.options().postgres().unlogged() == set.logged()
            || Heirs.lineage(changed).isPartitioned()) {
          Persistence.requireChangeable(dialect, scope.schema(), changed, set.logged());
        }
        // Of a partitioned table, which has no rows of its own, nothing is noted before 18.
        yield Heirs.lineage(changed).isPartitioned()
            ? scope.schema()
            : options(table, options -> options.withUnlogged(!set.logged()));
      }
      case OfPostgres.EnableRowSecurity enable ->
          options(
              table,
              options ->
                  options.withRowSecurity(
                      new RowSecurity(enable.enabled(), options.rowSecurity().forced())));
      case OfPostgres.ForceRowSecurity force ->
          options(
              table,
              options ->
                  options.withRowSecurity(
                      new RowSecurity(options.rowSecurity().enabled(), force.forced())));
      case OfPostgres.SetReplicaIdentity set -> replicaIdentity(table, set.identity());
      case OfPostgres.ClusterOn cluster -> {
        cluster.index().ifPresent(index -> requireIndex(table, index));
        yield options(table, options -> options.withClusteredOn(cluster.index()));
      }
      case OfPostgres.SetTablespace set ->
          options(table, options -> options.withTablespace(set.tablespace()));
      case OfPostgres.SetAccessMethod set ->
          options(
              table,
              options ->
                  options.withAccessMethod(
                      set.method().filter(method -> !method.key().equals("heap"))));
      case OfPostgres.ResetOptions reset ->
          options(
              table,
              options -> {
                var kept = new TreeMap<>(options.storageParameters());
                kept.keySet().removeAll(reset.parameters());
                return options.withStorageParameters(kept);
              });
      case OfPostgres.SetStorage set -> storage(table, set, only);
      case OfPostgres.SetCompression set ->
          column(
              table,
              set.column(),
              true,
              column ->
                  column.withPostgres(
                      column
                          .postgres()
                          .withCompression(
                              set.compression().filter(one -> !one.equals("default")))));
      case OfPostgres.SetStatistics set ->
          column(
              table,
              set.column(),
              only,
              column ->
                  column.withPostgres(
                      column
                          .postgres()
                          .withStatistics(set.target().filter(target -> target >= 0))));
      case OfPostgres.SetColumnParameters set ->
          parameters(table, set.column(), parameters -> parameters.putAll(set.parameters()));
      case OfPostgres.ResetColumnParameters reset ->
          parameters(
              table,
              reset.column(),
              parameters -> parameters.keySet().removeAll(reset.parameters()));
      case OfPostgres.SetExpression set -> expression(table, set, only);
      case OfPostgres.AddNotNull add -> {
        if (!NotNulls.kept(dialect)) {
          throw PostgresErrors.invalid(
              ObjectRef.column(table, add.column()),
              "NOT NULL is no constraint of a table before PostgreSQL 18",
              PostgresErrors.SYNTAX);
        }
        yield new NotNullActions(dialect, scope).add(table, add, only);
      }
      case OfPostgres.SetConstraintInherit set ->
          new NotNullActions(dialect, scope).inherit(table, set);
      case OfPostgres.EnforceConstraint enforce ->
          TableActions.changeConstraint(
              scope, table, enforce.constraint(), one -> enforced(table, one, enforce.enforced()));
    };
  }

  private Table table(ObjectName name) {
    return scope.schema().table(name).orElseThrow();
  }

  private Schema options(ObjectName name, UnaryOperator<PostgresTableOptions> change) {
    Table table = table(name);
    return scope
        .schema()
        .with(
            table.withOptions(
                table.options().withPostgres(change.apply(table.options().postgres()))));
  }

  private Schema column(
      ObjectName name, Identifier column, boolean only, UnaryOperator<Column> change) {
    Table table = table(name);
    if (table.column(column).isEmpty()) {
      throw PostgresErrors.undefined(ObjectRef.column(name, column));
    }
    Schema schema = scope.schema().with(table.changing(column, change));
    if (!only) {
      for (Table child : Heirs.of(schema, table)) {
        schema =
            new TableSettings(dialect, new Scope(schema, scope.session()))
                .column(child.name(), column, false, change);
      }
    }
    return schema;
  }

  private Schema storage(ObjectName table, OfPostgres.SetStorage set, boolean only) {
    return column(
        table,
        set.column(),
        only,
        column -> {
          Optional<Storage> own = StorageFacts.own(column.type(), scope.schema());
          // GetAttributeStorage, TypeIsToastable.
          if (own.equals(Optional.of(Storage.PLAIN))
              && set.storage().filter(one -> one != Storage.PLAIN).isPresent()) {
            throw PostgresErrors.invalid(
                ObjectRef.column(table, column.name()),
                "its type can only have storage PLAIN",
                PostgresErrors.NOT_SUPPORTED);
          }
          return column.withPostgres(
              column
                  .postgres()
                  .withStorage(set.storage().filter(one -> !own.equals(Optional.of(one)))));
        });
  }

  private Schema parameters(
      ObjectName table, Identifier column, Consumer<Map<String, String>> change) {
    return column(
        table,
        column,
        true,
        one -> {
          TreeMap<String, String> parameters = new TreeMap<>(one.postgres().parameters());
          change.accept(parameters);
          PostgresColumnOptions options = one.postgres().withParameters(parameters);
          return one.withPostgres(options);
        });
  }

  private Schema expression(ObjectName name, OfPostgres.SetExpression set, boolean only) {
    Heirs.requireReach(
        scope.schema(), table(name), only, "SET EXPRESSION must be applied to child tables too");
    Schema changed =
        column(
            name,
            set.column(),
            false,
            column -> {
              if (!(column.generation().orElse(null) instanceof Generation.Computed computed)) {
                throw PostgresErrors.invalid(
                    ObjectRef.column(name, column.name()),
                    "is not a generated column",
                    PostgresErrors.PREREQUISITE);
              }
              Column written =
                  column.withGeneration(
                      Optional.of(new Generation.Computed(set.expression(), computed.stored())));
              return new Canonical(dialect, scope).column(name, written, table(name).columns());
            });
    return KeyNames.anew(changed, name, set.column());
  }

  private static Constraint enforced(ObjectName table, Constraint constraint, boolean enforced) {
    if (constraint instanceof Constraint.ForeignKey key) {
      // A key that was not enforced has not been checked either (ATExecAlterConstrEnforceability).
      return key.withPostgres(key.postgres().withEnforced(enforced)).withValidated(enforced);
    }
    throw PostgresErrors.invalid(
        ObjectRef.constraint(table, constraint.name()),
        "cannot alter enforceability of constraint",
        PostgresErrors.WRONG_OBJECT_TYPE);
  }

  private Schema replicaIdentity(ObjectName name, ReplicaIdentity identity) {
    if (identity instanceof ReplicaIdentity.ByIndex by) {
      requireIndex(name, by.index());
      IndexMentions.requireIdentifying(table(name), by.index());
    }
    return options(name, options -> options.withReplicaIdentity(identity));
  }

  private void requireIndex(ObjectName name, Identifier index) {
    if (!IndexMentions.has(table(name), index)) {
      throw PostgresErrors.undefined(ObjectRef.to(ObjectKind.INDEX, name.sibling(index)));
    }
  }

  private Schema ofType(ObjectName name, Optional<ObjectName> written) {
    Optional<CompositeType> found = written.map(one -> TypedTables.type(scope, one));
    found.ifPresent(one -> TypedTables.requireFits(table(name), one));
    if (found.isEmpty() && Heirs.lineage(table(name)).ofType().isEmpty()) {
      throw PostgresErrors.invalid(
          ObjectRef.table(name), "is not a typed table", PostgresErrors.WRONG_OBJECT_TYPE);
    }
    Optional<ObjectName> type = found.map(CompositeType::name);
    return options(name, options -> options.withLineage(options.lineage().withOfType(type)));
  }
}
