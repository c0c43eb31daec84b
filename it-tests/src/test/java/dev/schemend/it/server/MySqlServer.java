package dev.schemend.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** MySQL 8.0 from the full distribution, of which only the server is unpacked. */
public final class MySqlServer implements TestServer {

  private final MysqldFamily mysqld;

  private MySqlServer(MysqldFamily mysqld) {
    this.mysqld = mysqld;
  }

  static MySqlServer start(ServerKind kind)
      throws IOException, InterruptedException, ServerUnavailableException {
    Path artifact = ServerArtifacts.of(kind);
    ServerCache cache = ServerCache.ofUser();
    String key = artifact.getFileName().toString().replace(".zip", "");
    Path base =
        cache.directory(
            key,
            fresh ->
                Distribution.unzip(
                    artifact,
                    fresh,
                    "",
                    name ->
                        name.equals("bin/mysqld")
                            || name.startsWith("lib/private/")
                            || name.startsWith("share/")));
    String binary = base.resolve("bin/mysqld").toString();
    Map<String, String> environment = SystemLibraries.of(cache, binary).environment();
    List<String> common = new ArrayList<>(List.of(binary, "--no-defaults", "--basedir=" + base));
    common.add("--lc-messages-dir=" + base.resolve("share"));
    // The smallest there is: the data directory is copied for each run.
    common.add("--innodb-redo-log-capacity=8388608");
    Path template =
        cache.directory(
            key + "-data",
            fresh -> {
              List<String> initialise = new ArrayList<>(common);
              initialise.add("--initialize-insecure");
              initialise.add("--datadir=" + fresh.resolve("data"));
              initialise.addAll(MysqldFamily.asThisUser());
              ServerProcess.run(environment, initialise);
            });
    List<String> command = new ArrayList<>(common);
    command.addAll(List.of("--mysqlx=OFF", "--secure-file-priv="));
    return new MySqlServer(MysqldFamily.start(kind, template, environment, command));
  }

  @Override
  public ServerKind kind() {
    return mysqld.kind();
  }

  @Override
  public String version() {
    return mysqld.version();
  }

  @Override
  public TestDatabase administration() {
    return mysqld.administration();
  }

  @Override
  public void restart() throws IOException, InterruptedException {
    mysqld.restart();
  }

  @Override
  public TestDatabase createDatabase() {
    return mysqld.createDatabase();
  }
}
