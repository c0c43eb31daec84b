package dev.schemend.planning.postgres;

import dev.schemend.ddl.TableAction;
import dev.schemend.ddl.TableAction.OfPostgres;
import dev.schemend.model.Column;
import dev.schemend.model.NotNull;
import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind {@code NOT NULL} since PostgreSQL 18, brought about and changed. */
final class NotNullChanges {

  private NotNullChanges() {}

  /** What a definition says of it: a column without rows is checked in any case. */
  static Optional<NotNull> written(Column column) {
    return column
        .postgres()
        .notNull()
        .map(one -> one.essence().withValidated(true))
        .filter(one -> !one.equals(NotNull.PLAIN));
  }

  /**
   * What stands behind NOT NULL of a new column: what it has from its parents alone is validated,
   * also where theirs is not (server source MergeAttributes()).
   */
  static Optional<NotNull> ofNew(Column column) {
    return column.postgres().notNull().map(one -> one.local() ? one : one.withValidated(true));
  }

  /** The action that forbids NULL in a column that takes it. */
  static TableAction set(Identifier column, Column wanted) {
    Optional<NotNull> special =
        wanted.postgres().notNull().map(NotNull::essence).filter(one -> !one.equals(NotNull.PLAIN));
    return special.isPresent()
        ? new OfPostgres.AddNotNull(column, special.get())
        : new TableAction.SetNotNull(column);
  }

  /**
   * What turns the one constraint into the other. What only the parents have is theirs to change.
   *
   * @param from as it is; empty also for what a definition leaves to the server
   */
  static List<TableAction> actions(
      Identifier column, Optional<NotNull> from, Optional<NotNull> to) {
    List<TableAction> actions = new ArrayList<>();
    if (to.isEmpty() || from.filter(one -> !one.local()).isPresent()) {
      return actions;
    }
    NotNull is = from.orElse(NotNull.PLAIN).essence();
    NotNull wanted = to.get().essence();
    if (is.equals(wanted)) {
      return actions;
    }
    if (is.validated() && !wanted.validated()) {
      actions.add(new TableAction.DropNotNull(column));
      actions.add(new OfPostgres.AddNotNull(column, wanted));
      return actions;
    }
    Identifier name = from.map(NotNull::name).orElse(Identifier.NONE);
    if (name.isNone()) {
      return actions;
    }
    if (!is.validated() && wanted.validated()) {
      actions.add(new TableAction.ValidateConstraint(name));
    }
    if (is.noInherit() != wanted.noInherit()) {
      actions.add(new OfPostgres.SetConstraintInherit(name, !wanted.noInherit()));
    }
    if (!is.name().equals(wanted.name())) {
      actions.add(new TableAction.RenameConstraint(name, to.get().name()));
    }
    return actions;
  }
}
