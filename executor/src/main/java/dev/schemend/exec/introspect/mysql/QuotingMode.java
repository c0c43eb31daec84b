package dev.schemend.exec.introspect.mysql;

import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.IntrospectionError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads under an {@code sql_mode} in which expressions are printed with back-ticks and backslashes,
 * which is what the frontend takes them for; most sessions are in such a mode already.
 */
final class QuotingMode {

  private static final String SQL_MODE = "the session's sql_mode";
  private static final Set<String> OTHER_QUOTES = Set.of("ANSI_QUOTES", "NO_BACKSLASH_ESCAPES");

  private QuotingMode() {}

  /**
   * The settings of the session.
   *
   * @param database the current database, where one is selected
   * @param sqlMode {@code sql_mode}
   */
  record Settings(Optional<String> database, String sqlMode) {}

  /** The result of {@code reading}; the session's mode is afterwards what it was. */
  static <T> T plain(
      Connection connection, CatalogSession catalogs, Function<Settings, T> reading) {
    Settings settings =
        catalogs
            .rows(
                CatalogQueries.SESSION,
                List.of(),
                row -> new Settings(Optional.ofNullable(row.getString(1)), row.getString(2)))
            .getFirst();
    if (List.of(settings.sqlMode().split(",", -1)).stream().noneMatch(OTHER_QUOTES::contains)) {
      return reading.apply(settings);
    }
    set(connection, "");
    try {
      return reading.apply(settings);
    } finally {
      set(connection, settings.sqlMode());
    }
  }

  private static void set(Connection connection, String sqlMode) {
    try (PreparedStatement statement = connection.prepareStatement("SET SESSION sql_mode = ?")) {
      statement.setString(1, sqlMode);
      statement.execute();
    } catch (SQLException failure) {
      throw new ExecException(IntrospectionError.of(SQL_MODE, failure), failure);
    }
  }
}
