package dev.schemend.exec.introspect.mysql;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.exec.introspect.CatalogQuery;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a product and version keeps its {@code information_schema}.
 *
 * @param defaults how {@code COLUMNS.COLUMN_DEFAULT} is written
 * @param stored what gives back the SQL of a stored expression: of {@code GENERATION_EXPRESSION},
 *     {@code CHECK_CLAUSE}, {@code EXPRESSION} and expression defaults
 * @param indexExpression what to select from {@code STATISTICS} for a functional key part
 * @param indexHidden what to select from {@code STATISTICS} for an index that the optimizer is to
 *     ignore: {@code YES} or not
 * @param spatialReference what to select from {@code COLUMNS} for {@code SRID}
 * @param viewAlgorithm what to select from {@code VIEWS} for {@code ALGORITHM}
 * @param losesEscapes whether strings in the texts of programs are shown without their escapes
 * @param checks the query on check constraints, where the server has any
 * @param periods the query on periods, where the server has any
 */
record CatalogFacts(
    ColumnDefaults defaults,
    UnaryOperator<String> stored,
    String indexExpression,
    String indexHidden,
    String spatialReference,
    String viewAlgorithm,
    boolean losesEscapes,
    Optional<CatalogQuery> checks,
    Optional<CatalogQuery> periods) {

  private static final String NOTHING = "NULL";

  // The releases that brought the columns (MySQL 8.0 reference manual, chapter 28; MariaDB's pages
  // on the information schema tables).
  private static final ServerVersion MYSQL_DICTIONARY = ServerVersion.of(8, 0, 3);
  private static final ServerVersion MYSQL_FUNCTIONAL_PARTS = ServerVersion.of(8, 0, 13);
  private static final ServerVersion MYSQL_CHECKS = ServerVersion.of(8, 0, 16);
  private static final ServerVersion MARIADB_CHECKS = ServerVersion.of(10, 3, 10);
  private static final ServerVersion MARIADB_CHECK_LEVEL = ServerVersion.of(10, 5, 10);
  private static final ServerVersion MARIADB_PERIODS = ServerVersion.of(11, 4, 1);
  private static final ServerVersion MARIADB_IGNORED = ServerVersion.of(10, 6, 0);

  /** The facts for a server. */
  static CatalogFacts of(ServerProfile profile) {
    return switch (profile.flavor()) {
      case MYSQL -> mysql(profile.version());
      case MARIADB -> mariadb(profile.version());
      case POSTGRESQL ->
          throw new IllegalArgumentException("PostgreSQL has catalogs of its own kind");
    };
  }

  private static CatalogFacts mysql(ServerVersion version) {
    return new CatalogFacts(
        new BareDefaults(),
        StoredText::unescape,
        version.since(MYSQL_FUNCTIONAL_PARTS) ? "EXPRESSION" : NOTHING,
        version.since(MYSQL_DICTIONARY) ? "IF(IS_VISIBLE = 'NO', 'YES', 'NO')" : NOTHING,
        version.since(MYSQL_DICTIONARY) ? "SRS_ID" : NOTHING,
        NOTHING,
        true,
        version.since(MYSQL_CHECKS) ? Optional.of(CatalogQueries.MYSQL_CHECKS) : Optional.empty(),
        Optional.empty());
  }

  private static CatalogFacts mariadb(ServerVersion version) {
    return new CatalogFacts(
        new SqlDefaults(),
        UnaryOperator.identity(),
        NOTHING,
        version.since(MARIADB_IGNORED) ? "IGNORED" : NOTHING,
        NOTHING,
        "ALGORITHM",
        false,
        version.since(MARIADB_CHECKS)
            ? Optional.of(
                CatalogQueries.mariadbChecks(
                    version.since(MARIADB_CHECK_LEVEL) ? "LEVEL" : "'Table'"))
            : Optional.empty(),
        version.since(MARIADB_PERIODS) ? Optional.of(CatalogQueries.PERIODS) : Optional.empty());
  }
}
