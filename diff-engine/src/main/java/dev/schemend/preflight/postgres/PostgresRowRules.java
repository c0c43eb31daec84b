package dev.schemend.preflight.postgres;

import dev.schemend.check.Check;
import dev.schemend.check.Concern;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.preflight.Conditions;
import dev.schemend.preflight.DeclaredRights;
import dev.schemend.preflight.Limit;
import dev.schemend.preflight.Misfit;
import dev.schemend.preflight.RowRules;
import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's answers: SQLSTATEs of class 22 and 23 (manual, appendix A). */
public final class PostgresRowRules implements RowRules {

  /** From 15 on a missing control file is a feature that is not supported. */
  private static final ServerVersion FEATURE_NOT_SUPPORTED = ServerVersion.of(15, 0, 0);

  private static final int COLUMNS = 1600;
  private static final int KEY_COLUMNS = 32;
  private static final String TOO_MANY_COLUMNS = "54011";

  private static final int LONGEST_KEY = 2704;

  /** Bytes of a character in UTF-8. */
  private static final int WIDEST = 4;

  private static final Set<String> LONG =
      Set.of("text", "character varying", "character", "bytea", "jsonb", "bit varying");

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
  public String exclusion() {
    return "23P01";
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

  /**
   * A third of a page (BTMaxItemSize in {@code nbtree.h}, {@code _bt_check_third_page}). What a
   * value takes in the table is what it takes in the index, but for one that is not compressed
   * there and can be: so it only may fail.
   */
  @Override
  public Optional<Misfit> tooLong(String method, List<SqlType> types, List<SqlExpr> values) {
    if (!method.equals(Index.BTREE) || types.stream().noneMatch(PostgresRowRules::mayBeLong)) {
      return Optional.empty();
    }
    SqlExpr size =
        values.stream()
            .map(PostgresRowRules::size)
            .reduce((left, right) -> new SqlExpr.Binary("+", left, right))
            .orElseThrow();
    return Optional.of(
        new Misfit(
            Optional.of(Conditions.compare(size, ">", Conditions.number(LONGEST_KEY))),
            Concern.Weight.MAY_FAIL,
            "keys may be longer than " + LONGEST_KEY + " bytes, the most of a B-tree",
            Optional.of("54000"),
            Optional.empty(),
            false));
  }

  /** Numbers, dates and the like never are; of a type that is not built in nobody knows. */
  private static boolean mayBeLong(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin ->
          LONG.contains(builtin.name())
              && builtin.modifiers().stream().allMatch(most -> most * WIDEST > LONGEST_KEY);
      case SqlType.ArrayOf array -> true;
      case SqlType.UserDefined user -> false;
      case SqlType.InlineEnum inline -> false;
    };
  }

  /** NULL takes no place. */
  private static SqlExpr size(SqlExpr value) {
    return Conditions.call(
        "coalesce", Conditions.call("pg_column_size", value), Conditions.number(0));
  }

  @Override
  public boolean rewrites(Column from, Column to) {
    CastRisk risk = dialect.types().castRisk(from.type(), to.type());
    return risk != CastRisk.IDENTICAL && risk != CastRisk.WIDENING;
  }

  /** Manual, appendix K. Columns that were dropped count too, and are not seen here. */
  @Override
  public List<Limit> limits(Table table) {
    List<Limit> limits = new ArrayList<>();
    if (table.columns().size() > COLUMNS) {
      limits.add(new Limit("columns", "are more than " + COLUMNS, TOO_MANY_COLUMNS));
    }
    table.indexes().stream()
        .filter(index -> index.parts().size() > KEY_COLUMNS)
        .forEach(
            index ->
                limits.add(
                    new Limit(
                        index.name().toString(),
                        "has more than " + KEY_COLUMNS + " columns",
                        TOO_MANY_COLUMNS)));
    return limits;
  }

  @Override
  public String noRight() {
    return "42501";
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
