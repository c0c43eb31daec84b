package dev.schemend.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two system libraries that MySQL needs and a small machine lacks: libaio and libnuma. Where
 * they are missing, Debian's packages are downloaded and unpacked beside the server, which changes
 * nothing on the system and needs no rights.
 *
 * @param directory where they are; empty where the system has them
 */
record SystemLibraries(Optional<Path> directory) {

  private static final List<String> PACKAGES = List.of("libaio1", "libnuma1");
  // Its name in Debian 13 and Ubuntu 24.04, where time_t has 64 bits everywhere.
  private static final String RENAMED_LIBAIO = "libaio1t64";

  /** The libraries with which {@code mysqld} runs. */
  static SystemLibraries of(ServerCache cache, String mysqld)
      throws IOException, InterruptedException, ServerUnavailableException {
    SystemLibraries own = new SystemLibraries(Optional.empty());
    if (own.runs(mysqld)) {
      return own;
    }
    SystemLibraries downloaded =
        new SystemLibraries(
            Optional.of(
                cache.directory("debian-" + String.join("-", PACKAGES), SystemLibraries::fill)));
    ServerProcess.run(downloaded.environment(), List.of(mysqld, "--no-defaults", "--version"));
    return downloaded;
  }

  private boolean runs(String mysqld) throws InterruptedException {
    try {
      ServerProcess.run(environment(), List.of(mysqld, "--no-defaults", "--version"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** What the server's environment needs. */
  Map<String, String> environment() {
    return directory
        .map(path -> Map.of("LD_LIBRARY_PATH", path.resolve("lib").toString()))
        .orElse(Map.of());
  }

  private static void fill(Path directory)
      throws IOException, InterruptedException, ServerUnavailableException {
    try {
      download(directory);
    } catch (IOException e) {
      throw new ServerUnavailableException(
          "MySQL needs the system libraries libaio.so.1 and libnuma.so.1, and they could neither be"
              + " found nor downloaded. As root: apt-get install "
              + String.join(" ", PACKAGES)
              + " (where there is no libaio1: "
              + RENAMED_LIBAIO
              + "; on Fedora: dnf install libaio numactl-libs).",
          e);
    }
  }

  private static void download(Path directory) throws IOException, InterruptedException {
    // apt-get downloads into the current directory; its own state stays beside it, so that an
    // ordinary user can bring it up to date.
    ServerProcess.run(
        Map.of(),
        List.of(
            "sh",
            "-ec",
            """
            cd "$1"
            mkdir -p lists/partial apt/archives/partial unpacked lib
            private() { apt-get -q -o Dir::State::Lists="$PWD/lists" -o Dir::Cache="$PWD/apt" "$@"; }
            get() { apt-get -q download "$1" || private download "$1"; }
            get libnuma1 || {
              private update
              get libnuma1
            }
            get libaio1 || get libaio1t64
            for package in ./*.deb; do dpkg -x "$package" unpacked; done
            find unpacked -name 'lib*.so*' -exec mv '{}' lib/ ';'
            [ -e lib/libaio.so.1 ] || ln -s libaio.so.1t64 lib/libaio.so.1
            rm -rf lists apt unpacked ./*.deb
            """,
            "sh",
            directory.toString()));
    try (Stream<Path> libraries = Files.list(directory.resolve("lib"))) {
      if (libraries.findAny().isEmpty()) {
        throw new IOException("the packages hold no library");
      }
    }
  }
}
