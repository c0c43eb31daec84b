package dev.schemend.rename;

import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.RenameQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Written renames, as far as they speak of two schemas. One that was carried out long ago, or that
 * is about something neither schema has, is passed over: hints stay where they are written.
 */
final class DeclaredNames {

  private final List<Declared> declared;
  private final Map<ObjectRef, ObjectRef> renamed = new HashMap<>();

  /**
   * Renames as written.
   *
   * @param before what the stages before have decided: parts are found under their new tables
   */
  DeclaredNames(List<Declared> declared, List<RenameQuestion> before) {
    this.declared = declared;
    before.forEach(one -> one.renamedTo().ifPresent(to -> renamed.put(one.from(), to)));
  }

  /**
   * Renames of renames made one: what the newer schema does not have was renamed again. A part is
   * found under the last name of its table, whatever that was called when the part was renamed.
   */
  static List<Declared> upTo(Schema to, List<Declared> written) {
    Map<ObjectRef, ObjectRef> objects = next(written);
    List<Declared> placed =
        written.stream()
            .map(
                one ->
                    new Declared(
                        placed(to, one.from(), objects),
                        one.to().map(name -> placed(to, name, objects)),
                        one.source(),
                        one.where()))
            .toList();
    Map<ObjectRef, ObjectRef> all = next(placed);
    return placed.stream()
        .map(
            one ->
                new Declared(
                    one.from(),
                    one.to().map(name -> last(to, name, all)),
                    one.source(),
                    one.where()))
        .toList();
  }

  private static Map<ObjectRef, ObjectRef> next(List<Declared> declared) {
    Map<ObjectRef, ObjectRef> next = new HashMap<>();
    declared.forEach(one -> one.to().ifPresent(name -> next.putIfAbsent(one.from(), name)));
    return next;
  }

  private static ObjectRef placed(Schema to, ObjectRef ref, Map<ObjectRef, ObjectRef> next) {
    if (ref.isOfColumn()) {
      ObjectRef column = ObjectRef.column(ref.name(), ref.member());
      return ref.in(last(to, placed(to, column, next), next));
    }
    return ref.holders().stream()
        .map(holder -> last(to, holder, next))
        .filter(holder -> !holder.name().equals(ref.name()))
        .findFirst()
        .map(ref::in)
        .orElse(ref);
  }

  private static ObjectRef last(Schema to, ObjectRef ref, Map<ObjectRef, ObjectRef> next) {
    ObjectRef name = ref;
    Set<ObjectRef> seen = new HashSet<>();
    while (!PartNames.has(to, name) && next.containsKey(name) && seen.add(name)) {
      name = next.get(name);
    }
    return name;
  }

  /** What the texts decide about things of {@code kinds}; the first word about a thing holds. */
  List<RenameQuestion> decided(Set<ObjectKind> kinds, Schema from, Schema to) {
    Map<ObjectRef, Declared> holding = new LinkedHashMap<>();
    Set<ObjectRef> taken = new HashSet<>();
    for (Declared written : declared) {
      if (!kinds.contains(written.from().kind())) {
        continue;
      }
      for (Declared one : Namesakes.meant(today(written), from, to)) {
        boolean speaks =
            !holding.containsKey(one.from())
                && PartNames.has(from, one.from())
                && one.to()
                    .map(name -> PartNames.has(to, name) && !name.equals(one.from()))
                    .orElse(!PartNames.has(to, one.from()));
        if (speaks && one.to().map(taken::add).orElse(true)) {
          holding.put(one.from(), one);
        }
      }
    }
    List<RenameQuestion> questions = new ArrayList<>();
    holding
        .values()
        .forEach(
            one -> {
              if (one.to().isEmpty() || isToBeDone(one, holding, from, to)) {
                questions.add(
                    new RenameQuestion(
                        one.from(), List.of(), Optional.empty(), Optional.of(one.decision())));
              }
            });
    return questions;
  }

  /**
   * Whether a rename is still ahead: at the end of its chain of names stands one that the older
   * schema lacks, and at the beginning one that the newer schema lacks. Else it was carried out
   * long ago, and its names are used again.
   */
  private static boolean isToBeDone(
      Declared one, Map<ObjectRef, Declared> holding, Schema from, Schema to) {
    Map<ObjectRef, ObjectRef> back = new HashMap<>();
    holding.values().forEach(each -> each.to().ifPresent(name -> back.put(name, each.from())));
    ObjectRef last = one.to().orElseThrow();
    Set<ObjectRef> seen = new HashSet<>();
    while (PartNames.has(from, last)) {
      Declared next = holding.get(last);
      if (next == null || next.to().isEmpty() || !seen.add(last)) {
        return false;
      }
      last = next.to().orElseThrow();
    }
    ObjectRef first = one.from();
    while (PartNames.has(to, first)) {
      first = back.get(first);
      if (first == null) {
        return false;
      }
    }
    return true;
  }

  private Declared today(Declared written) {
    return new Declared(
        today(written.from()), written.to().map(this::today), written.source(), written.where());
  }

  /** A part under the name that its table, or schema, has after the stages before. */
  private ObjectRef today(ObjectRef written) {
    ObjectName name = written.name();
    ObjectRef schema = renamed.get(ObjectRef.schema(name.schema()));
    if (schema != null && written.kind() != ObjectKind.SCHEMA) {
      name = new ObjectName(schema.name().name(), name.name());
    }
    ObjectRef part = new ObjectRef(written.kind(), name, written.member(), written.label());
    if (part.isOfColumn()) {
      ObjectRef column = today(ObjectRef.column(part.name(), part.member()));
      return part.in(renamed.getOrDefault(column, column));
    }
    return part.holders().stream()
        .filter(renamed::containsKey)
        .findFirst()
        .map(holder -> part.in(renamed.get(holder)))
        .orElse(part);
  }
}
