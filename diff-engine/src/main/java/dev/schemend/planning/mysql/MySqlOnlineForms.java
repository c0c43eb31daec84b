package dev.schemend.planning.mysql;

import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfMySql.CarryOut;
import dev.schemend.dialect.Dialect;
import dev.schemend.hazard.Deed;
import dev.schemend.hazard.mysql.OnlineWays;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Step;
import dev.schemend.planning.OnlineForms;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way that the server is known to go, asserted: it refuses the statement rather than copy a
 * table or keep writers out (MySQL manual, 17.12.2). What can only be copied says so in its hazards
 * and stays.
 */
public final class MySqlOnlineForms implements OnlineForms {

  private final Dialect dialect;
  private final OnlineWays ways;

  /** The forms of one server. */
  public MySqlOnlineForms(Dialect dialect) {
    this.dialect = dialect;
    this.ways = new OnlineWays(dialect.profile());
  }

  @Override
  public List<Step> rewrite(Transition transition, List<Step> steps, Replay replay) {
    List<Step> asserted = new ArrayList<>();
    Session session = Session.in(dialect.profile().defaultSchema());
    Schema schema = transition.from();
    for (Step step : steps) {
      List<DdlStatement> statements = new ArrayList<>();
      for (DdlStatement statement : step.statements()) {
        Optional<Schema> next = replay.apply(schema, statement);
        if (next.isEmpty()) {
          return steps;
        }
        statements.add(asserted(new Deed(statement, schema, next.get(), session), transition));
        schema = next.get();
      }
      asserted.add(new Step(step.label(), statements, step.transaction()));
    }
    return asserted;
  }

  private DdlStatement asserted(Deed deed, Transition transition) {
    Optional<DdlStatement.AlterTable> altered = asAlteration(deed.statement());
    if (altered.isEmpty() || transition.from().table(altered.get().name()).isEmpty()) {
      return deed.statement();
    }
    List<CarryOut> assertion = ways.assertion(deed);
    if (assertion.isEmpty()) {
      return deed.statement();
    }
    List<TableAction> actions = new ArrayList<>(altered.get().actions());
    actions.addAll(assertion);
    return new DdlStatement.AlterTable(altered.get().name(), altered.get().ifExists(), actions);
  }

  private static Optional<DdlStatement.AlterTable> asAlteration(DdlStatement statement) {
    if (statement instanceof DdlStatement.AlterTable alter) {
      return Optional.of(alter);
    }
    if (statement instanceof DdlStatement.CreateIndex create) {
      return alteration(
          create.table(), new TableAction.AddIndex(create.index(), create.ifNotExists()));
    }
    return statement instanceof DdlStatement.DropIndexOn drop
        ? alteration(drop.table(), new TableAction.DropIndex(drop.index(), drop.ifExists()))
        : Optional.empty();
  }

  private static Optional<DdlStatement.AlterTable> alteration(
      ObjectName table, TableAction action) {
    return Optional.of(new DdlStatement.AlterTable(table, false, List.of(action)));
  }
}
