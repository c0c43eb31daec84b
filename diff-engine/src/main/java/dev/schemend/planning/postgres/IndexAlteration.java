package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.plan.TableDifference;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.TableEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Indexes of tables that stay: dropped, created, renamed, and attached where the table is a
 * partition.
 */
final class IndexAlteration {

  private final Job job;
  private final Attachments attachments;

  IndexAlteration(Job job, Attachments attachments) {
    this.job = job;
    this.attachments = attachments;
  }

  PlannedStep create(TableEdit edit, Index index, boolean only) {
    ObjectName table = edit.from().name();
    Optional<Attachment> attachment =
        attachments.of(edit).stream().filter(one -> one.member().equals(index.name())).findFirst();
    PlannedStep step =
        TableCreation.createIndex(table, index, only, attachment.map(Attachments::statement));
    return attachment.map(one -> step.needing(Set.of(one.parentName()))).orElse(step);
  }

  /** Attaches indexes that were there before the ones that they come under. */
  void attach(TableEdit edit) {
    for (Attachment attachment : attachments.of(edit)) {
      boolean here =
          edit.to().index(attachment.member()).isPresent()
              && edit.addedIndexes().stream()
                  .noneMatch(index -> index.name().equals(attachment.member()));
      if (here) {
        job.out().add(Attachments.attaching(edit.to(), attachment));
      }
    }
  }

  static PlannedStep drop(Schema from, ObjectName table, Index index, Detours detours) {
    // The keys of partitions that are attached to it go with it only so.
    DropBehavior behavior =
        hasKeysUnder(from, table, index.name()) ? DropBehavior.CASCADE : DropBehavior.RESTRICT;
    return PlannedStep.of(
            Steps.step(
                StepLabel.DROP_INDEX,
                new DdlStatement.DropIndexes(
                    List.of(table.sibling(index.name())), false, false, behavior)),
            ObjectRef.index(table, index.name()))
        .freeing(Set.of(Names.index(table, index.name())))
        .releasing(detours.rebuiltIn(table));
  }

  private static boolean hasKeysUnder(Schema from, ObjectName table, Identifier index) {
    return from.table(table).stream()
        .flatMap(parent -> Descent.heirs(from, parent).stream())
        .anyMatch(
            child ->
                child.constraints().stream()
                        .anyMatch(key -> key.attachedTo().filter(index::equals).isPresent())
                    || child.indexes().stream()
                        .filter(
                            own -> own.postgres().attachedTo().filter(index::equals).isPresent())
                        .anyMatch(own -> hasKeysUnder(from, child.name(), own.name())));
  }

  static PlannedStep rename(ObjectName table, TableDifference.IndexRenamed renamed) {
    Identifier from = renamed.from().name();
    Identifier to = renamed.to().name();
    return PlannedStep.of(
            Steps.step(
                StepLabel.RENAME_INDEX,
                new DdlStatement.RenameIndex(table.sibling(from), to, false)),
            ObjectRef.index(table, from))
        .freeing(Set.of(Names.index(table, from)))
        .making(Set.of(Names.index(table, to)));
  }
}
