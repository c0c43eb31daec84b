package dev.schemend.preflight.mysql;

import dev.schemend.check.Check;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.Flavor;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.preflight.Conditions;
import dev.schemend.preflight.DeclaredRights;
import dev.schemend.preflight.Limit;
import dev.schemend.preflight.Misfit;
import dev.schemend.preflight.RowRules;
import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The answers of MySQL and MariaDB in strict mode, which both have unless somebody switched it off
 * (manual, "Server Error Message Reference" and 5.1.11).
 */
public final class MySqlRowRules implements RowRules {

  private static final Set<String> TEXTS =
      Set.of(
          "char",
          "varchar",
          "tinytext",
          "text",
          "mediumtext",
          "longtext",
          "binary",
          "varbinary",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob",
          "json");
  private static final Set<String> DATES = Set.of("date", "datetime", "timestamp");

  private final Dialect dialect;
  private final MySqlMisfits misfits;
  private final MySqlLimits limits;

  /** The rules of one server. */
  public MySqlRowRules(Dialect dialect) {
    this.dialect = dialect;
    this.misfits = new MySqlMisfits(dialect);
    this.limits = new MySqlLimits(dialect.profile());
  }

  @Override
  public String duplicate() {
    return "1062";
  }

  @Override
  public String nullValue() {
    return dialect.profile().flavor() == Flavor.MARIADB ? "1265" : "1138";
  }

  @Override
  public String orphan() {
    return "1452";
  }

  @Override
  public String exclusion() {
    throw new IllegalStateException("MySQL has no exclusion constraints");
  }

  @Override
  public String violation() {
    return dialect.profile().flavor() == Flavor.MARIADB ? "4025" : "3819";
  }

  /** Manual, 11.6: the implicit default of a type. */
  @Override
  public Optional<SqlExpr> implicitValue(Column column) {
    return switch (column.type()) {
      case SqlType.InlineEnum inline ->
          Optional.of(
              Conditions.string(
                  inline.kind() == SqlType.InlineEnum.Kind.ENUM ? inline.values().getFirst() : ""));
      case SqlType.Builtin builtin ->
          DATES.contains(builtin.name())
              ? zeroDate()
              : Optional.of(
                  TEXTS.contains(builtin.name()) ? Conditions.string("") : Conditions.number(0));
      case SqlType.UserDefined user -> Optional.of(Conditions.string(""));
      case SqlType.ArrayOf array -> Optional.of(Conditions.string(""));
    };
  }

  /** MySQL's strict mode refuses it, MariaDB's as installed does not. */
  private Optional<SqlExpr> zeroDate() {
    return dialect.profile().flavor() == Flavor.MARIADB
        ? Optional.of(Conditions.string("0000-00-00"))
        : Optional.empty();
  }

  @Override
  public String noExtension() {
    throw new IllegalStateException("MySQL has no extensions");
  }

  @Override
  public String noValue() {
    return "1292";
  }

  @Override
  public List<Misfit> misfits(
      Column from, Column to, SqlExpr value, Optional<SqlExpr> using, Schema after) {
    return misfits.of(from, to, value);
  }

  /** Its limits are on what a column may hold. */
  @Override
  public Optional<Misfit> tooLong(String method, List<SqlType> types, List<SqlExpr> values) {
    return Optional.empty();
  }

  @Override
  public boolean rewrites(Column from, Column to) {
    CastRisk risk = dialect.types().castRisk(from.type(), to.type());
    return (risk != CastRisk.IDENTICAL && risk != CastRisk.WIDENING)
        || !from.mysql().characterSet().equals(to.mysql().characterSet());
  }

  @Override
  public List<Limit> limits(Table table) {
    return limits.of(table);
  }

  @Override
  public String noRight() {
    return "1142";
  }

  /** Manual, 8.2.2 and the pages of the statements. */
  @Override
  public List<Check.MissingRight> rights(DdlStatement statement) {
    return DeclaredRights.of(
        statement,
        deed ->
            switch (deed) {
              case CREATE -> Check.Right.CREATE;
              case ALTER -> Check.Right.ALTER;
              case INDEX -> Check.Right.INDEX;
              case DROP -> Check.Right.DROP;
            });
  }
}
