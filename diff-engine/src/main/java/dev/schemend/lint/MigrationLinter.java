package dev.schemend.lint;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.hazard.HazardRules;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the new migrations of a history. */
public final class MigrationLinter {

  private final SchemaFold fold;
  private final HazardRules hazards;
  private final AdviceRules advice;
  private final LintLevels levels;

  /**
   * A judge by one server's rules.
   *
   * @param fold reads a history in sessions as the project's runner makes them
   */
  public MigrationLinter(
      SchemaFold fold, HazardRules hazards, AdviceRules advice, LintLevels levels) {
    this.fold = fold;
    this.hazards = hazards;
    this.advice = advice;
    this.levels = levels;
  }

  /** What is found in the migrations that are not applied, and wrong with those that are. */
  public List<LintFinding> lint(List<LintedMigration> history) {
    List<LintFinding> findings = new ArrayList<>();
    FoldState state = fold.start();
    for (LintedMigration migration : history) {
      FoldState before = fold.begin(state);
      state = fold.run(state, migration.script());
      switch (migration.state()) {
        case APPLIED -> {}
        case EDITED ->
            add(
                findings,
                migration,
                LintRule.APPLIED_MIGRATION_EDITED,
                migration.migration().name()
                    + " is not what it was at the base: databases that have it will not change",
                "leave it as it was, and make a new migration");
        case NEW -> judge(findings, migration, before, state);
        case NEW_BEFORE_APPLIED -> {
          add(
              findings,
              migration,
              LintRule.OUT_OF_ORDER,
              migration.migration().name() + " runs before migrations that the base has already",
              "give it a name or number behind theirs");
          judge(findings, migration, before, state);
        }
      }
    }
    return List.copyOf(findings);
  }

  private void judge(
      List<LintFinding> findings, LintedMigration migration, FoldState before, FoldState after) {
    findings.addAll(
        new ScriptLint(fold, hazards, advice, levels, migration.script(), after.schema())
            .from(before));
  }

  private void add(
      List<LintFinding> findings,
      LintedMigration migration,
      LintRule rule,
      String message,
      String hint) {
    if (levels.of(rule) != Level.OFF) {
      SourceText text = migration.migration().script();
      SourceSpan start = text.span(0, 0);
      findings.add(
          new LintFinding(
              rule, levels.of(rule), Optional.of(text), Optional.of(start), message, hint));
    }
  }
}
