package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Constraint;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.PlannedStep;
import java.util.List;
import java.util.Optional;

/**
 * Foreign keys that partitions have from their parents. The server gives them their parent's name
 * (CloneFkReferencing); one that was the partition's own before has kept its name, and is called so
 * again when it is made anew.
 */
final class HandedDownKeys {

  private final Schema to;

  HandedDownKeys(Schema to) {
    this.to = to;
  }

  /** The step that gives a new key of a partition its name, where that is another one. */
  Optional<PlannedStep> naming(Table partition, Constraint.ForeignKey key) {
    return given(partition, key)
        .filter(name -> !name.equals(key.name()))
        .map(
            name ->
                PlannedStep.of(
                        Steps.step(
                            StepLabel.RENAME_FOREIGN_KEY,
                            new DdlStatement.AlterTable(
                                partition.name(),
                                false,
                                List.of(new TableAction.RenameConstraint(name, key.name())))),
                        ObjectRef.constraint(partition.name(), key.name()))
                    // Behind the foreign key itself.
                    .at(StepLabel.RENAME_INDEX));
  }

  /** The name of the key that it all began with. */
  private Optional<Identifier> given(Table partition, Constraint.ForeignKey key) {
    return Descent.lineage(partition).parents().stream()
        .flatMap(parent -> to.table(parent).stream())
        .flatMap(
            parent ->
                parent
                    .foreignKeys()
                    .filter(one -> Descent.sameReference(one, key))
                    .flatMap(
                        one ->
                            (one.postgres().local() ? Optional.of(one.name()) : given(parent, one))
                                .stream()))
        .findFirst();
  }
}
