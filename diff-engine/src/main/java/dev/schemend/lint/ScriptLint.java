package dev.schemend.lint;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.hazard.Assessed;
import dev.schemend.hazard.Assessment;
import dev.schemend.hazard.HazardRules;
import dev.schemend.hazard.ScriptAssessment;
import dev.schemend.model.Schema;
import dev.schemend.plan.Hazard;
import dev.schemend.plan.TableLock;
import dev.schemend.plan.TransactionMode;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.script.StatementEffect;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges one script. Lives in one thread. */
final class ScriptLint {

  private final SchemaFold fold;
  private final HazardRules hazards;
  private final AdviceRules advice;
  private final LintLevels levels;
  private final ParsedScript script;
  private final Schema end;
  private final Suppressions suppressions;
  private final List<LintFinding> findings = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private boolean bounded;
  private boolean told;
  private int previousEnd;

  ScriptLint(
      SchemaFold fold,
      HazardRules hazards,
      AdviceRules advice,
      LintLevels levels,
      ParsedScript script,
      Schema end) {
    this.fold = fold;
    this.hazards = hazards;
    this.advice = advice;
    this.levels = levels;
    this.script = script;
    this.end = end;
    this.suppressions =
        new Suppressions(
            script.source(), script.statements().stream().map(one -> one.source().span()).toList());
  }

  List<LintFinding> from(FoldState before) {
    for (Assessed one : new ScriptAssessment(fold, hazards).of(before, script, end)) {
      statement(one);
      previousEnd = one.statement().source().span().end();
    }
    for (Suppressions.Unused unused : suppressions.unused()) {
      add(
          LintRule.SUPPRESSION_UNUSED,
          unused.span(),
          unused.rule().isPresent()
              ? "nothing here is found by " + unused.name()
              : "no rule is called " + unused.name(),
          "take the comment away, or correct the name");
    }
    return findings;
  }

  private void statement(Assessed one) {
    StatementText source = one.statement().source();
    usesLabels(source);
    one.missed().forEach(missed -> missed(source, missed));
    if (one.statement() instanceof ParsedStatement.Ddl ddl) {
      ddl.statements().forEach(this::remember);
    } else if (StatementEffect.of(one.statement()) == StatementEffect.SESSION) {
      bounded |= bounds(source.text());
    }
    Set<Hazard.Kind> explained = EnumSet.noneOf(Hazard.Kind.class);
    for (Assessed.Part part : one.parts()) {
      for (Advice found : advice.of(part.deed(), part.assessment())) {
        explained.addAll(found.explains());
        add(found.rule(), source.span(), found.message(), found.hint());
      }
      timeouts(source, part.assessment());
      alone(source, part.assessment());
    }
    one.hazards().stream()
        .filter(hazard -> !explained.contains(hazard.kind()))
        .forEach(
            hazard ->
                add(
                    LintRule.of(hazard.kind()),
                    source.span(),
                    hazard.object() + ": " + hazard.reason(),
                    ""));
  }

  private void missed(StatementText source, Diagnostic missed) {
    boolean refused = missed.severity() == Diagnostic.Severity.ERROR;
    add(
        refused ? LintRule.REFUSED : LintRule.UNREAD,
        missed.span().orElse(source.span()),
        (refused ? missed.code() + ": " : "") + missed.message(),
        missed.hint());
  }

  // ------------------------------------------------------------ rules of the whole script

  private void remember(DdlStatement statement) {
    if (statement instanceof DdlStatement.AddEnumValue add && advice.labelsNeedCommit()) {
      labels.add(add.label());
    }
  }

  /** A string constant is enough: what the statement does with it, the server decides. */
  private void usesLabels(StatementText source) {
    labels.stream()
        .filter(label -> source.text().contains("'" + label.replace("'", "''") + "'"))
        .filter(label -> !source.text().toUpperCase(Locale.ROOT).contains("ADD VALUE"))
        .findFirst()
        .ifPresent(
            label ->
                add(
                    LintRule.ENUM_VALUE_USED,
                    source.span(),
                    "'"
                        + label
                        + "' is added by this file and used in the same transaction (55P04)",
                    "add the label in a migration of its own, ahead of this one"));
  }

  private boolean bounds(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return advice.lockTimeouts().stream().anyMatch(lower::contains);
  }

  private void timeouts(StatementText source, Assessment assessment) {
    Optional<TableLock> blocking =
        assessment.locks().stream()
            .filter(lock -> lock.blocks().compareTo(TableLock.Blocks.WRITES) >= 0)
            .findFirst();
    if (!bounded && !told && blocking.isPresent()) {
      // Once for a script: one line at its head mends all of it.
      told = true;
      add(
          LintRule.LOCK_TIMEOUT_MISSING,
          source.span(),
          "it waits for "
              + blocking.get().mode()
              + " on "
              + blocking.get().object()
              + " as long as it takes, and everybody else waits behind it",
          advice.lockTimeoutHint());
    }
  }

  private void alone(StatementText source, Assessment assessment) {
    boolean others =
        script.statements().stream()
                .filter(one -> StatementEffect.of(one) != StatementEffect.SESSION)
                .count()
            > 1;
    if (assessment.transaction() == TransactionMode.FORBIDDEN && others) {
      add(
          LintRule.MIXED_TRANSACTION,
          source.span(),
          "the server refuses it where the file runs in one transaction (25001)",
          "give it a migration of its own");
    }
  }

  private void add(LintRule rule, SourceSpan span, String message, String hint) {
    Level level = levels.of(rule);
    if (!suppressions.allows(rule, previousEnd, span) && level != Level.OFF) {
      findings.add(
          new LintFinding(
              rule, level, Optional.of(script.source()), Optional.of(span), message, hint));
    }
  }
}
