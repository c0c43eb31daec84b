package dev.schemend.hazard;

import dev.schemend.collect.PersistentSortedMap.Edit;
import dev.schemend.model.Column;
import dev.schemend.model.Declaration;
import dev.schemend.model.Generation;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is gone behind a statement, read off the schemas on both sides of it: so what goes by
 * CASCADE, with its schema or by procedural code is found like what is named.
 */
final class Losses {

  /** Kinds whose absence between a drop and a new creation is felt by those who use them. */
  private static final Set<ObjectKind> USED_BY_CLIENTS =
      EnumSet.of(
          ObjectKind.TABLE,
          ObjectKind.FOREIGN_TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.ROUTINE,
          ObjectKind.AGGREGATE,
          ObjectKind.SEQUENCE);

  /** What statements of clients apply without a name that could be looked for in bodies. */
  private static final Set<ObjectKind> USED_IN_STATEMENTS =
      EnumSet.of(
          ObjectKind.OPERATOR,
          ObjectKind.CAST,
          ObjectKind.TRANSFORM,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.TEXT_SEARCH_DICTIONARY);

  private final Schema before;
  private final Schema after;
  private final Moves moves;
  private final Set<ObjectName> fresh;
  private final Schema end;
  private final List<Hazard> hazards = new ArrayList<>();

  private Losses(Schema before, Schema after, Moves moves, Set<ObjectName> fresh, Schema end) {
    this.before = before;
    this.after = after;
    this.moves = moves;
    this.fresh = fresh;
    this.end = end;
  }

  static List<Hazard> of(Deed deed, Schema end) {
    return between(deed.before(), deed.after(), Moves.of(deed), deed.fresh(), end);
  }

  static List<Hazard> between(
      Schema before, Schema after, Moves moves, Set<ObjectName> fresh, Schema end) {
    Losses losses = new Losses(before, after, moves, fresh, end);
    for (Edit<ObjectRef, SchemaObject> edit : after.objects().editsSince(before.objects())) {
      edit.before().ifPresent(old -> losses.edited(old, edit.after()));
    }
    return losses.hazards;
  }

  private void edited(SchemaObject old, Optional<SchemaObject> now) {
    if (now.isEmpty()) {
      if (moves.movesObjects()) {
        moved(old);
      } else {
        dropped(old);
      }
    } else if (old instanceof Table from
        && now.get() instanceof Table to
        && !fresh.contains(from.name())) {
      table(from, to);
    }
  }

  private void moved(SchemaObject old) {
    boolean missed =
        USED_BY_CLIENTS.contains(old.ref().kind())
            && !end.has(old.ref())
            && !(old instanceof Sequence sequence && isOfIdentity(sequence));
    if (missed && !fresh.contains(old.ref().name())) {
      add(
          Hazard.Kind.BREAKS_CLIENTS,
          old.ref(),
          "programs that know it by this name do not find it");
      mentioned(old.ref());
    }
  }

  private void dropped(SchemaObject old) {
    ObjectRef ref = old.ref();
    if (old instanceof Table table) {
      if (fresh.contains(table.name())) {
        return;
      }
      add(Hazard.Kind.DATA_LOSS, ref, "every row of the table is lost");
    } else if (old instanceof MaterializedView) {
      add(Hazard.Kind.DATA_LOSS, ref, "its stored rows go; they would have to be computed again");
    } else if (old instanceof Sequence sequence && !goesWithOwner(sequence)) {
      add(Hazard.Kind.DATA_LOSS, ref, "the number that it has come to is lost");
    } else if (ref.kind() == ObjectKind.EXTENSION) {
      add(
          Hazard.Kind.UNTRACKED_DEPENDENCIES,
          ref,
          "what the extension brought goes along, and columns of its types may, too");
    }
    if (old instanceof Declaration declaration) {
      declared(declaration);
    } else if (old instanceof OpaqueObject) {
      add(
          Hazard.Kind.UNTRACKED_DEPENDENCIES,
          ref,
          "it is carried, not understood: what rests on it is not known");
    }
    if (USED_BY_CLIENTS.contains(ref.kind())) {
      if (end.has(ref)) {
        add(Hazard.Kind.RECREATED, ref, "it is dropped and made anew");
      }
      mentioned(ref);
    }
  }

  private void declared(Declaration gone) {
    boolean comesBack = end.has(gone.ref());
    if (gone.is(ObjectKind.PUBLICATION)) {
      if (comesBack) {
        add(
            Hazard.Kind.RECREATED,
            gone.ref(),
            "it is dropped and made anew, and its subscribers must be refreshed");
      } else {
        add(Hazard.Kind.BREAKS_CLIENTS, gone.ref(), "its subscribers get no more changes");
      }
    } else if (gone.is(ObjectKind.STATISTICS) && comesBack) {
      add(
          Hazard.Kind.RECREATED,
          gone.ref(),
          "it is dropped and made anew, and knows nothing until the next ANALYZE");
    } else if (comesBack && !USED_BY_CLIENTS.contains(gone.ref().kind())) {
      add(Hazard.Kind.RECREATED, gone.ref(), "it is dropped and made anew");
    } else if (USED_IN_STATEMENTS.contains(gone.ref().kind())) {
      add(Hazard.Kind.BREAKS_CLIENTS, gone.ref(), "statements that rest on it fail");
    } else if (gone.is(ObjectKind.USER_MAPPING)) {
      add(Hazard.Kind.BREAKS_CLIENTS, gone.ref(), "its user is no more known to that server");
    }
  }

  /** A sequence counts for its column: without it there is nothing to count. */
  // The identity that takes the place of a serial column has a sequence of that name.
  private boolean isOfIdentity(Sequence sequence) {
    return end.tables()
        .flatMap(
            table ->
                table.columns().stream()
                    .filter(
                        column -> column.generation().orElse(null) instanceof Generation.Identity)
                    .map(
                        column ->
                            table
                                .name()
                                .sibling(
                                    Identifier.of(
                                        table.name().name().text()
                                            + "_"
                                            + column.name().text()
                                            + "_seq"))))
        .anyMatch(sequence.name()::equals);
  }

  private boolean goesWithOwner(Sequence sequence) {
    return sequence
        .ownedBy()
        .filter(
            column ->
                after
                    .table(column.name())
                    .flatMap(table -> table.column(column.member()))
                    .isEmpty())
        .isPresent();
  }

  private void table(Table from, Table to) {
    for (Column column : from.columns()) {
      ObjectRef ref = ObjectRef.column(from.name(), column.name());
      boolean renamed = moves.columns().containsKey(column.name());
      if (renamed) {
        add(Hazard.Kind.BREAKS_CLIENTS, ref, "programs that know it by this name do not find it");
        mentioned(ref);
      } else if (to.column(column.name()).isEmpty()) {
        if (!isComputed(column)) {
          add(Hazard.Kind.DATA_LOSS, ref, "every value of the column is lost");
        }
        mentioned(ref);
      }
    }
  }

  private static boolean isComputed(Column column) {
    return column.generation().filter(Generation.Computed.class::isInstance).isPresent();
  }

  private void mentioned(ObjectRef ref) {
    CodeMentions.of(ref, before, after)
        .forEach(
            code ->
                add(
                    Hazard.Kind.UNTRACKED_DEPENDENCIES,
                    ref,
                    "the body of " + code + " mentions it, and nobody follows what code does"));
  }

  private void add(Hazard.Kind kind, ObjectRef object, String reason) {
    hazards.add(new Hazard(kind, object, reason));
  }
}
