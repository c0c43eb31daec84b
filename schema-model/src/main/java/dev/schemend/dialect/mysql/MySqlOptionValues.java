package dev.schemend.dialect.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values of table options, and those that take an option back: after them the server shows the
 * option no more (MySQL manual, 15.1.20; MariaDB: CREATE TABLE; each tried on 8.0.33 and 11.4.5).
 */
public final class MySqlOptionValues {

  private static final String DEFAULT = "DEFAULT";
  private static final String ZERO = "0";

  private static final Map<String, String> UNSET =
      Map.ofEntries(
          Map.entry("AVG_ROW_LENGTH", ZERO),
          Map.entry("CHECKSUM", ZERO),
          Map.entry("COMPRESSION", "''"),
          Map.entry("DELAY_KEY_WRITE", ZERO),
          Map.entry("KEY_BLOCK_SIZE", ZERO),
          Map.entry("MAX_ROWS", ZERO),
          Map.entry("MIN_ROWS", ZERO),
          Map.entry("PACK_KEYS", DEFAULT),
          Map.entry("ROW_FORMAT", DEFAULT),
          Map.entry("STATS_AUTO_RECALC", DEFAULT),
          Map.entry("STATS_PERSISTENT", DEFAULT),
          Map.entry("STATS_SAMPLE_PAGES", DEFAULT));

  /** Options whose values are strings; the catalogs show them in other quotes. */
  private static final Set<String> TEXTS = Set.of("COMPRESSION", "ENCRYPTION");

  /** Options that one engine only has a use for; tables of all others show nothing of them. */
  private static final Map<String, Set<String>> OF_ENGINES =
      Map.of(
          "CONNECTION", Set.of("FEDERATED", "CONNECT", "SPIDER", "OQGRAPH", "SPHINX"),
          "INSERT_METHOD", Set.of("MRG_MYISAM", "MERGE"),
          "UNION", Set.of("MRG_MYISAM", "MERGE"));

  private final ServerProfile profile;

  /** Values as that server takes them. */
  public MySqlOptionValues(ServerProfile profile) {
    this.profile = profile;
  }

  /** The value that takes the option back; empty where none is known. */
  public Optional<String> unset(String option) {
    // Whatever an engine of MariaDB adds to the options of the server.
    Optional<String> ofEngine =
        profile.flavor() == Flavor.MARIADB ? Optional.of(DEFAULT) : Optional.empty();
    return Optional.ofNullable(UNSET.get(option)).or(() -> ofEngine);
  }

  /** The options as a table of the engine keeps them: without those that are set to nothing. */
  SortedMap<String, String> canonical(Map<String, String> written, Optional<String> engine) {
    SortedMap<String, String> kept = new TreeMap<>();
    written.forEach(
        (option, value) -> {
          String canonical = canonical(option, value);
          boolean idle =
              engine
                  .map(name -> name.toUpperCase(Locale.ROOT))
                  .filter(name -> !OF_ENGINES.getOrDefault(option, Set.of(name)).contains(name))
                  .isPresent();
          if (!idle && !unset(option).equals(Optional.of(canonical))) {
            kept.put(option, canonical);
          }
        });
    return kept;
  }

  private static String canonical(String option, String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("'") && value.endsWith("'");
    if (TEXTS.contains(option)) {
      return quoted ? value : "'" + value + "'";
    }
    boolean names = value.startsWith("(");
    return quoted || names ? value : value.toUpperCase(Locale.ROOT);
  }
}
