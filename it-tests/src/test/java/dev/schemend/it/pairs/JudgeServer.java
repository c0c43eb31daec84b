package dev.schemend.it.pairs;

import dev.schemend.dialect.Flavor;
import dev.schemend.exec.postgres.PostgresLive;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** The server that judges, with databases to try things in. */
final class JudgeServer {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String label;
  private final TestDatabase administration;
  private final Deque<TestDatabase> spare = new ArrayDeque<>();
  private final Set<String> roles = new TreeSet<>();

  private JudgeServer(String label, TestDatabase administration) {
    this.label = label;
    this.administration = administration;
  }

  /** The server of that kind, started for this run, or the one at a URL. */
  static JudgeServer of(String name) {
    TestDatabase administration =
        TestDatabase.at(name)
            .orElseGet(
                () -> ServerKind.valueOf(name.toUpperCase(Locale.ROOT)).server().administration());
    return new JudgeServer(version(administration), administration);
  }

  private static String version(TestDatabase database) {
    boolean postgres = database.kind().flavor() == Flavor.POSTGRESQL;
    String version =
        database.query(postgres ? "SHOW server_version" : "SELECT version()").get(0).get(0);
    return database.kind().flavor().productName() + " " + version.replaceAll("[^0-9.].*", "");
  }

  /** How the report calls it. */
  String label() {
    return label;
  }

  Flavor flavor() {
    return administration.kind().flavor();
  }

  /** An empty database, as it is taken for granted offline, whatever the server's default is. */
  TestDatabase take() {
    if (!spare.isEmpty()) {
      return spare.pop();
    }
    String name = "pairs_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    switch (flavor()) {
      case POSTGRESQL -> administration.execute("CREATE DATABASE \"" + name + "\"");
      case MYSQL -> administration.execute("CREATE DATABASE `" + name + "`");
      case MARIADB ->
          administration.execute("CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4");
    }
    return administration.named(name);
  }

  /**
   * Gives a database back. PostgreSQL copies a template for each new one, which takes longer than a
   * pair does; so there it is emptied, and dropped only where that fails.
   */
  void giveBack(TestDatabase database) {
    if (flavor() == Flavor.POSTGRESQL && isEmptied(database)) {
      spare.push(database);
    } else {
      database.close();
    }
  }

  private static boolean isEmptied(TestDatabase database) {
    try (Connection session = database.connect()) {
      PostgresLive.DIALECT.scratch().clear(session);
      return PostgresLive.DIALECT.scratch().contents(session).isEmpty();
    } catch (SQLException stays) {
      return false;
    }
  }

  /** Makes a role that schemas name as an owner or in grants: it says nothing about them. */
  void createRole(String role) {
    administration.execute("CREATE ROLE \"" + role.replace("\"", "\"\"") + "\"");
    roles.add(role);
  }

  /** Drops what was made. */
  void close() {
    spare.forEach(TestDatabase::close);
    roles.forEach(
        role -> administration.execute("DROP ROLE \"" + role.replace("\"", "\"\"") + "\""));
  }
}
