package dev.schemend.planning.postgres;

import dev.schemend.ddl.TableAction;
import dev.schemend.model.Constraint;
import java.util.Optional;

/** Constraints that can be changed without making them anew (manual, ALTER TABLE). */
final class ConstraintChanges {

  private ConstraintChanges() {}

  /** The action that turns {@code from} into {@code to}, where there is one. */
  static Optional<TableAction> inPlace(Constraint from, Constraint to) {
    if (from instanceof Constraint.Check older
        && to instanceof Constraint.Check newer
        && !older.validated()
        && older.withValidated(true).equals(newer)) {
      return Optional.of(new TableAction.ValidateConstraint(newer.name()));
    }
    if (from instanceof Constraint.ForeignKey older && to instanceof Constraint.ForeignKey newer) {
      if (!older.validated() && older.withValidated(true).equals(newer)) {
        return Optional.of(new TableAction.ValidateConstraint(newer.name()));
      }
      if (older.deferrability() != newer.deferrability() && deferring(older, newer)) {
        return Optional.of(new TableAction.AlterDeferrability(newer.name(), newer.deferrability()));
      }
    }
    return Optional.empty();
  }

  private static boolean deferring(Constraint.ForeignKey from, Constraint.ForeignKey to) {
    return new Constraint.ForeignKey(
            from.name(),
            from.sourceColumns(),
            from.target(),
            from.targetColumns(),
            from.matchFull(),
            from.onDelete(),
            from.onUpdate(),
            to.deferrability(),
            from.validated())
        .equals(to);
  }
}
