package dev.schemend.blame;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The names that a statement says it changes, as far as the schemas on both sides of it do not show
 * them: parts of tables, and tables that take each other's names.
 *
 * @param parts two names of a part, in the order in which they take effect
 * @param tables two names of a table, in that order
 */
record Renamings(List<Part> parts, List<DdlStatement.RenameTables.Renaming> tables) {

  record Part(Identifier from, Identifier to) {}

  Renamings {
    parts = List.copyOf(parts);
    tables = List.copyOf(tables);
  }

  static Renamings of(List<DdlStatement> written) {
    List<Part> parts = new ArrayList<>();
    List<DdlStatement.RenameTables.Renaming> tables = new ArrayList<>();
    for (DdlStatement statement : written) {
      if (statement instanceof DdlStatement.AlterTable alter) {
        alter.actions().forEach(action -> add(action, parts));
      } else if (statement instanceof DdlStatement.RenameIndex rename) {
        parts.add(new Part(rename.from().name(), rename.to()));
      } else if (statement instanceof DdlStatement.RenameTables rename) {
        tables.addAll(rename.renamings());
      }
    }
    return new Renamings(parts, tables);
  }

  private static void add(TableAction action, List<Part> parts) {
    if (action instanceof TableAction.RenameColumn rename) {
      parts.add(new Part(rename.from(), rename.to()));
    } else if (action instanceof TableAction.ChangeColumn change) {
      parts.add(new Part(change.column(), change.definition().column().name()));
    } else if (action instanceof TableAction.RenameConstraint rename) {
      parts.add(new Part(rename.from(), rename.to()));
    } else if (action instanceof TableAction.RenameIndex rename) {
      parts.add(new Part(rename.from(), rename.to()));
    }
  }

  /** The name that a part had before the statement; its own where none is written. */
  Identifier before(Identifier name, Predicate<Identifier> wasThere) {
    Identifier old = name;
    for (Part pair : parts.reversed()) {
      if (pair.to().equals(old)) {
        old = pair.from();
      }
    }
    return wasThere.test(old) ? old : name;
  }

  /** Where tables of these references come from, as far as that is written. */
  Map<ObjectRef, ObjectRef> origins(Collection<ObjectRef> edited) {
    Map<ObjectRef, ObjectRef> origins = new HashMap<>();
    for (DdlStatement.RenameTables.Renaming renaming : tables) {
      Optional<ObjectRef> from = find(renaming.from(), edited);
      Optional<ObjectRef> to = find(renaming.to(), edited);
      // A name that is only passed through on the way is nobody's in either schema.
      ObjectRef left = from.orElseGet(() -> ObjectRef.table(renaming.from()));
      ObjectRef right = to.orElseGet(() -> ObjectRef.table(renaming.to()));
      ObjectRef origin = origins.getOrDefault(left, left);
      origins.remove(left);
      origins.put(right, origin);
    }
    return origins;
  }

  private static Optional<ObjectRef> find(ObjectName written, Collection<ObjectRef> edited) {
    return edited.stream()
        .filter(ref -> ref.member().isNone() && ref.name().name().equals(written.name()))
        .filter(ref -> !written.isQualified() || ref.name().schema().equals(written.schema()))
        .findFirst();
  }
}
