package dev.schemend.it.prisma;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.schemend.it.cli.Typed;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The golden files of Prisma's engine: a schema, and behind it in comments the script that makes
 * it. At least 95 of 100 scripts are the same byte for byte, and the others lead to the same schema
 * on a server.
 *
 * <p>Runs where {@code -Dschemend.prisma.goldens=DIR} names a directory that holds them, each below
 * a directory that is called as the version of Prisma that it was written for; without one it is
 * for the newest.
 */
@EnabledIfSystemProperty(named = "schemend.prisma.goldens", matches = ".+")
class EngineGoldensTest {

  private static final String EXPECTED = "// Expected Migration:\n";
  private static final int SAME_OF_100 = 95;

  private record Golden(
      Path file, Optional<String> version, ServerKind server, String provider, String script) {

    static Optional<Golden> read(Path root, Path file) throws IOException {
      String text = Files.readString(file);
      int end = text.indexOf(EXPECTED);
      Optional<String> provider =
          Stream.of("postgresql", "mysql")
              .filter(one -> text.contains("provider = \"" + one + "\""))
              .findFirst();
      if (end < 0 || provider.isEmpty()) {
        return Optional.empty();
      }
      String first = root.relativize(file).getName(0).toString();
      String script =
          text.substring(end + EXPECTED.length())
              .lines()
              .map(line -> line.replaceFirst("^// ?", "") + "\n")
              .collect(Collectors.joining());
      return Optional.of(
          new Golden(
              file,
              first.matches("\\d+(\\.\\d+)*(-[a-z]+)?") ? Optional.of(first) : Optional.empty(),
              provider.get().equals("mysql") ? ServerKind.MYSQL_8_0 : ServerKind.POSTGRES_14,
              provider.get(),
              script));
    }

    String written(Typed typed) {
      List<String> words =
          new ArrayList<>(
              List.of(
                  "migrate",
                  "diff",
                  "--from-empty",
                  "--to-schema-datamodel",
                  file.toString(),
                  "--script"));
      version.ifPresent(one -> words.addAll(List.of("--prisma-version", one)));
      return typed.run(words).out();
    }
  }

  @Test
  void scriptsAreThoseOfTheEngine() throws IOException {
    Path root = Path.of(System.getProperty("schemend.prisma.goldens")).toAbsolutePath();
    List<Golden> goldens = goldens(root);
    assertFalse(goldens.isEmpty(), "no golden files in " + root);
    List<String> different = new ArrayList<>();
    for (Golden golden : goldens) {
      try (TestDatabase ours = golden.server().createDatabase()) {
        Typed typed = new Typed(root, ours);
        String written = golden.written(typed);
        if (!written.equals(golden.script())) {
          different.add(root.relativize(golden.file()).toString());
          ours.execute(written);
          compare(golden, typed);
        }
      }
    }
    assertTrue(
        different.size() * 100 <= goldens.size() * (100 - SAME_OF_100),
        () -> different.size() + " of " + goldens.size() + " differ: " + different);
  }

  private static void compare(Golden golden, Typed typed) {
    try (TestDatabase theirs = golden.server().createDatabase()) {
      theirs.execute(golden.script());
      typed
          .run(
              List.of(
                  "migrate",
                  "diff",
                  "--from-url",
                  theirs.url(),
                  "--to-url",
                  typed.database().url(),
                  "--exit-code"))
          .exits(0);
    }
  }

  private static List<Golden> goldens(Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(file -> file.toString().endsWith(".prisma")).sorted().toList();
    }
    List<Golden> goldens = new ArrayList<>();
    for (Path file : files) {
      Golden.read(root, file).ifPresent(goldens::add);
    }
    return goldens;
  }
}
