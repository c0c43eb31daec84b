package dev.schemend.rename;

import dev.schemend.apply.ColumnUses;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.RenameCandidate;
import dev.schemend.type.TypeSystem;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How much speaks for a column's being another one under a new name. */
final class ColumnLikeness {

  private final TypeSystem types;

  ColumnLikeness(TypeSystem types) {
    this.types = types;
  }

  /**
   * The candidate; empty where the values could not be those of the old column.
   *
   * @param alone whether nothing else left the table and nothing else came
   */
  Optional<RenameCandidate> of(Table from, Column old, Table to, Column anew, boolean alone) {
    int type =
        switch (types.castRisk(old.type(), anew.type())) {
          case IDENTICAL -> 40;
          case WIDENING -> 30;
          case REWRITE, LOSSY -> 15;
          case EXPLICIT, IMPOSSIBLE -> 0;
        };
    if (type == 0) {
      return Optional.empty();
    }
    ObjectRef before = ObjectRef.column(from.name(), old.name());
    ObjectRef after = ObjectRef.column(to.name(), anew.name());
    Score score = new Score();
    score.add(type, type == 40 ? "the same type" : "a type that the values convert to");
    int place = from.columns().indexOf(old);
    score.add(place == to.columns().indexOf(anew) ? 15 : 0, "the same place in the table");
    score.add(alone ? 15 : 0, "nothing else went, and nothing else came");
    score.names(15, before, after);
    score.add(old.nullable() == anew.nullable() ? 5 : 0, "NULL is allowed in both or in neither");
    boolean defaults =
        old.defaultValue().isPresent() && old.defaultValue().equals(anew.defaultValue());
    score.add(defaults ? 5 : 0, "the same default");
    boolean generated = old.generation().isPresent() && old.generation().equals(anew.generation());
    score.add(generated ? 10 : 0, "generated in the same way");
    boolean commented = old.comment().isPresent() && old.comment().equals(anew.comment());
    score.add(commented ? 10 : 0, "the same comment");
    Set<String> uses = uses(from, old);
    uses.retainAll(uses(to, anew));
    score.add(uses.isEmpty() ? 0 : 15, "part of both: " + String.join(", ", uses));
    RenameCandidate candidate = score.candidate(after);
    return candidate.score() < Score.LEAST ? Optional.empty() : Optional.of(candidate);
  }

  private static Set<String> uses(Table table, Column column) {
    Set<String> uses = new TreeSet<>();
    for (Constraint constraint : table.constraints()) {
      if (ColumnUses.in(constraint).contains(column.name())) {
        uses.add(
            switch (constraint) {
              case Constraint.PrimaryKey key -> "the primary key";
              case Constraint.Unique key -> "a unique constraint";
              case Constraint.ForeignKey key -> "a foreign key to " + key.target();
              case Constraint.Check check -> "a check";
              case Constraint.Exclusion exclusion -> "an exclusion constraint";
            });
      }
    }
    for (Index index : table.indexes()) {
      if (ColumnUses.in(index).contains(column.name())) {
        uses.add(index.unique() ? "a unique index" : "an index");
      }
    }
    return uses;
  }
}
