package dev.schemend.it.demo;

import dev.schemend.it.server.RunningServers;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.ServerUnavailableException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows a failed migration in production and both ways out of it, on a MySQL and a PostgreSQL that
 * are started for the occasion; on MariaDB where MySQL cannot run.
 */
public final class Demo {

  private Demo() {}

  /** Exits with 0 when every command answered as the story wants it, else with 1. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean told = true;
    for (List<ServerKind> candidates :
        List.of(
            List.of(ServerKind.MYSQL_8_0, ServerKind.MARIADB_11_4),
            List.of(ServerKind.POSTGRES_18))) {
      Optional<ServerKind> kind =
          candidates.stream().filter(candidate -> isAvailable(candidate, out)).findFirst();
      told &= kind.isPresent() && tell(kind.get(), out);
    }
    System.exit(told ? 0 : 1);
  }

  private static boolean isAvailable(ServerKind kind, PrintStream out) {
    try {
      RunningServers.get(kind);
      return true;
    } catch (ServerUnavailableException e) {
      out.println(kind + " cannot be shown here: " + e.getMessage());
      return false;
    }
  }

  private static boolean tell(ServerKind kind, PrintStream out) throws IOException {
    return tell(kind, out, FailedMigration.Way.BACKWARD)
        && tell(kind, out, FailedMigration.Way.FORWARD);
  }

  private static boolean tell(ServerKind kind, PrintStream out, FailedMigration.Way way)
      throws IOException {
    Path directory = Files.createTempDirectory("schemend-demo");
    try (FailedMigration story = new FailedMigration(kind, directory, out)) {
      story.tell(way);
      return true;
    } catch (Terminal.UnexpectedAnswer e) {
      out.println("This is not how it should go: " + e.getMessage());
      return false;
    } finally {
      delete(directory);
    }
  }

  private static void delete(Path directory) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(directory)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
