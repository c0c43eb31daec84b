package dev.schemend.hazard;

import dev.schemend.check.Concern;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import dev.schemend.preflight.RowRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rows that are there decide about a statement: that it fails, or what it takes. */
public final class RowRisks {

  private static final String VIOLATED = "it fails if a row violates the condition";
  private static final String STARTS_ANEW =
      "the sequence starts anew: a row may have the number that it gives";

  private final RowRules rules;
  private final Deed deed;
  private final List<Hazard> hazards = new ArrayList<>();

  private RowRisks(RowRules rules, Deed deed) {
    this.rules = rules;
    this.deed = deed;
  }

  /** The dangers of a statement on a table that the script did not make itself. */
  public static List<Hazard> of(RowRules rules, Deed deed) {
    RowRisks risks = new RowRisks(rules, deed);
    if (deed.statement() instanceof DdlStatement.AlterTable alter) {
      risks
          .table(alter.name())
          .filter(table -> !alter.only() || hasRows(table))
          .ifPresent(table -> risks.actions(table, alter));
    } else if (deed.statement() instanceof DdlStatement.CreateIndex create
        && create.index().unique()) {
      risks
          .table(create.table())
          .filter(table -> !create.only() || hasRows(table))
          .ifPresent(table -> risks.unique(table, create.index()));
    } else if (deed.statement() instanceof DdlStatement.AlterSequence alter && alter.restart()) {
      risks.fails(ObjectRef.to(ObjectKind.SEQUENCE, alter.name()), STARTS_ANEW);
    }
    return List.copyOf(risks.hazards);
  }

  /** Whether a table has rows of its own: those of a partitioned one are its partitions'. */
  private static boolean hasRows(Table table) {
    return !table.options().postgres().lineage().isPartitioned();
  }

  private Optional<Table> table(ObjectName written) {
    return deed.table(written)
        .filter(table -> !deed.isFresh(table.name()) || deed.isFilled(table.name()));
  }

  private void actions(Table table, DdlStatement.AlterTable alter) {
    Optional<Table> after = deed.tableAfter(alter.name());
    for (TableAction action : alter.actions()) {
      act(table, after, action);
    }
  }

