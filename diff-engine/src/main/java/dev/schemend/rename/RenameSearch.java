package dev.schemend.rename;

import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.dialect.Dialect;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.SchemaDiffer;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.RenameDecision;
import dev.schemend.plan.RenameQuestion;
import dev.schemend.planning.PlanRules;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what may have been renamed, has it decided, and carries the decided renames out on the
 * model: schemas first, then the objects in them, then their parts, each on the outcome of those
 * before it. Nothing is renamed that nobody decided.
 */
public final class RenameSearch {

  /** Kinds whose renames can be seen only when those of the stage before are carried out. */
  private static final List<Set<ObjectKind>> STAGES =
      List.of(
          EnumSet.of(ObjectKind.SCHEMA),
          EnumSet.of(
              ObjectKind.TABLE,
              ObjectKind.VIEW,
              ObjectKind.MATERIALIZED_VIEW,
              ObjectKind.SEQUENCE,
              ObjectKind.ENUM_TYPE,
              ObjectKind.DOMAIN,
              ObjectKind.COMPOSITE_TYPE,
              ObjectKind.RANGE_TYPE,
              ObjectKind.FOREIGN_DATA_WRAPPER,
              ObjectKind.FOREIGN_SERVER,
              ObjectKind.FOREIGN_TABLE,
              ObjectKind.LANGUAGE),
          EnumSet.of(
              ObjectKind.COLUMN,
              ObjectKind.ROUTINE,
              ObjectKind.AGGREGATE,
              ObjectKind.COLLATION,
              ObjectKind.CONVERSION,
              ObjectKind.TEXT_SEARCH_PARSER,
              ObjectKind.TEXT_SEARCH_TEMPLATE,
              ObjectKind.TEXT_SEARCH_DICTIONARY,
              ObjectKind.OPERATOR_FAMILY),
          EnumSet.of(ObjectKind.ENUM_VALUE),
          EnumSet.of(
              ObjectKind.CONSTRAINT,
              ObjectKind.INDEX,
              ObjectKind.TRIGGER,
              ObjectKind.POLICY,
              ObjectKind.RULE,
              ObjectKind.STATISTICS,
              ObjectKind.TEXT_SEARCH_CONFIGURATION,
              ObjectKind.OPERATOR_CLASS,
              ObjectKind.EVENT_TRIGGER,
              ObjectKind.PUBLICATION,
              ObjectKind.SUBSCRIPTION));

  private final Dialect dialect;
  private final SchemaDiffer differ;
  private final PlanRules rules;
  private final SchemaInterpreter interpreter;
  private final ChangePolicy policy;

  /** A search by one server's rules. */
  public RenameSearch(
      Dialect dialect,
      SchemaDiffer differ,
      PlanRules rules,
      SchemaInterpreter interpreter,
      ChangePolicy policy) {
    this.dialect = dialect;
    this.differ = differ;
    this.rules = rules;
    this.interpreter = interpreter;
    this.policy = policy;
  }

  /** The renames between two schemas, as far as {@code advice} decides them. */
  public Renames search(Schema from, Schema to, RenameAdvice advice) {
    RenameRun run =
        new RenameRun(
            new Transition(from, to),
            rules,
            interpreter,
            Session.in(dialect.profile().defaultSchema()));
    List<RenameQuestion> questions = new ArrayList<>();
    List<Declared> declared = DeclaredNames.upTo(to, advice.declared());
    Schema target = policy.visible(to);
    List<Change> changes = List.of();
    Schema compared = null;
    for (Set<ObjectKind> kinds : STAGES) {
      if (compared == null || !isSame(compared, run.schema())) {
        compared = run.schema();
        changes = differ.diff(policy.visible(compared), target);
      }
      DeclaredNames names = new DeclaredNames(declared, questions);
      Set<ObjectRef> settled = new HashSet<>();
      List<RenameQuestion> asked = names.decided(kinds, run.schema(), target);
      for (RenameQuestion one : asked) {
        settled.add(one.from());
        one.renamedTo().ifPresent(settled::add);
      }
      List<RenameQuestion> found =
          new CandidateSearch(dialect, rules, run.schema(), target, changes)
              .questions(kinds, settled);
      asked.addAll(ask(found, advice));
      asked.addAll(
          EqualDefinitions.followed(
              kinds, new Transition(run.schema(), target), changes, settled, rules));
      if (advice.followsOwners()) {
        asked.addAll(sequencesOf(kinds, run.schema(), target, changes, settled));
      }
      questions.addAll(asked);
      run.carryOut(asked);
    }
    return new Renames(from, run.schema(), run.steps(), questions, run.problems());
  }

  @SuppressWarnings("ReferenceEquality") // a shortcut only: the same version holds the same
  private static boolean isSame(Schema one, Schema other) {
    return one == other;
  }

  private static List<RenameQuestion> ask(List<RenameQuestion> questions, RenameAdvice advice) {
    List<RenameQuestion> asked = new ArrayList<>();
    Set<ObjectRef> taken = new HashSet<>();
    for (RenameQuestion question : questions) {
      RenameQuestion left = question.without(taken);
      if (left.candidates().isEmpty()) {
        continue;
      }
      Optional<RenameDecision> answer = advice.answer(left);
      answer.flatMap(RenameDecision::to).ifPresent(taken::add);
      asked.add(answer.map(left::decided).orElse(left));
    }
    return asked;
  }

  /**
   * Sequences that belong to the same column before and after: a sequence goes with its owner,
   * whatever it is called, and dropping it would lose the count.
   */
  private static List<RenameQuestion> sequencesOf(
      Set<ObjectKind> kinds, Schema from, Schema to, List<Change> changes, Set<ObjectRef> settled) {
    // Behind the columns, which are the owners.
    return kinds.contains(ObjectKind.INDEX)
        ? OwnedSequences.followed(from, to, changes, settled)
        : List.of();
  }
}
