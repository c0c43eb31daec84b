package dev.schemend.rename;

import dev.schemend.model.Schema;
import dev.schemend.model.Sequence;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.RenameDecision;
import dev.schemend.plan.RenameQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sequences that columns own. */
final class OwnedSequences {

  private OwnedSequences() {}

  /** Those whose owner is the same on both sides while their name is not. */
  static List<RenameQuestion> followed(
      Schema from, Schema to, List<Change> changes, Set<ObjectRef> settled) {
    Map<ObjectRef, List<Sequence>> come = new HashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.Created(Sequence sequence)) {
        sequence
            .ownedBy()
            .ifPresent(
                owner -> come.computeIfAbsent(owner, one -> new ArrayList<>()).add(sequence));
      }
    }
    List<RenameQuestion> followed = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.Dropped(Sequence gone)
          && !settled.contains(gone.ref())
          && gone.ownedBy().filter(owner -> isKept(owner, from, to)).isPresent()) {
        List<Sequence> heirs = come.getOrDefault(gone.ownedBy().orElseThrow(), List.of());
        if (heirs.size() == 1 && heirs.getFirst().name().schema().equals(gone.name().schema())) {
          RenameDecision owner =
              new RenameDecision(
                  Optional.of(heirs.getFirst().ref()),
                  RenameDecision.Source.OWNER,
                  gone.ownedBy().orElseThrow().toString());
          followed.add(
              new RenameQuestion(gone.ref(), List.of(), Optional.empty(), Optional.of(owner)));
        }
      }
    }
    return followed;
  }

  private static boolean isKept(ObjectRef owner, Schema from, Schema to) {
    return from.table(owner.name()).flatMap(table -> table.column(owner.member())).isPresent()
        && to.table(owner.name()).flatMap(table -> table.column(owner.member())).isPresent();
  }
}
