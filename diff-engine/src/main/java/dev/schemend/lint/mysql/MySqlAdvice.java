package dev.schemend.lint.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.hazard.Assessment;
import dev.schemend.hazard.Deed;
import dev.schemend.lint.Advice;
import dev.schemend.lint.AdviceRules;
import dev.schemend.lint.SmallKeys;
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
    return deed.statement() instanceof DdlStatement.CreateTable create
        ? SmallKeys.of(deed, create, SMALL_NUMBERS)
        : List.of();
  }
}
