package dev.schemend.planning.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.plan.Step;
import dev.schemend.planning.OnlineForms;
import dev.schemend.planning.Transition;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables with a default such as {@code '0000-00-00'}, which were made when the server allowed it.
 * MySQL refuses whatever changes them, though the statement has nothing to do with the column,
 * while {@code NO_ZERO_DATE} is on as it is by default (ER_INVALID_DEFAULT; tried on 8.0.33: all
 * but a new name of the table). The mode is off around such steps.
 */
final class ZeroDates {

  private static final Pattern ZERO = Pattern.compile("\\d+-(?:0+-\\d+|\\d+-0+)(?:\\D.*)?");

  private static final Pattern DATES = Pattern.compile("(?:date|datetime|timestamp)\\b.*");

  private ZeroDates() {}

  /** The same steps, with zero dates allowed where one changes a table that has some. */
  static List<Step> allowed(Transition transition, List<Step> steps, OnlineForms.Replay replay) {
    boolean some =
        steps.stream()
            .flatMap(step -> step.statements().stream())
            .flatMap(statement -> changed(statement).stream())
            .flatMap(name -> Stream.of(transition.from(), transition.to()).flatMap(tables(name)))
            .anyMatch(ZeroDates::hasSome);
    return some ? around(transition.from(), steps, replay) : steps;
  }

  private static Function<Schema, Stream<Table>> tables(ObjectName name) {
    return schema -> schema.table(name).stream();
  }

  private static List<Step> around(Schema from, List<Step> steps, OnlineForms.Replay replay) {
    List<Step> allowed = new ArrayList<>();
    Schema schema = from;
    for (Step step : steps) {
      boolean needed = false;
      for (DdlStatement statement : step.statements()) {
        Optional<Schema> next = replay.apply(schema, statement);
        if (next.isEmpty()) {
          return steps;
        }
        schema = next.get();
        needed |= changed(statement).flatMap(schema::table).filter(ZeroDates::hasSome).isPresent();
      }
      allowed.add(needed ? around(step) : step);
    }
    return allowed;
  }

  private static Step around(Step step) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new DdlStatement.OfMySql.AllowZeroDates(true));
    statements.addAll(step.statements());
    statements.add(new DdlStatement.OfMySql.AllowZeroDates(false));
    return new Step(step.label(), statements, step.transaction());
  }

  /** The table whose definition the server looks through. */
  private static Optional<ObjectName> changed(DdlStatement statement) {
    if (statement instanceof DdlStatement.CreateTable create) {
      return Optional.of(create.name());
    }
    if (statement instanceof DdlStatement.AlterTable alter) {
      return alter.actions().stream().allMatch(TableAction.RenameTo.class::isInstance)
          ? Optional.empty()
          : Optional.of(alter.name());
    }
    if (statement instanceof DdlStatement.CreateIndex create) {
      return Optional.of(create.table());
    }
    return statement instanceof DdlStatement.DropIndexOn drop
        ? Optional.of(drop.table())
        : Optional.empty();
  }

  private static boolean hasSome(Table table) {
    return table.columns().stream().anyMatch(ZeroDates::isZero);
  }

  private static boolean isZero(Column column) {
    return column.type() instanceof SqlType.Builtin type
        && DATES.matcher(type.name()).matches()
        && column.defaultValue().orElse(null) instanceof SqlExpr.StringLiteral literal
        && ZERO.matcher(literal.value()).matches();
  }
}
