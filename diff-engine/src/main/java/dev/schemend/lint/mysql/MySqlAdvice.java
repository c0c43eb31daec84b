package dev.schemend.lint.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.hazard.Assessment;
import dev.schemend.hazard.Deed;
import dev.schemend.lint.Advice;
import dev.schemend.lint.AdviceRules;
import dev.schemend.lint.LintRule;
import dev.schemend.model.Constraint;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Set;

/** What is known to go wrong on MySQL and MariaDB beyond what a statement blocks by itself. */
public final class MySqlAdvice implements AdviceRules {

  private static final Set<String> SMALL_NUMBERS =
      Set.of("tinyint", "smallint", "mediumint", "int");

  @Override
  public List<String> lockTimeouts() {
    return List.of("lock_wait_timeout");
  }

  @Override
  public String lockTimeoutHint() {
    return "write SET lock_wait_timeout = 5; at the head of the file, and try again where it fails";
  }

  /** DDL commits by itself. */
  @Override
  public boolean labelsNeedCommit() {
    return false;
  }

  @Override
  public List<Advice> of(Deed deed, Assessment assessment) {
    if (!(deed.statement() instanceof DdlStatement.CreateTable create)) {
      return List.of();
    }
    return deed.tableAfter(create.name()).stream()
        .flatMap(
            table ->
                table.primaryKey().stream()
                    .flatMap(Constraint.PrimaryKey::columns)
                    .flatMap(name -> table.column(name).stream()))
        .filter(
            column ->
                column.type() instanceof SqlType.Builtin builtin
                    && SMALL_NUMBERS.contains(builtin.name()))
        .map(
            column ->
                new Advice(
                    LintRule.INTEGER_PRIMARY_KEY,
                    column.name() + " cannot count beyond 2147483647",
                    "make it bigint",
                    Set.of()))
        .toList();
  }
}
