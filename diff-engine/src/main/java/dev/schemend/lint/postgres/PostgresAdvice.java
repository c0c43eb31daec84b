package dev.schemend.lint.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.hazard.Assessment;
import dev.schemend.hazard.Deed;
import dev.schemend.lint.Advice;
import dev.schemend.lint.AdviceRules;
import dev.schemend.lint.LintRule;
import dev.schemend.lint.SmallKeys;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Table;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.TableLock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The forms of PostgreSQL that let others work meanwhile (manual, the statements' pages). */
public final class PostgresAdvice implements AdviceRules {

  private static final Set<Hazard.Kind> BLOCKING =
      EnumSet.of(Hazard.Kind.BLOCKS_READS, Hazard.Kind.BLOCKS_WRITES);
  private static final Set<String> SMALL_NUMBERS = Set.of("integer", "smallint");

  @Override
  public List<String> lockTimeouts() {
    return List.of("lock_timeout", "statement_timeout");
  }

  @Override
  public String lockTimeoutHint() {
    return "write SET lock_timeout = '5s'; at the head of the file, and try again where it fails";
  }

  @Override
  public boolean labelsNeedCommit() {
    return true;
  }

  @Override
  public List<Advice> of(Deed deed, Assessment assessment) {
    return switch (deed.statement()) {
      case DdlStatement.CreateIndex create -> index(deed, create);
      case DdlStatement.DropIndexes drop -> dropped(drop, assessment);
      case DdlStatement.AlterTable alter -> altered(deed, alter, assessment);
      case DdlStatement.CreateTable create -> SmallKeys.of(deed, create, SMALL_NUMBERS);
      case DdlStatement other -> List.of();
    };
  }

  private static List<Advice> index(Deed deed, DdlStatement.CreateIndex create) {
    boolean inUse =
        deed.table(create.table())
            .filter(table -> !deed.isFresh(table.name()))
            .filter(table -> !table.options().postgres().lineage().isPartitioned())
            .isPresent();
    return create.concurrently() || !inUse
        ? List.of()
        : List.of(
            new Advice(
                LintRule.CONCURRENTLY_MISSING,
                "nobody writes to " + create.table() + " while the index is built",
                "write CREATE INDEX CONCURRENTLY, in a migration of its own",
                BLOCKING));
  }

  private static List<Advice> dropped(DdlStatement.DropIndexes drop, Assessment assessment) {
    return drop.concurrently() || assessment.locks().isEmpty()
        ? List.of()
        : List.of(
            new Advice(
                LintRule.CONCURRENTLY_MISSING,
                "queries on "
                    + assessment.locks().getFirst().object()
                    + " wait until the index is gone",
                "write DROP INDEX CONCURRENTLY, in a migration of its own",
                BLOCKING));
  }

  private static List<Advice> altered(
      Deed deed, DdlStatement.AlterTable alter, Assessment assessment) {
    List<Advice> found = new ArrayList<>();
    Table table = deed.table(alter.name()).orElse(null);
    if (table == null || deed.isFresh(table.name())) {
      return found;
    }
    boolean reads = assessment.locks().stream().anyMatch(TableLock::blocksLong);
    for (TableAction action : alter.actions()) {
      if (action instanceof TableAction.AddConstraint add) {
        constraint(found, add.constraint());
      } else if (action instanceof TableAction.AddColumn add) {
        column(found, deed, alter, add, assessment);
      } else if (action instanceof TableAction.SetNotNull set && reads && isNullable(table, set)) {
        found.add(
            new Advice(
                LintRule.SET_NOT_NULL_SCANS,
                "all rows are read under a lock that keeps everybody out",
                "add CHECK ("
                    + set.column()
                    + " IS NOT NULL) NOT VALID, VALIDATE it, SET NOT NULL, and drop the check",
                alter.actions().size() == 1 ? BLOCKING : Set.of()));
      }
    }
    return found;
  }

  private static boolean isNullable(Table table, TableAction.SetNotNull set) {
    return table.column(set.column()).filter(Column::nullable).isPresent();
  }

  private static void constraint(List<Advice> found, Constraint constraint) {
    switch (constraint) {
      case Constraint.ForeignKey key -> {
        if (key.validated()) {
          found.add(
              new Advice(
                  LintRule.NOT_VALID_MISSING,
                  "nobody writes to either table while the key is checked",
                  "add it NOT VALID, and VALIDATE CONSTRAINT in another migration",
                  BLOCKING));
        }
      }
      case Constraint.Check check -> {
        if (check.validated()) {
          found.add(
              new Advice(
                  LintRule.NOT_VALID_MISSING,
                  "nobody reads or writes the table while its rows are checked",
                  "add it NOT VALID, and VALIDATE CONSTRAINT in another migration",
                  BLOCKING));
        }
      }
      case Constraint.PrimaryKey key -> found.add(buildsIndex("PRIMARY KEY"));
      case Constraint.Unique key -> found.add(buildsIndex("UNIQUE"));
      case Constraint.Exclusion exclusion -> {}
    }
  }

  private static Advice buildsIndex(String kind) {
    return new Advice(
        LintRule.CONSTRAINT_BUILDS_INDEX,
        "nobody reads or writes the table while the index of the key is built",
        "make a UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … " + kind + " USING INDEX",
        BLOCKING);
  }

  private static void column(
      List<Advice> found,
      Deed deed,
      DdlStatement.AlterTable alter,
      TableAction.AddColumn add,
      Assessment assessment) {
    Column column =
        deed.tableAfter(alter.name())
            .flatMap(table -> table.column(add.definition().column().name()))
            .orElse(add.definition().column());
    boolean rewrites =
        assessment.locks().stream().anyMatch(lock -> lock.work() == TableLock.Work.REWRITE);
    if (rewrites && column.defaultValue().isPresent()) {
      Set<Hazard.Kind> explains = EnumSet.copyOf(BLOCKING);
      explains.add(Hazard.Kind.TABLE_REWRITE);
      found.add(
          new Advice(
              LintRule.VOLATILE_DEFAULT,
              "the default gives each row another value, so the table is written anew",
              "add the column without a default, SET DEFAULT, and fill the rows in batches",
              alter.actions().size() == 1 ? explains : Set.of()));
    }
    if (!column.nullable() && column.defaultValue().isEmpty() && column.generation().isEmpty()) {
      found.add(
          new Advice(
              LintRule.NOT_NULL_WITHOUT_DEFAULT,
              "a table with rows has no value for " + column.name(),
              "give it a default, or add it nullable and fill it first",
              alter.actions().size() == 1
                  ? EnumSet.of(Hazard.Kind.FAILS_ON_EXISTING_ROWS, Hazard.Kind.BLOCKS_READS)
                  : Set.of()));
    }
  }
}
