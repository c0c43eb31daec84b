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

  /** Keys of partitions that are under the index go with it, and no statement drops them before. */
  static PlannedStep drop(Schema schema, ObjectName table, Index index, Detours detours) {
    boolean keys =
        schema
            .table(table)
            .filter(one -> Descent.hasKeysUnder(schema, one, index.name()))
            .isPresent();
    return PlannedStep.of(
            Steps.step(
                StepLabel.DROP_INDEX,
                new DdlStatement.DropIndexes(
                    List.of(table.sibling(index.name())),
                    false,
                    false,
                    keys ? DropBehavior.CASCADE : DropBehavior.RESTRICT)),
            ObjectRef.index(table, index.name()))
        .freeing(Set.of(Names.index(table, index.name())))
        .releasing(detours.rebuiltIn(table));
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
