package dev.schemend.planning.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.model.Constraint;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.Table;
import dev.schemend.plan.TableDifference;
import dev.schemend.plan.TableDifference.ColumnAspect;
import dev.schemend.planning.Columns;
import dev.schemend.planning.TableEdit;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a change writes a whole table anew. Where it does, all else is put into the same
 * statement; where the server only notes that a column is there or gone, an index added in the same
 * statement would make it write the table after all (MySQL manual, 17.12.1; MariaDB: InnoDB Online
 * DDL Overview).
 */
final class TableRewrite {

  /** What is noted, and not written into rows. */
  private static final Set<ColumnAspect> NOTED =
      EnumSet.of(
          ColumnAspect.SPELLING,
          ColumnAspect.DEFAULT,
          ColumnAspect.ON_UPDATE,
          ColumnAspect.VISIBILITY,
          ColumnAspect.COMMENT);

  private final ServerProfile server;

  TableRewrite(ServerProfile server) {
    this.server = server;
  }

  /** Whether columns come or go and no row is written for it. */
  boolean isSpared(TableEdit edit) {
    boolean instant =
        (!edit.addedColumns().isEmpty() && MySqlFeature.INSTANT_ADD_COLUMN.in(server))
            || (!edit.droppedColumns().isEmpty() && MySqlFeature.INSTANT_DROP_COLUMN.in(server));
    return instant && !isWritten(edit);
  }

  private boolean isWritten(TableEdit edit) {
    boolean instantly =
        (edit.addedColumns().isEmpty() || MySqlFeature.INSTANT_ADD_COLUMN.in(server))
            && (edit.droppedColumns().isEmpty() || MySqlFeature.INSTANT_DROP_COLUMN.in(server));
    return !instantly
        || edit.reordered()
        || edit.alteredColumns().stream().anyMatch(one -> !NOTED.containsAll(one.aspects()))
        || edit.addedColumns().stream()
            .anyMatch(column -> Columns.computed(column).filter(one -> one.stored()).isPresent())
        || Stream.concat(edit.addedConstraints().stream(), edit.droppedConstraints().stream())
            .anyMatch(this::isWrittenFor)
        || edit.options().filter(TableRewrite::isWrittenFor).isPresent()
        || isVersioned(edit.from());
  }

  private boolean isWrittenFor(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> true;
      // MySQL copies the table to look at its rows.
      case Constraint.Check check -> server.flavor() == Flavor.MYSQL;
      case Constraint.ForeignKey key -> false;
      case Constraint.Unique key -> false;
      case Constraint.Exclusion exclusion -> false;
    };
  }

  private static boolean isWrittenFor(TableDifference.OptionsChanged changed) {
    MySqlTableOptions from = changed.from().mysql();
    MySqlTableOptions to = changed.to().mysql();
    return !from.engine().equals(to.engine())
        || !from.other().equals(to.other())
        || !from.versioning().equals(to.versioning());
  }

  private static boolean isVersioned(Table table) {
    return table.options().mysql().versioning().systemVersioned();
  }
}
