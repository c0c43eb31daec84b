package dev.schemend.dialect.mysql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Storage engines in the servers' own spelling ({@code SHOW ENGINES}). */
public final class MySqlEngines {

  private static final Map<String, String> SPELLING =
      Map.ofEntries(
          Map.entry("innodb", "InnoDB"),
          Map.entry("myisam", "MyISAM"),
          Map.entry("memory", "MEMORY"),
          Map.entry("heap", "MEMORY"),
          Map.entry("csv", "CSV"),
          Map.entry("archive", "ARCHIVE"),
          Map.entry("blackhole", "BLACKHOLE"),
          Map.entry("merge", "MRG_MYISAM"),
          Map.entry("mrg_myisam", "MRG_MYISAM"),
          Map.entry("federated", "FEDERATED"),
          Map.entry("ndb", "ndbcluster"),
          Map.entry("ndbcluster", "ndbcluster"),
          Map.entry("aria", "Aria"),
          Map.entry("rocksdb", "ROCKSDB"),
          Map.entry("spider", "SPIDER"),
          Map.entry("connect", "CONNECT"),
          Map.entry("columnstore", "Columnstore"));

  /** Whose handlers support foreign keys ({@code HTON_SUPPORTS_FOREIGN_KEYS}). */
  private static final Set<String> WITH_FOREIGN_KEYS = Set.of("InnoDB", "ndbcluster");

  private MySqlEngines() {}

  /** The engine as the server spells it; as written where it is none of the servers' own. */
  public static String canonical(String written) {
    return SPELLING.getOrDefault(written.toLowerCase(Locale.ROOT), written);
  }

  /**
   * Whether tables of the engine keep foreign keys: of others the server reads them, makes their
   * indexes and forgets them (MySQL manual, "FOREIGN KEY Constraints").
   *
   * @param engine in the server's spelling; empty for InnoDB
   */
  static boolean keepsForeignKeys(Optional<String> engine) {
    return engine.map(WITH_FOREIGN_KEYS::contains).orElse(true);
  }
}
