package dev.schemend.blame;

import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.collect.PersistentSortedMap.Edit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Column;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Adds what one statement did to the trails of everything that it touched. */
final class Attribution {

  private final PersistentSortedMap<ObjectRef, Trail> before;
  private final StatementText statement;
  private final List<DdlStatement> written;
  private final Renamings renamings;
  private PersistentSortedMap<ObjectRef, Trail> trails;

  Attribution(
      PersistentSortedMap<ObjectRef, Trail> trails,
      StatementText statement,
      List<DdlStatement> written) {
    this.before = trails;
    this.trails = trails;
    this.statement = statement;
    this.written = written;
    this.renamings = Renamings.of(written);
  }

  Provenance of(Schema older, Schema newer) {
    List<Edit<ObjectRef, SchemaObject>> edits = newer.objects().editsSince(older.objects());
    Map<ObjectRef, ObjectRef> origins = Origins.of(edits, renamings, !written.isEmpty());
    Set<ObjectRef> moved = new HashSet<>(origins.values());
    for (Edit<ObjectRef, SchemaObject> edit : edits) {
      if (edit.after().isEmpty() && !moved.contains(edit.key())) {
        edit.before().ifPresent(this::dropped);
      }
    }
    origins.forEach(
        (now, old) -> {
          if (newer.get(old).isEmpty()) {
            touch(old, Act.LEFT, List.of("to " + name(now)));
          }
        });
    for (Edit<ObjectRef, SchemaObject> edit : edits) {
      edit.after()
          .ifPresent(
              object -> {
                ObjectRef origin = origins.getOrDefault(edit.key(), edit.key());
                come(object, origin, older.get(origin));
              });
    }
    return new Provenance(trails);
  }

  private void dropped(SchemaObject object) {
    touch(object.ref(), Act.DROPPED, List.of());
    if (object instanceof Table table) {
      TableParts.of(table).keySet().forEach(part -> touch(part, Act.DROPPED, with(table)));
    }
  }

  private static List<String> with(Table table) {
    return List.of("with table " + table.name());
  }

  /** An object is there now that was not, or not under this name, or not like this. */
  private void come(SchemaObject now, ObjectRef origin, Optional<SchemaObject> old) {
    if (old.isEmpty()) {
      touch(now.ref(), Act.MADE, List.of());
      if (now instanceof Table table) {
        TableParts.of(table).keySet().forEach(part -> touch(part, Act.MADE, with(table)));
      }
      return;
    }
    List<String> details =
        old.get() instanceof Table before && now instanceof Table after
            ? parts(before, after)
            : List.of();
    if (!now.ref().equals(origin)) {
      List<String> all = new ArrayList<>(List.of("from " + name(origin)));
      all.addAll(details);
      move(origin, now.ref(), all);
    } else if (!now.equals(old.get())) {
      touch(now.ref(), Act.CHANGED, details);
    }
  }

  /** Follows the parts from one version of a table to the next; says what happened to them. */
  private List<String> parts(Table old, Table now) {
    SequencedMap<ObjectRef, Object> older = TableParts.of(old);
    SequencedMap<ObjectRef, ObjectRef> origins = new LinkedHashMap<>();
    SequencedMap<ObjectRef, Object> newer = TableParts.of(now);
    newer.keySet().forEach(part -> origins.put(part, origin(part, old, older)));
    List<String> details = new ArrayList<>();
    boolean sameTable = old.name().equals(now.name());
    for (ObjectRef part : older.keySet()) {
      if (!origins.containsValue(part)) {
        touch(part, Act.DROPPED, List.of());
        details.add(words(part) + " dropped");
      }
    }
    newer.forEach(
        (part, content) -> {
          ObjectRef origin = origins.get(part);
          if (older.containsKey(origin) && !newer.containsKey(origin)) {
            touch(origin, Act.LEFT, List.of("to " + name(part)));
          }
          if (!older.containsKey(origin)) {
            touch(part, Act.MADE, List.of());
            details.add(words(part) + " added");
          } else if (!origin.member().equals(part.member())) {
            move(origin, part, List.of("from " + origin.member()));
            details.add(words(origin) + " renamed to " + part.member());
          } else if (!sameTable) {
            move(origin, part, List.of("with its table, from " + old.name()));
          } else if (!older.get(origin).equals(content)) {
            touch(part, Act.CHANGED, List.of());
            details.add(words(part) + " changed");
          }
        });
    if (!old.options().essence().equals(now.options().essence())) {
      details.add("options changed");
    }
    if (reordered(old, now)) {
      details.add("columns reordered");
    }
    return details;
  }

  /** The part of the older table that a part of the newer one was; a new one is its own origin. */
  private ObjectRef origin(ObjectRef part, Table old, Map<ObjectRef, Object> older) {
    Identifier name =
        renamings.before(
            part.member(),
            candidate -> older.containsKey(new ObjectRef(part.kind(), old.name(), candidate)));
    return new ObjectRef(part.kind(), old.name(), name);
  }

  private static boolean reordered(Table old, Table now) {
    List<Identifier> first = new ArrayList<>(old.columns().stream().map(Column::name).toList());
    List<Identifier> second = new ArrayList<>(now.columns().stream().map(Column::name).toList());
    first.retainAll(new HashSet<>(second));
    second.retainAll(new HashSet<>(first));
    return !first.equals(second);
  }

  private static String words(ObjectRef part) {
    return part.kind().words() + " " + part.member();
  }

  private static String name(ObjectRef ref) {
    return ref.name() + (ref.member().isNone() ? "" : "." + ref.member());
  }

  /** Takes the trail along to another name. */
  private void move(ObjectRef from, ObjectRef to, List<String> details) {
    Touch touch = new Touch(Act.RENAMED, statement, details);
    trails =
        trails.with(
            to, before.get(from).map(old -> old.plus(touch)).orElse(new Trail(List.of(touch))));
  }

  private void touch(ObjectRef ref, Act act, List<String> details) {
    Touch touch = new Touch(act, statement, details);
    trails =
        trails.with(
            ref, trails.get(ref).map(old -> old.plus(touch)).orElse(new Trail(List.of(touch))));
  }
}
