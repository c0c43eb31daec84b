package dev.schemend.preflight.postgres;

import dev.schemend.check.Check;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Schema;
import dev.schemend.preflight.DeclaredRights;
import dev.schemend.preflight.Misfit;
import dev.schemend.preflight.RowRules;
import dev.schemend.type.CastRisk;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's answers: SQLSTATEs of class 22 and 23 (manual, appendix A). */
public final class PostgresRowRules implements RowRules {

  /** From 15 on a missing control file is a feature that is not supported. */
  private static final ServerVersion FEATURE_NOT_SUPPORTED = ServerVersion.of(15, 0, 0);

  private final Dialect dialect;
  private final PostgresMisfits misfits;

  /** The rules of one server. */
  public PostgresRowRules(Dialect dialect) {
    this.dialect = dialect;
    this.misfits = new PostgresMisfits(dialect);
  }

  @Override
  public String duplicate() {
    return "23505";
  }

  @Override
  public String nullValue() {
    return "23502";
  }

  @Override
  public String orphan() {
    return "23503";
  }

  @Override
  public String violation() {
    return "23514";
  }

  @Override
  public Optional<SqlExpr> implicitValue(Column column) {
    return Optional.empty();
  }

  @Override
  public String noExtension() {
    return dialect.profile().version().since(FEATURE_NOT_SUPPORTED) ? "0A000" : "58P01";
  }

  @Override
  public String noValue() {
    return "23502";
  }

  @Override
  public List<Misfit> misfits(
      Column from, Column to, SqlExpr value, Optional<SqlExpr> using, Schema after) {
    return misfits.of(from.type(), to.type(), value, using, after);
  }

  @Override
  public boolean rewrites(Column from, Column to) {
    CastRisk risk = dialect.types().castRisk(from.type(), to.type());
    return risk != CastRisk.IDENTICAL && risk != CastRisk.WIDENING;
  }

  /** Manual, ALTER TABLE, CREATE INDEX, DROP TABLE, CREATE TABLE: "you must own the table". */
  @Override
  public List<Check.MissingRight> rights(DdlStatement statement) {
    return DeclaredRights.of(
        statement,
        deed ->
            switch (deed) {
              case CREATE -> Check.Right.CREATE;
              case ALTER, INDEX, DROP -> Check.Right.OWNER;
            });
  }
}
