package dev.schemend.rename;

import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.RenameCandidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which new objects of one kind may be old ones under other names: those that share what they are
 * made of. Found through an index of the parts, so that many objects on both sides cost no more
 * than their parts do.
 */
final class ObjectLikeness {

  /** A part that more new objects have tells nothing apart; without this, pairs would be tried. */
  private static final int TOO_COMMON = 64;

  private static final int MOST = 8;

  private final Schema from;
  private final Schema to;
  private final Map<ObjectRef, Set<Object>> parts = new LinkedHashMap<>();
  private final Map<Object, List<ObjectRef>> holders = new HashMap<>();

  ObjectLikeness(Schema from, Schema to, List<SchemaObject> come) {
    this.from = from;
    this.to = to;
    for (SchemaObject object : come) {
      Set<Object> features = Features.of(to, object);
      parts.put(object.ref(), features);
      features.forEach(
          feature ->
              holders.computeIfAbsent(feature, absent -> new ArrayList<>()).add(object.ref()));
    }
  }

  List<RenameCandidate> candidates(SchemaObject gone) {
    Set<Object> features = Features.of(from, gone);
    Map<ObjectRef, Integer> shared = new LinkedHashMap<>();
    for (Object feature : features) {
      List<ObjectRef> having = holders.getOrDefault(feature, List.of());
      if (having.size() <= TOO_COMMON) {
        having.forEach(ref -> shared.merge(ref, 1, Integer::sum));
      }
    }
    return shared.entrySet().stream()
        .sorted(
            Map.Entry.<ObjectRef, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(one -> candidate(gone, features, one.getKey()))
        .filter(one -> one.score() >= Score.LEAST)
        .sorted(
            Comparator.comparingInt(RenameCandidate::score)
                .reversed()
                .thenComparing(RenameCandidate::to))
        .toList();
  }

  private RenameCandidate candidate(SchemaObject gone, Set<Object> features, ObjectRef ref) {
    Set<Object> others = parts.get(ref);
    Set<Object> all = new HashSet<>(features);
    all.addAll(others);
    Set<Object> both = new HashSet<>(features);
    both.retainAll(others);
    Score score = new Score();
    int most = gone.ref().kind() == ObjectKind.SEQUENCE ? 30 : 60;
    score.add(
        most * both.size() / all.size(),
        both.size() + " of " + all.size() + " " + words(gone.ref().kind()) + " are the same");
    score.names(20, gone.ref(), ref);
    if (gone.ref().name().name().equals(ref.name().name())) {
      score.add(20, "the same name in another schema");
    }
    Set<ObjectRef> users = from.dependants(gone.ref()).collect(Collectors.toSet());
    users.retainAll(to.dependants(ref).collect(Collectors.toSet()));
    users.remove(gone.ref());
    score.add(users.isEmpty() ? 0 : 20, "used before and after by " + first(users));
    if (gone instanceof Table old && to.table(ref.name()).isPresent()) {
      Table anew = to.table(ref.name()).orElseThrow();
      boolean keys =
          old.primaryKey().isPresent()
              && anew.primaryKey()
                  .filter(
                      key ->
                          key.columns()
                              .toList()
                              .equals(old.primaryKey().orElseThrow().columns().toList()))
                  .isPresent();
      score.add(keys ? 5 : 0, "the same primary key");
    }
    return score.candidate(ref);
  }

  private static String first(Set<ObjectRef> users) {
    String one = users.stream().min(Comparator.naturalOrder()).map(ObjectRef::toString).orElse("");
    return users.size() == 1 ? one : one + " and " + (users.size() - 1) + " more";
  }

  private static String words(ObjectKind kind) {
    return switch (kind) {
      case TABLE -> "names and places of columns";
      case COMPOSITE_TYPE -> "attributes";
      case ENUM_TYPE -> "labels";
      case SCHEMA -> "objects";
      default -> "parts";
    };
  }
}
