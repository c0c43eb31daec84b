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
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
      if (change instanceof Change.TableAltered altered) {
        if (kinds.contains(ObjectKind.COLUMN)) {
          columns(altered, settled, found);
        }
        if (kinds.contains(ObjectKind.ENUM_VALUE)) {
          labels(altered, settled, found);
        }
      } else if (change instanceof Change.EnumAltered altered
          && kinds.contains(ObjectKind.ENUM_VALUE)) {
        labels(
            altered.from().labels(),
            altered.to().labels(),
            one -> label(altered.from(), one),
            one -> label(altered.to(), one),
            settled,
            found);
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
      List<String> from,
      List<String> to,
      Function<String, ObjectRef> before,
      Function<String, ObjectRef> after,
      Set<ObjectRef> settled,
      Map<ObjectRef, List<RenameCandidate>> found) {
    List<String> gone = new ArrayList<>(from);
    gone.removeIf(one -> to.contains(one) || settled.contains(before.apply(one)));
    List<String> come = new ArrayList<>(to);
    come.removeIf(one -> from.contains(one) || settled.contains(after.apply(one)));
    for (String old : gone) {
      List<RenameCandidate> candidates = new ArrayList<>();
      for (String anew : come) {
        Score score = new Score();
        boolean place = from.indexOf(old) == to.indexOf(anew);
        score.add(place ? 40 : 0, "the same place among the labels");
        boolean alone = gone.size() == 1 && come.size() == 1;
        score.add(alone ? 30 : 0, "no other label went, and no other came");
        score.names(30, before.apply(old), after.apply(anew));
        candidates.add(score.candidate(after.apply(anew)));
      }
      candidates.removeIf(one -> one.score() < Score.LEAST);
      put(before.apply(old), candidates, found);
    }
  }

  /** The labels of columns whose types list them (MySQL). */
  private void labels(
      Change.TableAltered altered,
      Set<ObjectRef> settled,
      Map<ObjectRef, List<RenameCandidate>> found) {
    for (TableDifference difference : altered.differences()) {
      if (difference instanceof TableDifference.ColumnAltered column
          && column.from().type() instanceof SqlType.InlineEnum from
          && column.to().type() instanceof SqlType.InlineEnum to
          && from.kind() == to.kind()) {
        labels(
            named(from),
            named(to),
            one -> ObjectRef.label(altered.from().name(), column.from().name(), one),
            one -> ObjectRef.label(altered.to().name(), column.to().name(), one),
            settled,
            found);
      }
    }
  }

  /** Its labels but the empty one, which nothing could be called after. */
  private static List<String> named(SqlType.InlineEnum type) {
    return type.values().stream().filter(one -> !one.isEmpty()).toList();
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
