package dev.schemend.rename;

import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.EnumType;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.RenameCandidate;
import dev.schemend.plan.RenameQuestion;
import dev.schemend.plan.TableDifference;
import dev.schemend.planning.PlanRules;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What only the older schema has, with what of the newer one it may have become. */
final class CandidateSearch {

  /** A lead over the next best that cannot be chance. */
  private static final int LEAD = 10;

  /** In a table that lost and got more columns than this, only those of like names are compared. */
  private static final int MANY = 200;

  private final PlanRules rules;
  private final Schema from;
  private final Schema to;
  private final List<Change> changes;
  private final ColumnLikeness columns;

  CandidateSearch(Dialect dialect, PlanRules rules, Schema from, Schema to, List<Change> changes) {
    this.rules = rules;
    this.from = from;
    this.to = to;
    this.changes = changes;
    this.columns = new ColumnLikeness(dialect.types());
  }

  /** The questions about things of {@code kinds} that have candidates, without the settled. */
  List<RenameQuestion> questions(Set<ObjectKind> kinds, Set<ObjectRef> settled) {
    Map<ObjectRef, List<RenameCandidate>> found = new HashMap<>();
    objects(kinds, settled, found);
    for (Change change : changes) {
      if (change instanceof Change.TableAltered altered && kinds.contains(ObjectKind.COLUMN)) {
        columns(altered, settled, found);
      } else if (change instanceof Change.EnumAltered altered
          && kinds.contains(ObjectKind.ENUM_VALUE)) {
        labels(altered, settled, found);
      }
    }
    return judged(found);
  }

  private void objects(
      Set<ObjectKind> kinds, Set<ObjectRef> settled, Map<ObjectRef, List<RenameCandidate>> found) {
    Map<ObjectKind, List<SchemaObject>> gone = new EnumMap<>(ObjectKind.class);
    Map<ObjectKind, List<SchemaObject>> come = new EnumMap<>(ObjectKind.class);
    for (Change change : changes) {
      ObjectKind kind = change.ref().kind();
      if (!kinds.contains(kind) || settled.contains(change.ref())) {
        continue;
      }
      if (change instanceof Change.Dropped dropped) {
        gone.computeIfAbsent(kind, one -> new ArrayList<>()).add(dropped.object());
      } else if (change instanceof Change.Created created) {
        come.computeIfAbsent(kind, one -> new ArrayList<>()).add(created.object());
      }
    }
    gone.forEach(
        (kind, objects) -> {
          List<SchemaObject> others = come.getOrDefault(kind, List.of());
          if (!others.isEmpty()) {
            ObjectLikeness likeness = new ObjectLikeness(from, to, others);
            objects.forEach(one -> put(one.ref(), likeness.candidates(one), found));
          }
        });
  }

  private void columns(
      Change.TableAltered altered,
      Set<ObjectRef> settled,
      Map<ObjectRef, List<RenameCandidate>> found) {
    List<Column> gone = new ArrayList<>();
    List<Column> come = new ArrayList<>();
    for (TableDifference difference : altered.differences()) {
      if (difference instanceof TableDifference.ColumnDropped(Column column)
          && !settled.contains(ObjectRef.column(altered.from().name(), column.name()))) {
        gone.add(column);
      } else if (difference instanceof TableDifference.ColumnAdded(Column column)
          && !settled.contains(ObjectRef.column(altered.to().name(), column.name()))) {
        come.add(column);
      }
    }
    boolean alone = gone.size() == 1 && come.size() == 1;
    boolean many = (long) gone.size() * come.size() > MANY * MANY;
    for (Column old : gone) {
      List<RenameCandidate> candidates = new ArrayList<>();
      for (Column anew : come) {
        if (!many || old.name().key().charAt(0) == anew.name().key().charAt(0)) {
          columns.of(altered.from(), old, altered.to(), anew, alone).ifPresent(candidates::add);
        }
      }
      put(ObjectRef.column(altered.from().name(), old.name()), candidates, found);
    }
  }

  private void labels(
      Change.EnumAltered altered,
      Set<ObjectRef> settled,
      Map<ObjectRef, List<RenameCandidate>> found) {
    List<String> gone = without(altered.from(), altered.to(), settled);
    List<String> come = without(altered.to(), altered.from(), settled);
    for (String old : gone) {
      ObjectRef before = label(altered.from(), old);
      List<RenameCandidate> candidates = new ArrayList<>();
      for (String anew : come) {
        Score score = new Score();
        boolean place = altered.from().labels().indexOf(old) == altered.to().labels().indexOf(anew);
        score.add(place ? 40 : 0, "the same place among the labels");
        boolean alone = gone.size() == 1 && come.size() == 1;
        score.add(alone ? 30 : 0, "no other label went, and no other came");
        score.names(30, before, label(altered.to(), anew));
        candidates.add(score.candidate(label(altered.to(), anew)));
      }
      candidates.removeIf(one -> one.score() < Score.LEAST);
      put(before, candidates, found);
    }
  }

  private static List<String> without(EnumType type, EnumType other, Set<ObjectRef> settled) {
    return type.labels().stream()
        .filter(one -> !other.labels().contains(one))
        .filter(one -> !settled.contains(label(type, one)))
        .toList();
  }

  private static ObjectRef label(EnumType type, String label) {
    return new ObjectRef(ObjectKind.ENUM_VALUE, type.name(), Identifier.of(label));
  }

  private void put(
      ObjectRef gone,
      List<RenameCandidate> candidates,
      Map<ObjectRef, List<RenameCandidate>> found) {
    List<RenameCandidate> possible =
        candidates.stream()
            .filter(one -> rules.rename(new Transition(from, to), gone, one.to()).isPresent())
            .sorted(
                Comparator.comparingInt(RenameCandidate::score)
                    .reversed()
                    .thenComparing(RenameCandidate::to))
            .toList();
    if (!possible.isEmpty()) {
      found.put(gone, possible);
    }
  }

  /** Those with a clear favourite on both sides come first, so that it is not given away. */
  private static List<RenameQuestion> judged(Map<ObjectRef, List<RenameCandidate>> found) {
    Map<ObjectRef, List<Integer>> rivals = new HashMap<>();
    found
        .values()
        .forEach(
            list ->
                list.forEach(
                    one ->
                        rivals
                            .computeIfAbsent(one.to(), ref -> new ArrayList<>())
                            .add(one.score())));
    return found.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<ObjectRef, List<RenameCandidate>>>comparingInt(
                    one -> -one.getValue().getFirst().score())
                .thenComparing(Map.Entry::getKey))
        .map(
            one ->
                new RenameQuestion(
                    one.getKey(), one.getValue(), likely(one.getValue(), rivals), Optional.empty()))
        .toList();
  }

  private static Optional<RenameCandidate> likely(
      List<RenameCandidate> candidates, Map<ObjectRef, List<Integer>> rivals) {
    RenameCandidate best = candidates.getFirst();
    boolean leads = candidates.size() == 1 || candidates.get(1).score() <= best.score() - LEAD;
    long near = rivals.get(best.to()).stream().filter(score -> score > best.score() - LEAD).count();
    return leads && near == 1 ? Optional.of(best) : Optional.empty();
  }
}
