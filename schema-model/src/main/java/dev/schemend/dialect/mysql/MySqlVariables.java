package dev.schemend.dialect.mysql;

import dev.schemend.apply.Session;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The server variables that decide what a statement means, with the values that a server as it is
 * installed gives a session (MySQL manual, 7.1.8 "Server System Variables"; MariaDB Knowledge Base,
 * "Server System Variables").
 */
public final class MySqlVariables {

  /** Off, a foreign key may point at nothing. */
  public static final String FOREIGN_KEY_CHECKS = "foreign_key_checks";

  /** A list of modes, upper case, combinations resolved. */
  public static final String SQL_MODE = "sql_mode";

  /** The engine of a table that names none. */
  public static final String DEFAULT_STORAGE_ENGINE = "default_storage_engine";

  /** Off, a {@code TIMESTAMP} column is not null and has a default of its own. */
  public static final String EXPLICIT_DEFAULTS = "explicit_defaults_for_timestamp";

  private static final String ON = "1";
  private static final String OFF = "0";
  private static final Set<String> SWITCHES = Set.of(FOREIGN_KEY_CHECKS, EXPLICIT_DEFAULTS);
  private static final Set<String> DECIDING =
      Set.of(FOREIGN_KEY_CHECKS, SQL_MODE, DEFAULT_STORAGE_ENGINE, EXPLICIT_DEFAULTS);

  // Manual, 7.1.11 "Combination SQL Modes"; those of the second row are gone since MySQL 8.0.
  private static final String OTHER_PRODUCTS =
      "PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,NO_KEY_OPTIONS,NO_TABLE_OPTIONS,NO_FIELD_OPTIONS";
  private static final Map<String, String> COMBINATIONS =
      Map.of(
          "ANSI", "REAL_AS_FLOAT,PIPES_AS_CONCAT,ANSI_QUOTES,IGNORE_SPACE,ONLY_FULL_GROUP_BY",
          "TRADITIONAL",
              "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                  + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
          "DB2", OTHER_PRODUCTS,
          "MAXDB", OTHER_PRODUCTS,
          "MSSQL", OTHER_PRODUCTS,
          "ORACLE", OTHER_PRODUCTS,
          "POSTGRESQL", OTHER_PRODUCTS);

  private final ServerProfile profile;

  /** The variables of one server. */
  public MySqlVariables(ServerProfile profile) {
    this.profile = profile;
  }

  /** The name under which a variable is known here; {@code storage_engine} is an old one. */
  public static String canonicalName(String written) {
    String name = written.toLowerCase(Locale.ROOT);
    return name.equals("storage_engine") ? DEFAULT_STORAGE_ENGINE : name;
  }

  /** Whether a variable, by its canonical name, decides what a statement means. */
  public static boolean decides(String name) {
    return DECIDING.contains(name);
  }

  /** A value of such a variable in one spelling. */
  public static String canonicalValue(String name, String written) {
    if (SWITCHES.contains(name)) {
      return Set.of("1", "ON", "TRUE").contains(written.toUpperCase(Locale.ROOT)) ? ON : OFF;
    }
    return switch (name) {
      case SQL_MODE ->
          modes(written)
              .flatMap(mode -> Stream.concat(Stream.of(mode), modes(COMBINATIONS.get(mode))))
              .distinct()
              .collect(Collectors.joining(","));
      case DEFAULT_STORAGE_ENGINE -> MySqlEngines.canonical(written);
      default -> written.toLowerCase(Locale.ROOT);
    };
  }

  private static Stream<String> modes(String list) {
    return list == null
        ? Stream.empty()
        : Arrays.stream(list.toUpperCase(Locale.ROOT).split(","))
            .map(String::strip)
            .filter(mode -> !mode.isEmpty());
  }

  /** What a variable is in {@code session}; empty where the server's default is not known. */
  public Optional<String> value(Session session, String name) {
    return session.variable(name).or(() -> defaultValue(name));
  }

  /** What a variable is in a fresh session of a server as it is installed. */
  public Optional<String> defaultValue(String name) {
    boolean mariadb = profile.flavor() == Flavor.MARIADB;
    return switch (name) {
      case FOREIGN_KEY_CHECKS -> Optional.of(ON);
      case DEFAULT_STORAGE_ENGINE -> Optional.of("InnoDB");
      // MySQL 8.0.2, MariaDB 10.10.
      case EXPLICIT_DEFAULTS ->
          Optional.of(
              profile
                      .version()
                      .since(mariadb ? ServerVersion.of(10, 10, 0) : ServerVersion.of(8, 0, 2))
                  ? ON
                  : OFF);
      // MySQL 5.7.8, MariaDB 10.2.4.
      case SQL_MODE ->
          Optional.of(
              mariadb
                  ? "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,"
                      + "NO_ENGINE_SUBSTITUTION"
                  : "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                      + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION");
      default -> Optional.empty();
    };
  }

  /** Whether the session has a mode, by its name in upper case. */
  public boolean hasMode(Session session, String mode) {
    return List.of(value(session, SQL_MODE).orElse("").split(",", -1)).contains(mode);
  }

  /** Whether the session refuses what would otherwise be mended with a warning. */
  public boolean isStrict(Session session) {
    return hasMode(session, "STRICT_TRANS_TABLES") || hasMode(session, "STRICT_ALL_TABLES");
  }

  /** Whether the session has {@code explicit_defaults_for_timestamp}. */
  public boolean hasExplicitDefaults(Session session) {
    return value(session, EXPLICIT_DEFAULTS).filter(ON::equals).isPresent();
  }
}
