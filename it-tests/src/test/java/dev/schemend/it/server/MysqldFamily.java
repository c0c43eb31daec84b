package dev.schemend.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What starting MySQL and MariaDB has in common.
 *
 * @param kind which server
 * @param version as the server says it
 * @param administration the database {@code mysql}
 * @param databases how many were created
 * @param process the server
 */
record MysqldFamily(
    ServerKind kind,
    String version,
    TestDatabase administration,
    AtomicInteger databases,
    ServerProcess process) {

  /** Starts {@code command} on a copy of an initialised data directory. */
  static MysqldFamily start(
      ServerKind kind, Path template, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path run = Machine.runDirectory();
    Path data = run.resolve("data");
    ServerCache.copy(template.resolve("data"), data);
    Path users = run.resolve("users.sql");
    Files.writeString(
        users,
        """
        CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';
        GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
        """
            .formatted(Machine.USER, Machine.PASSWORD));
    int port = Machine.freePort();
    List<String> complete = new ArrayList<>(command);
    complete.add("--datadir=" + data);
    complete.add("--tmpdir=" + Files.createDirectory(run.resolve("tmp")));
    complete.add("--init-file=" + users);
    complete.add("--port=" + port);
    complete.add("--bind-address=" + Machine.LOOPBACK);
    complete.add("--socket=" + run.resolve("socket"));
    complete.add("--pid-file=" + run.resolve("pid"));
    // The data does not outlive the server.
    complete.addAll(List.of("--skip-log-bin", "--innodb-flush-log-at-trx-commit=0"));
    complete.addAll(List.of("--innodb-doublewrite=0", "--innodb-flush-method=nosync"));
    complete.addAll(asThisUser());
    ServerProcess process =
        ServerProcess.start(run, ServerProcess.StopSignal.KILL, environment, complete);
    TestDatabase administration =
        new TestDatabase(kind, Machine.LOOPBACK, port, Machine.USER, Machine.PASSWORD, "mysql");
    process.awaitConnection(administration);
    String version =
        kind.flavor().productName()
            + " "
            + administration.query("SELECT version()").getFirst().getFirst();
    return new MysqldFamily(kind, version, administration, new AtomicInteger(), process);
  }

  /** Both refuse to run as root unless they are told to. */
  static List<String> asThisUser() {
    return Machine.isRoot() ? List.of("--user=root") : List.of();
  }

  /** SIGTERM is its orderly shutdown. */
  void restart() throws IOException, InterruptedException {
    process.restart("TERM", administration);
  }

  /** A fresh database. */
  TestDatabase createDatabase() {
    TestDatabase database = administration.named("test_" + databases.incrementAndGet());
    administration.execute("CREATE DATABASE " + database.name());
    return database;
  }
}
