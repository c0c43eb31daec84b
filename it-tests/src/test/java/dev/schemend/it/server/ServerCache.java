package dev.schemend.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Directories that are made once and kept from run to run: unpacked distributions, initialised data
 * directories. A directory is complete as soon as it has its name, whoever else makes it at the
 * same time and whenever a run is killed.
 *
 * @param root where they are
 */
record ServerCache(Path root) {

  /** Fills a new, empty directory. */
  @FunctionalInterface
  interface Filler {
    /** Fills it. */
    void fill(Path directory) throws IOException, InterruptedException, ServerUnavailableException;
  }

  /** The user's: below {@code XDG_CACHE_HOME}, by default {@code ~/.cache}. */
  static ServerCache ofUser() {
    String base = System.getenv("XDG_CACHE_HOME");
    Path cache =
        base == null || base.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(base);
    return new ServerCache(cache.resolve("schemend").resolve("servers").toAbsolutePath());
  }

  /** The directory of that name, filled by {@code filler} if there is none. */
  Path directory(String name, Filler filler)
      throws IOException, InterruptedException, ServerUnavailableException {
    Path directory = root.resolve(name);
    if (Files.isDirectory(directory)) {
      return directory;
    }
    Files.createDirectories(root);
    Path lock = root.resolve(name + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock(); // until the channel is closed
      if (!Files.isDirectory(directory)) {
        Path unfinished = root.resolve(name + ".unfinished");
        delete(unfinished);
        Files.createDirectory(unfinished);
        filler.fill(unfinished);
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
      }
      return directory;
    }
  }

  /** Copies a tree, file modes included, to a place where nothing is yet. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path source : (Iterable<Path>) tree::iterator) {
        Path target = to.resolve(from.relativize(source).toString());
        Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Deletes a tree, if it is there. */
  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      paths.sorted(Comparator.reverseOrder()).forEach(ServerCache::deleteOne);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
