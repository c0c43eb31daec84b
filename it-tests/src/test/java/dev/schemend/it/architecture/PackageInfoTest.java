package dev.schemend.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each package says what may and may not live there. The sources are looked at, since javac writes
 * no class for a package-info without annotations.
 */
class PackageInfoTest {

  @Test
  void everyPackageSaysWhatMayLiveInIt() throws IOException {
    SortedSet<Path> packages = sourcePackages();
    assertTrue(packages.size() >= 20, () -> "found only " + packages);
    assertEquals(
        List.of(),
        packages.stream()
            .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
            .toList());
  }

  private static SortedSet<Path> sourcePackages() throws IOException {
    Path project = Path.of("").toAbsolutePath().getParent();
    SortedSet<Path> packages = new TreeSet<>();
    try (Stream<Path> modules = Files.list(project)) {
      for (Path module : modules.toList()) {
        for (Path sources :
            List.of(module.resolve("src/main/java"), module.resolve("src/test/java"))) {
          if (Files.isDirectory(sources)) {
            packages.addAll(packagesBelow(sources));
          }
        }
      }
    }
    return packages;
  }

  private static List<Path> packagesBelow(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".java"))
          .map(Path::getParent)
          // A test that stands in the package it tests needs no second description.
          .filter(directory -> !isTwinOfMain(directory))
          .distinct()
          .toList();
    }
  }

  private static boolean isTwinOfMain(Path directory) {
    String path = directory.toString();
    return path.contains("/src/test/java/")
        && Files.isDirectory(Path.of(path.replace("/src/test/java/", "/src/main/java/")));
  }
}
