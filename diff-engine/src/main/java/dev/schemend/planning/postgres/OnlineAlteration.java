package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.expr.SqlExpr;
import dev.schemend.hazard.NullChecks;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.MySqlIndexOptions;
import dev.schemend.model.PostgresIndexOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Step;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TransactionMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One {@code ALTER TABLE} of a table in use, taken apart. */
final class OnlineAlteration {

  /** {@code SET NOT NULL} believes a check (release notes 12). */
  private static final ServerVersion BELIEVES_CHECKS = ServerVersion.of(12, 0, 0);

  /** Foreign keys of partitioned tables may be {@code NOT VALID} (release notes 18). */
  private static final ServerVersion PARTITIONS_WAIT = ServerVersion.of(18, 0, 0);

  private final Dialect dialect;
  private final Step step;
  private final DdlStatement.AlterTable alter;
  private final Table table;
  private final Schema before;
  private final List<Step> steps = new ArrayList<>();
  private final List<TableAction> plain = new ArrayList<>();
  private final List<Step> behind = new ArrayList<>();
  private final Set<Identifier> required = new HashSet<>();

  OnlineAlteration(
      Dialect dialect, Step step, DdlStatement.AlterTable alter, Table table, Schema before) {
    this.dialect = dialect;
    this.step = step;
    this.alter = alter;
    this.table = table;
    this.before = before;
  }

  List<Step> steps() {
    alter.actions().forEach(this::act);
    flush();
    steps.addAll(behind);
    return steps;
  }

  private void act(TableAction action) {
    if (action instanceof TableAction.SetNotNull set && required.contains(set.column())) {
      return;
    }
    if (action instanceof TableAction.SetNotNull set && mustScan(set.column())) {
      required(set.column());
    } else if (action instanceof TableAction.AddConstraint add) {
      constrain(add);
    } else {
      plain.add(action);
    }
  }

  // Validation reads all rows, and comes last: by then everything else is done.
  private void constrain(TableAction.AddConstraint add) {
    switch (add.constraint()) {
      case Constraint.Check check -> {
        boolean looks = check.validated() && check.enforced() && !check.name().isNone();
        plain.add(looks ? new TableAction.AddConstraint(check.withValidated(false), false) : add);
        if (looks) {
          validate(check.name());
        }
      }
      case Constraint.ForeignKey key -> {
        boolean looks =
            key.validated()
                && key.postgres().enforced()
                && !key.name().isNone()
                && (!isPartitioned() || dialect.profile().version().since(PARTITIONS_WAIT));
        plain.add(looks ? new TableAction.AddConstraint(key.withValidated(false), false) : add);
        if (looks) {
          validate(key.name());
        }
      }
      case Constraint.PrimaryKey key -> {
        if (keyFrom(
            key,
            key.parts(),
            new PostgresIndexOptions(key.include(), false, new TreeMap<>()),
            true,
            key.deferrability())) {
          return;
        }
        plain.add(add);
      }
      case Constraint.Unique key -> {
        if (keyFrom(
            key,
            key.parts(),
            new PostgresIndexOptions(key.include(), key.nullsNotDistinct(), new TreeMap<>()),
            false,
            key.deferrability())) {
          return;
        }
        plain.add(add);
      }
      case Constraint.Exclusion exclusion -> plain.add(add);
    }
  }

  /** Builds the index of a key first; false where its columns are not there yet. */
  private boolean keyFrom(
      Constraint key,
      List<IndexPart> parts,
      PostgresIndexOptions options,
      boolean primary,
      Deferrability deferrability) {
    Identifier name = key.name();
    List<Identifier> columns = parts.stream().flatMap(part -> part.columnName().stream()).toList();
    boolean there = columns.stream().allMatch(column -> table.column(column).isPresent());
    if (name.isNone() || !there || isPartitioned()) {
      return false;
    }
    ObjectName wanted = table.name().sibling(name);
    Identifier index =
        before.index(wanted).isPresent() ? Temporary.name(before, wanted, "_new") : name;
    if (primary) {
      columns.stream().filter(this::mustScan).forEach(this::required);
    }
    steps.add(
        PostgresOnlineForms.one(
            StepLabel.CREATE_INDEX,
            new DdlStatement.CreateIndex(
                table.name(),
                new Index(
                    index,
                    Index.Kind.UNIQUE,
                    Index.BTREE,
                    parts,
                    Optional.empty(),
                    options.withStorage(key.storage()),
                    MySqlIndexOptions.NONE),
                false,
                true)));
    plain.add(new TableAction.AddConstraintUsingIndex(name, primary, index, deferrability));
    return true;
  }

  // Keys of partitioned tables are attached, not made of an index (manual, ALTER TABLE).
  private boolean isPartitioned() {
    return Descent.lineage(table).isPartitioned();
  }

  private boolean mustScan(Identifier column) {
    return !required.contains(column)
        && dialect.profile().version().since(BELIEVES_CHECKS)
        && table.column(column).filter(Column::nullable).isPresent()
        && !NullChecks.forbidNull(table, column);
  }

  /** A check that is validated under a weak lock proves what NOT NULL would have to look for. */
  private void required(Identifier column) {
    flush();
    required.add(column);
    Identifier check = Temporary.name(before, table.name().sibling(column), "_is_not_null");
    SqlExpr condition =
        new SqlExpr.Postfix(new SqlExpr.ColumnRef(List.of(), column), "is not null");
    add(
        new TableAction.AddConstraint(
            new Constraint.Check(check, condition, true, false, false), false));
    add(new TableAction.ValidateConstraint(check));
    add(new TableAction.SetNotNull(column));
    add(new TableAction.DropConstraint(check, false, DropBehavior.RESTRICT));
  }

  private void add(TableAction action) {
    steps.add(altered(List.of(action), TransactionMode.SEPARATE));
  }

  private void validate(Identifier constraint) {
    behind.add(
        altered(List.of(new TableAction.ValidateConstraint(constraint)), TransactionMode.SEPARATE));
  }

  private void flush() {
    if (!plain.isEmpty()) {
      steps.add(altered(plain, TransactionMode.SEPARATE));
      plain.clear();
    }
  }

  private Step altered(List<TableAction> actions, TransactionMode mode) {
    return new Step(
        step.label(),
        List.of(new DdlStatement.AlterTable(alter.name(), alter.ifExists(), actions, alter.only())),
        mode);
  }
}
