package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Publications that stay, so that their subscribers go on: what they hold is taken out before it
 * changes and put in when it is there. A table that goes takes itself out.
 */
final class PublicationChanges {

  private static final Set<String> CONTENT = Set.of(Declaration.TABLES, Declaration.SCHEMAS);

  private final Job job;

  PublicationChanges(Job job) {
    this.job = job;
  }

  /** Whether the one can become the other: every table in general is said when it is made. */
  static boolean isPossible(Declaration from, Declaration to) {
    return from.fact(Declaration.ALL_TABLES).equals(to.fact(Declaration.ALL_TABLES));
  }

  /** All of them, whether they change or only their tables do. */
  void draft() {
    Schema to = job.transition().to();
    job.transition()
        .from()
        .ofKind(ObjectKind.PUBLICATION)
        .filter(Declaration.class::isInstance)
        .map(Declaration.class::cast)
        .forEach(
            from -> {
              if (to.get(from.ref()).orElse(null) instanceof Declaration wanted
                  && isPossible(from, wanted)) {
                draft(from, wanted);
              }
            });
  }

  private void draft(Declaration from, Declaration to) {
    List<Fact> out = new ArrayList<>();
    List<Fact> in = new ArrayList<>();
    for (Fact.Published table : from.published().toList()) {
      boolean stays = to.published().anyMatch(table::equals) && !isHeldUp(table);
      if (!stays && !job.drops(table.table())) {
        out.add(new Fact.Published(table.table(), List.of(), Optional.empty()));
      }
    }
    for (Fact.Published table : to.published().toList()) {
      if (from.published().noneMatch(table::equals) || isHeldUp(table)) {
        in.add(table);
      }
    }
    List<Fact> older = from.several(Declaration.SCHEMAS).toList();
    List<Fact> newer = to.several(Declaration.SCHEMAS).toList();
    older.stream()
        .filter(schema -> !newer.contains(schema))
        .filter(schema -> schema instanceof Fact.Of of && job.transition().to().has(of.object()))
        .forEach(out::add);
    newer.stream().filter(schema -> !older.contains(schema)).forEach(in::add);
    if (!out.isEmpty()) {
      job.out()
          .add(
              step(from, new ObjectAction.Publish(ObjectAction.Publish.Verb.DROP, out))
                  .at(StepLabel.DROP_OBJECT)
                  .releasing(References.of(from)));
    }
    if (!in.isEmpty()) {
      SortedSet<ObjectRef> needs = new TreeSet<>(References.of(to));
      job.out()
          .add(
              step(to, new ObjectAction.Publish(ObjectAction.Publish.Verb.ADD, in)).needing(needs));
    }
    options(from, to)
        .ifPresent(change -> job.out().add(step(to, change).at(StepLabel.CREATE_OBJECT)));
  }

  // The server lets nobody drop a column that a publication lists, nor retype one in a condition.
  private boolean isHeldUp(Fact.Published table) {
    return References.of(new Declaration(NOWHERE, one(table))).stream()
        .filter(ref -> ref.kind() == ObjectKind.COLUMN)
        .anyMatch(
            ref ->
                job.drops(ref.name(), ref.member())
                    || job.edits()
                        .of(ref.name())
                        .flatMap(edit -> edit.altered(ref.member()))
                        .filter(PublicationChanges::isRetyped)
                        .isPresent());
  }

  private static boolean isRetyped(ColumnAltered altered) {
    return !altered.from().type().equals(altered.to().type());
  }

  private static final ObjectRef NOWHERE =
      ObjectRef.to(ObjectKind.PUBLICATION, ObjectName.unqualified(Identifier.NONE));

  private static SortedMap<String, Fact> one(Fact table) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    facts.put(Declaration.TABLES, new Fact.Several(List.of(table)));
    return facts;
  }

  private static PlannedStep step(Declaration publication, ObjectAction action) {
    return PlannedStep.of(
        Steps.step(
            StepLabel.CREATE_OBJECT,
            new DdlStatement.AlterObject(publication.ref(), false, action)),
        publication.ref());
  }

  private static Optional<ObjectAction> options(Declaration from, Declaration to) {
    SortedMap<String, Optional<Fact>> values = new TreeMap<>();
    to.facts()
        .forEach(
            (word, fact) -> {
              if (!CONTENT.contains(word) && !from.fact(word).equals(Optional.of(fact))) {
                values.put(word, Optional.of(fact));
              }
            });
    from.facts()
        .keySet()
        .forEach(
            word -> {
              if (!CONTENT.contains(word) && to.fact(word).isEmpty()) {
                values.put(word, Declaration.usual(word));
              }
            });
    return values.isEmpty() ? Optional.empty() : Optional.of(new ObjectAction.Facts(values));
  }
}
