package dev.schemend.exec.postgres;

import dev.schemend.dialect.ServerVersion;
import dev.schemend.exec.run.LeadingWords;
import dev.schemend.plan.TransactionMode;
import java.util.List;
import java.util.Set;

/**
 * Which statements PostgreSQL refuses inside a transaction block: the callers of {@code
 * PreventInTransactionBlock} in its source, as the manual's pages of these commands say too. What
 * the server decides by the object at hand (REINDEX of a partitioned table, CALL of a procedure
 * that commits) is left to it.
 */
final class TransactionRules {

  private static final int TOKENS = 24;
  private static final ServerVersion NONE_YET = ServerVersion.of(999, 0, 0);

  /**
   * A kind of statement that stands alone.
   *
   * @param begins its first words
   * @param holds words that must follow somewhere; CONCURRENTLY cannot be a name without quotes
   * @param until the version from which on it may stand in a transaction
   */
  private record Alone(List<String> begins, Set<String> holds, ServerVersion until) {

    static Alone always(String... begins) {
      return new Alone(List.of(begins), Set.of(), NONE_YET);
    }

    Alone with(String... words) {
      return new Alone(begins, Set.of(words), until);
    }

    Alone before(ServerVersion version) {
      return new Alone(begins, holds, version);
    }

    boolean fits(List<String> words, ServerVersion version) {
      return words.size() >= begins.size()
          && words.subList(0, begins.size()).equals(begins)
          && words.containsAll(holds)
          && !version.since(until);
    }
  }

  private static final List<Alone> TABLE =
      List.of(
          Alone.always("CREATE", "DATABASE"),
          Alone.always("DROP", "DATABASE"),
          Alone.always("CREATE", "TABLESPACE"),
          Alone.always("DROP", "TABLESPACE"),
          Alone.always("ALTER", "SYSTEM"),
          Alone.always("ALTER", "DATABASE").with("SET", "TABLESPACE"),
          Alone.always("VACUUM"),
          Alone.always("CREATE", "SUBSCRIPTION"),
          Alone.always("DROP", "SUBSCRIPTION"),
          Alone.always("COMMIT", "PREPARED"),
          Alone.always("ROLLBACK", "PREPARED"),
          Alone.always("DISCARD", "ALL"),
          Alone.always("REINDEX").with("DATABASE"),
          Alone.always("REINDEX").with("SYSTEM"),
          Alone.always("REINDEX").with("SCHEMA"),
          Alone.always("REINDEX").with("CONCURRENTLY"),
          Alone.always("CREATE", "INDEX", "CONCURRENTLY"),
          Alone.always("CREATE", "UNIQUE", "INDEX", "CONCURRENTLY"),
          Alone.always("DROP", "INDEX", "CONCURRENTLY"),
          Alone.always("ALTER", "TABLE").with("DETACH", "CONCURRENTLY"),
          Alone.always("ALTER", "TYPE").with("ADD", "VALUE").before(ServerVersion.of(12, 0, 0)));

  /** Without a table, CLUSTER goes over the whole database, a transaction for each. */
  private static final Set<List<String>> CLUSTER_ALL =
      Set.of(List.of("CLUSTER"), List.of("CLUSTER", "VERBOSE"));

  private TransactionRules() {}

  static TransactionMode mode(String statement, ServerVersion version) {
    List<String> words = LeadingWords.of(statement, TOKENS);
    boolean alone =
        CLUSTER_ALL.contains(words) || TABLE.stream().anyMatch(kind -> kind.fits(words, version));
    return alone ? TransactionMode.FORBIDDEN : TransactionMode.TRANSACTIONAL;
  }
}
