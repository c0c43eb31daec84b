package dev.schemend.planning.mysql;

import dev.schemend.dialect.Dialect;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Generation;
import dev.schemend.plan.TableDifference.ColumnAltered;
import dev.schemend.plan.TableDifference.ColumnAspect;
import dev.schemend.planning.Columns;
import dev.schemend.type.CastRisk;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a change of a column means, whatever statement brings it about. */
final class ColumnChanges {

  /** The server refuses to change these under a foreign key (manual, 15.1.9 and 15.1.20.5). */
  private static final Set<ColumnAspect> HELD_BY_KEYS =
      EnumSet.of(
          ColumnAspect.TYPE,
          ColumnAspect.NULLABILITY,
          ColumnAspect.GENERATION,
          ColumnAspect.COLLATION,
          ColumnAspect.CHARACTER_SET);

  private final Dialect dialect;

  ColumnChanges(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Whether foreign keys over the column must go meanwhile. */
  static boolean isHeldByKeys(ColumnAltered altered) {
    return altered.aspects().stream().anyMatch(HELD_BY_KEYS::contains);
  }

  /** Whether the statement is no more than {@code ALTER COLUMN … DROP DEFAULT}. */
  static boolean onlyDropsDefault(ColumnAltered altered) {
    // On a nullable column it would also take the implicit DEFAULT NULL away (manual, 15.1.9).
    return altered.aspects().equals(EnumSet.of(ColumnAspect.DEFAULT))
        && altered.to().defaultValue().isEmpty()
        && !altered.to().nullable()
        // MariaDB leaves a default of the current time where it is.
        && altered.from().defaultValue().filter(SqlExpr.FunctionCall.class::isInstance).isEmpty();
  }

  /** Whether only dropping the column and adding it anew helps (manual, 15.1.9.2). */
  boolean mustRecreate(ColumnAltered altered) {
    Optional<Generation.Computed> from = Columns.computed(altered.from());
    Optional<Generation.Computed> to = Columns.computed(altered.to());
    if (from.isEmpty() && to.isEmpty()) {
      return altered.aspects().contains(ColumnAspect.TYPE) && risk(altered) == CastRisk.IMPOSSIBLE;
    }
    boolean wasVirtual = from.filter(computed -> !computed.stored()).isPresent();
    boolean isVirtual = to.filter(computed -> !computed.stored()).isPresent();
    return wasVirtual != isVirtual
        || (altered.aspects().contains(ColumnAspect.GENERATION)
            && !MySqlFeature.MODIFY_STORED_COLUMN.in(dialect.profile()));
  }

  private CastRisk risk(ColumnAltered altered) {
    return dialect.types().castRisk(altered.from().type(), altered.to().type());
  }
}