  private void act(Table from, Optional<Table> after, TableAction action) {
    switch (action) {
      case TableAction.AddColumn add -> added(from, after, add.definition());
      case TableAction.ChangeColumn change ->
          changed(
              from, after, change.column(), change.definition().column().name(), Optional.empty());
      case TableAction.AlterColumnType alter ->
          changed(from, after, alter.column(), alter.column(), alter.using());
      case TableAction.SetNotNull set -> required(from, set.column());
      case TableAction.OfPostgres.AddNotNull add -> {
        if (add.constraint().validated()) {
          required(from, add.column());
        }
      }
      case TableAction.AddConstraint add -> constraint(from, add.constraint(), named(from, after));
      case TableAction.AddConstraintUsingIndex add -> {
        if (add.primaryKey()) {
          from.index(add.index()).stream()
              .flatMap(Index::columns)
              .forEach(column -> required(from, column));
        }
      }
      case TableAction.ValidateConstraint validate -> {
        from.constraint(validate.constraint())
            .ifPresent(one -> fails(ObjectRef.constraint(from.name(), one.name()), violated(one)));
        from.requiredBy(validate.constraint()).ifPresent(column -> holdsNull(from, column.name()));
      }
      case TableAction.SetEnforced set -> {
        if (set.enforced()) {
          from.constraint(set.constraint())
              .ifPresent(
                  one -> fails(ObjectRef.constraint(from.name(), one.name()), violated(one)));
        }
      }
      case TableAction.OfPostgres.EnforceConstraint set -> {
        if (set.enforced()) {
          from.constraint(set.constraint())
              .ifPresent(
                  one -> fails(ObjectRef.constraint(from.name(), one.name()), violated(one)));
        }
      }
      case TableAction.AddIndex add -> {
        if (add.index().unique()) {
          unique(from, add.index());
        }
      }
      case TableAction.ConvertCharacterSet convert ->
          from.columns()
              .forEach(
                  column -> changed(from, after, column.name(), column.name(), Optional.empty()));
      case TableAction.OfPostgres.AttachPartition attach ->
          fails(
              ObjectRef.table(deed.resolved(ObjectKind.TABLE, attach.partition())),
              "it fails if a row is not within the partition's bounds");
      case TableAction.OfMySql.AlterPartitions partitions ->
          PartitionRisks.of(from.name(), partitions.action()).ifPresent(hazards::add);
      case TableAction.OfMySql.IfPresent present -> act(from, after, present.action());
      case TableAction.OfMySql.SetSystemVersioning set -> {
        if (!set.on()) {
          hazards.add(
              new Hazard(
                  Hazard.Kind.DATA_LOSS, from.ref(), "every old version of its rows is lost"));
        }
      }
      case TableAction.OfMySql other -> {}
      case TableAction.OfPostgres other -> {}
      case TableAction.DropColumn other -> {}
      case TableAction.RenameColumn other -> {}
      case TableAction.SetDefault other -> {}
      case TableAction.DropDefault other -> {}
      case TableAction.DropNotNull other -> {}
      case TableAction.AddIdentity other -> {}
      case TableAction.SetIdentity set -> {
        if (set.restart()) {
          fails(ObjectRef.column(from.name(), set.column()), STARTS_ANEW);
        }
      }
      case TableAction.DropIdentity other -> {}
      case TableAction.DropExpression other -> {}
      case TableAction.DropConstraint other -> {}
      case TableAction.DropPrimaryKey other -> {}
      case TableAction.DropForeignKey other -> {}
      case TableAction.DropCheck other -> {}
      case TableAction.RenameConstraint other -> {}
      case TableAction.AlterDeferrability other -> {}
      case TableAction.DropIndex other -> {}
      case TableAction.RenameIndex other -> {}
      case TableAction.SetIndexVisible other -> {}
      case TableAction.RenameTo other -> {}
      case TableAction.SetSchema other -> {}
      case TableAction.SetOptions other -> {}
    }
  }

  // ------------------------------------------------------------ columns

  private void added(Table from, Optional<Table> after, ColumnDefinition definition) {
    Identifier name = definition.column().name();
    if (from.column(name).isPresent()) {
      return;
    }
    Column column = after.flatMap(table -> table.column(name)).orElse(definition.column());
    boolean filled =
        column.nullable()
            || column.defaultValue().isPresent()
            || column.generation().isPresent()
            || rules.implicitValue(column).isPresent();
    if (!filled) {
      fails(
          ObjectRef.column(from.name(), name),
          "it is NOT NULL and has no default, so it cannot be added to a table with rows");
    }
    if (column.mysql().check().isPresent()) {
      fails(ObjectRef.column(from.name(), name), VIOLATED);
    }
    definition.constraints().forEach(one -> constraint(from, one, named(from, after)));
    definition.indexes().stream().filter(Index::unique).forEach(index -> unique(from, index));
  }

  private void required(Table table, Identifier name) {
    table
        .column(name)
        .filter(Column::nullable)
        .filter(column -> !NullChecks.forbidNull(table, name))
        .ifPresent(column -> holdsNull(table, name));
  }

  private void holdsNull(Table table, Identifier name) {
    fails(ObjectRef.column(table.name(), name), "it fails if the column holds a NULL");
  }

