package dev.schemend.lint;

import dev.schemend.plan.Hazard;
import java.util.Arrays;
import java.util.Optional;

/** What is looked for, with the name that options, comments and reports write. */
public enum LintRule {
  DATA_LOSS("data-loss", Level.ERROR, "Rows, values or a counter are lost."),
  FAILS_ON_EXISTING_ROWS(
      "fails-on-existing-rows",
      Level.WARNING,
      "Whether the server accepts it hangs on the rows that are there."),
  TABLE_REWRITE("table-rewrite", Level.WARNING, "Every row of a table is written anew."),
  BLOCKS_READS(
      "blocks-reads", Level.WARNING, "Nobody reads a table while its rows are gone through."),
  BLOCKS_WRITES(
      "blocks-writes", Level.WARNING, "Nobody writes to a table while its rows are gone through."),
  NON_TRANSACTIONAL("non-transactional", Level.OFF, "It cannot be undone with its transaction."),
  RECREATED("recreated", Level.OFF, "An object is dropped and made anew."),
  PRIVILEGES_LOST("privileges-lost", Level.WARNING, "Grants go with an object that is made anew."),
  UNTRACKED_DEPENDENCIES(
      "untracked-dependencies", Level.WARNING, "Code mentions what goes or gets another name."),
  BREAKS_CLIENTS("breaks-clients", Level.WARNING, "Programs that know the old name stop working."),
  CONCURRENTLY_MISSING(
      "concurrently-missing",
      Level.WARNING,
      "An index of a table in use is built or dropped under a lock."),
  NOT_VALID_MISSING(
      "not-valid-missing",
      Level.WARNING,
      "A constraint is added and all rows are looked at under the same lock."),
  CONSTRAINT_BUILDS_INDEX(
      "constraint-builds-index", Level.WARNING, "A key builds its index under an exclusive lock."),
  SET_NOT_NULL_SCANS(
      "set-not-null-scans",
      Level.WARNING,
      "NOT NULL is set without a check that proves it, so all rows are read under a lock."),
  VOLATILE_DEFAULT(
      "volatile-default",
      Level.WARNING,
      "A new column gives each row another value, so the table is written anew."),
  NOT_NULL_WITHOUT_DEFAULT(
      "not-null-without-default",
      Level.ERROR,
      "A new column is NOT NULL and has no value for the rows that are there."),
  LOCK_TIMEOUT_MISSING(
      "lock-timeout-missing",
      Level.WARNING,
      "A statement waits for a lock as long as it takes, and everybody else behind it."),
  MIXED_TRANSACTION(
      "mixed-transaction",
      Level.ERROR,
      "A statement that must be alone stands in a file with others."),
  ENUM_VALUE_USED(
      "enum-value-used",
      Level.ERROR,
      "A label is used in the transaction that adds it, which the server refuses."),
  APPLIED_MIGRATION_EDITED(
      "applied-migration-edited", Level.ERROR, "A migration is not what it was at the base."),
  APPLIED_MIGRATION_MISSING(
      "applied-migration-missing", Level.ERROR, "A migration of the base is not there any more."),
  OUT_OF_ORDER("out-of-order", Level.ERROR, "A new migration stands before one that the base has."),
  INTEGER_PRIMARY_KEY(
      "integer-primary-key", Level.OFF, "A new table counts its rows with 32 bits or fewer."),
  REFUSED("refused", Level.ERROR, "The server would refuse the statement."),
  UNREAD("unread", Level.WARNING, "What the statement does cannot be known offline."),
  SUPPRESSION_UNUSED(
      "suppression-unused",
      Level.WARNING,
      "A comment allows what is not there, or no rule has that name.");

  private final String words;
  private final Level level;
  private final String summary;

  LintRule(String words, Level level, String summary) {
    this.words = words;
    this.level = level;
    this.summary = summary;
  }

  /** The name that is written. */
  public String words() {
    return words;
  }

  /** How bad it is unless said otherwise. */
  public Level level() {
    return level;
  }

  /** What it is about, in a sentence. */
  public String summary() {
    return summary;
  }

  /** The rule of that name. */
  public static Optional<LintRule> named(String words) {
    return Arrays.stream(values()).filter(rule -> rule.words.equals(words)).findFirst();
  }

  /** The rule that reports a danger which no rule of its own explains better. */
  static LintRule of(Hazard.Kind kind) {
    return switch (kind) {
      case DATA_LOSS -> DATA_LOSS;
      case FAILS_ON_EXISTING_ROWS -> FAILS_ON_EXISTING_ROWS;
      case TABLE_REWRITE -> TABLE_REWRITE;
      case BLOCKS_READS -> BLOCKS_READS;
      case BLOCKS_WRITES -> BLOCKS_WRITES;
      case NON_TRANSACTIONAL -> NON_TRANSACTIONAL;
      case RECREATED -> RECREATED;
      case PRIVILEGES_LOST -> PRIVILEGES_LOST;
      case UNTRACKED_DEPENDENCIES -> UNTRACKED_DEPENDENCIES;
      case BREAKS_CLIENTS -> BREAKS_CLIENTS;
    };
  }
}
