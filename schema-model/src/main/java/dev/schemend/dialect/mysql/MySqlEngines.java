package dev.schemend.dialect.mysql;

import java.util.Locale;
import java.util.Map;

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

  private MySqlEngines() {}

  /** The engine as the server spells it; as written where it is none of the servers' own. */
  public static String canonical(String written) {
    return SPELLING.getOrDefault(written.toLowerCase(Locale.ROOT), written);
  }
}