  private void changed(
      Table table,
      Optional<Table> after,
      Identifier older,
      Identifier newer,
      Optional<SqlExpr> using) {
    Optional<Column> from = table.column(older);
    Optional<Column> to = after.flatMap(holder -> holder.column(newer));
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    if (from.get().nullable() && !to.get().nullable() && to.get().generation().isEmpty()) {
      required(table, older);
    }
    ObjectRef ref = ObjectRef.column(table.name(), older);
    if (to.get().mysql().check().isPresent()
        && !to.get().mysql().check().equals(from.get().mysql().check())) {
      fails(ref, VIOLATED);
    }
    if (to.get().mysql().spatialReference().isPresent()
        && !to.get().mysql().spatialReference().equals(from.get().mysql().spatialReference())) {
      fails(ref, "it fails if a value has another spatial reference system");
    }
    hazards.addAll(ofValues(rules, ref, from.get(), to.get(), using, deed.after()));
  }

  /**
   * What becomes of the values of a column that takes another type.
   *
   * @param ref the column
   * @param using how they are converted; empty where the server decides
   * @param after the schema with the new column in it
   */
  public static List<Hazard> ofValues(
      RowRules rules,
      ObjectRef ref,
      Column from,
      Column to,
      Optional<SqlExpr> using,
      Schema after) {
    SqlExpr value = new SqlExpr.ColumnRef(List.of(), from.name());
    return rules.misfits(from, to, value, using, after).stream()
        .map(
            misfit ->
                misfit.weight() == Concern.Weight.LOSES
                    ? new Hazard(Hazard.Kind.DATA_LOSS, ref, "where " + misfit.reason())
                    : new Hazard(
                        Hazard.Kind.FAILS_ON_EXISTING_ROWS,
                        ref,
                        misfit.condition().isPresent()
                            ? "it fails where " + misfit.reason()
                            : "it may fail: " + misfit.reason()))
        .toList();
  }

  // ------------------------------------------------------------ keys and constraints

  /** The server's name of the one constraint that the statement adds. */
  private static Optional<Identifier> named(Table from, Optional<Table> after) {
    List<Identifier> added =
        after.stream()
            .flatMap(table -> table.constraints().stream())
            .map(Constraint::name)
            .filter(name -> from.constraint(name).isEmpty())
            .toList();
    return added.size() == 1 ? Optional.of(added.getFirst()) : Optional.empty();
  }

  private void constraint(Table table, Constraint constraint, Optional<Identifier> server) {
    boolean looks =
        switch (constraint) {
          case Constraint.Check check -> check.validated() && check.enforced();
          case Constraint.ForeignKey key -> key.validated() && deed.session().foreignKeyChecks();
          case Constraint.PrimaryKey key -> true;
          case Constraint.Unique key -> true;
          case Constraint.Exclusion exclusion -> true;
        };
    if (looks) {
      Identifier name =
          constraint.name().isNone() ? server.orElse(Identifier.NONE) : constraint.name();
      fails(
          name.isNone() ? table.ref() : ObjectRef.constraint(table.name(), name),
          violated(constraint));
    }
  }

  /** How a constraint fails. */
  static String violated(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          "it fails if (" + names(key.columns().toList()) + ") holds duplicates or NULLs";
      case Constraint.Unique key ->
          "it fails if (" + names(key.columns().toList()) + ") holds duplicates";
      case Constraint.ForeignKey key ->
          "it fails if ("
              + names(key.sourceColumns())
              + ") holds values that "
              + key.target()
              + " lacks";
      case Constraint.Check check -> VIOLATED;
      case Constraint.Exclusion exclusion -> "it fails if two rows exclude each other";
    };
  }

  private void unique(Table table, Index index) {
    fails(
        index.name().isNone() ? table.ref() : ObjectRef.index(table.name(), index.name()),
        "it fails if (" + names(index.columns().toList()) + ") holds duplicates");
  }

  private void fails(ObjectRef object, String reason) {
    hazards.add(new Hazard(Hazard.Kind.FAILS_ON_EXISTING_ROWS, object, reason));
  }

  private static String names(List<Identifier> columns) {
    return columns.stream().map(Identifier::text).collect(Collectors.joining(", "));
  }
}
