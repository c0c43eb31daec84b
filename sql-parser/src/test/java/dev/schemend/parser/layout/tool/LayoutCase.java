package dev.schemend.parser.layout.tool;

import dev.schemend.dialect.Flavor;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.mysql.MySqlSplitter;
import dev.schemend.parser.postgres.PostgresSplitter;
import dev.schemend.parser.split.ScriptSplitter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A golden directory: files as a tool keeps them, and {@code expected.txt}. What {@code
 * case.properties} does not say is that the migrations lie in {@code migrations}, run on
 * PostgreSQL, and show their layout, which is the first part of the directory's name.
 *
 * @param directory where it is
 * @param properties what it says about itself
 */
record LayoutCase(Path directory, Properties properties) {

  private static final String VARIABLE = "variable.";

  static List<LayoutCase> all() {
    try (Stream<Path> directories = Files.list(home())) {
      return directories.sorted().map(LayoutCase::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sources, not the copies among the classes: goldens are written back there. */
  private static Path home() {
    Path own = Path.of("src/test/resources/layouts");
    return Files.exists(own) ? own : Path.of("../sql-parser").resolve(own);
  }

  private static LayoutCase of(Path directory) {
    Properties properties = new Properties();
    Path file = directory.resolve("case.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new LayoutCase(directory, properties);
  }

  String root() {
    return properties.getProperty("root", "migrations");
  }

  String layout() {
    String name = directory.getFileName().toString();
    return Layouts.names().stream()
        .filter(layout -> name.equals(layout) || name.startsWith(layout + "-"))
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .orElseThrow();
  }

  Flavor server() {
    return Flavor.valueOf(properties.getProperty("server", "postgresql").toUpperCase(Locale.ROOT));
  }

  ScriptSplitter splitter() {
    return server() == Flavor.POSTGRESQL ? new PostgresSplitter() : new MySqlSplitter();
  }

  MigrationHistory read(String location, Path workingDirectory) {
    Map<String, String> variables =
        properties.stringPropertyNames().stream()
            .filter(name -> name.startsWith(VARIABLE))
            .collect(
                Collectors.toMap(
                    name -> name.substring(VARIABLE.length()), properties::getProperty));
    return Layouts.read(
        location,
        workingDirectory,
        Optional.ofNullable(properties.getProperty("layout")),
        new LayoutOptions(Optional.of(server()), variables, Optional.of(splitter())));
  }

  /** The files without what is about them, below {@code target}. */
  void copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString();
        if (!name.equals("expected.txt") && !name.equals("case.properties")) {
          Path copy = target.resolve(name);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  @Override
  public String toString() {
    return directory.getFileName().toString();
  }
}
