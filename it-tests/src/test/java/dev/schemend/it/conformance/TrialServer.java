package dev.schemend.it.conformance;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.RunningServers;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.ServerUnavailableException;
import dev.schemend.it.server.TestDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that histories are tried on, one after the other.
 *
 * @param label what the report calls it: {@code PostgreSQL 18.6}
 * @param administration a database that is always there
 * @param own whether it was started for this run, so that everything on it may be dropped
 */
record TrialServer(String label, TestDatabase administration, boolean own) {

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)+");

  /**
   * The server of that kind, started for this run, or the one at a URL.
   *
   * @throws ServerUnavailableException where there is none
   */
  static TrialServer of(String name) throws ServerUnavailableException {
    Optional<TestDatabase> elsewhere = TestDatabase.at(name);
    if (elsewhere.isPresent()) {
      return of(elsewhere.get(), false);
    }
    ServerKind kind = ServerKind.valueOf(name.toUpperCase(Locale.ROOT));
    return of(RunningServers.get(kind).administration(), true);
  }

  private static TrialServer of(TestDatabase administration, boolean own) {
    Flavor flavor = administration.kind().flavor();
    String version =
        administration
            .query(flavor == Flavor.POSTGRESQL ? "SHOW server_version" : "SELECT version()")
            .getFirst()
            .getFirst();
    Matcher number = NUMBER.matcher(version);
    return new TrialServer(
        flavor.productName() + " " + (number.find() ? number.group() : version),
        administration,
        own);
  }

  Flavor flavor() {
    return administration.kind().flavor();
  }

  /** An empty database, by that name or by one of its own. */
  TestDatabase create(Optional<String> name) {
    String chosen =
        name.orElse(
            "conformance_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    administration.execute(
        flavor() == Flavor.POSTGRESQL
            ? "CREATE DATABASE \"" + chosen + "\""
            : "CREATE DATABASE `" + chosen + "`");
    return administration.named(chosen);
  }

  /** What outlives a database: the names of all databases and roles. */
  Set<String> globals() {
    Set<String> names = new HashSet<>();
    List<List<String>> rows =
        administration.query(
            flavor() == Flavor.POSTGRESQL
                ? "SELECT 'd:' || datname FROM pg_database UNION ALL"
                    + " SELECT 'r:' || rolname FROM pg_roles"
                : "SELECT concat('d:', schema_name) FROM information_schema.schemata");
    rows.forEach(row -> names.add(row.getFirst()));
    return names;
  }

  /** Drops what has come since; on a server of somebody else's, nothing. */
  void restore(Set<String> before) {
    if (!own) {
      return;
    }
    Set<String> now = globals();
    now.removeAll(before);
    for (String name : now) {
      if (name.startsWith("d:")) {
        administration.named(name.substring(2)).close();
      }
    }
    for (String name : now) {
      if (name.startsWith("r:")) {
        administration.execute("DROP ROLE \"" + name.substring(2) + "\"");
      }
    }
  }
}
