package dev.schemend.it.cli;

import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Databases of one application on one server, with the project of {@link Story}. Their URLs are in
 * {@code tenants.txt}.
 *
 * @param typed commands in the project; its database is the first of the fleet
 * @param databases all of them
 */
record Fleet(Typed typed, List<TestDatabase> databases) implements AutoCloseable {

  /** What the names of the copies begin with. */
  static final String PREFIX = "tenant_";

  Fleet {
    databases = List.copyOf(databases);
  }

  /** Databases in which the first migration is deployed. */
  static Fleet begun(ServerKind kind, int size, Path directory) throws IOException {
    List<TestDatabase> databases = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      databases.add(kind.createDatabase());
      Story.begun(directory, databases.getLast());
    }
    return of(directory, databases);
  }

  /**
   * Databases of one PostgreSQL server in which the second migration has failed half way, but for
   * every fourth: there it is applied, or not even tried.
   */
  static Fleet halfMigrated(ServerKind kind, int size, Path directory) throws IOException {
    TestDatabase failed = kind.createDatabase();
    TestDatabase applied = kind.createDatabase();
    TestDatabase begun = kind.createDatabase();
    Story.begun(directory, begun);
    Story.begun(directory, applied).run("migrate deploy").exits(0);
    Typed failing = Story.begun(directory, failed);
    failed.execute(Story.twoPauls(failed));
    failing.run("migrate deploy --no-preflight").exits(1);
    List<TestDatabase> databases = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      TestDatabase template = i % 8 == 3 ? applied : i % 8 == 7 ? begun : failed;
      databases.add(failed.named(PREFIX + i));
      failed
          .named("postgres")
          .execute("CREATE DATABASE " + PREFIX + i + " TEMPLATE " + template.name());
    }
    List.of(failed, applied, begun).forEach(TestDatabase::close);
    return of(directory, databases);
  }

  private static Fleet of(Path directory, List<TestDatabase> databases) {
    Typed typed =
        new Typed(directory, databases.getFirst())
            .file(
                "tenants.txt",
                databases.stream()
                    .map(TestDatabase::url)
                    .collect(Collectors.joining("\n", "# all of them\n", "\n")));
    return new Fleet(typed, databases);
  }

  /** Runs {@code schemend fleet} with the list of the databases. */
  Typed.Answer run(String command) {
    String[] words = command.split(" ", 2);
    return typed.run(
        "fleet "
            + words[0]
            + " --urls-file tenants.txt"
            + (words.length > 1 ? " " + words[1] : ""));
  }

  /** The lines of the state file that say that a database is done. */
  static long done(Path state) throws IOException {
    return Files.exists(state)
        ? Files.readAllLines(state).stream().filter(line -> line.contains("\"done\"")).count()
        : 0;
  }

  @Override
  public void close() {
    databases.forEach(TestDatabase::close);
  }
}
