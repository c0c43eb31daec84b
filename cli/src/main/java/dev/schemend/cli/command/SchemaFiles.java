package dev.schemend.cli.command;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of a project as commands write them. */
final class SchemaFiles {

  private SchemaFiles() {}

  /** Deletes a directory with its files; other directories in it stay, and so does it then. */
  static void deleteDirectory(Surroundings surroundings, String name) {
    Path directory = surroundings.workingDirectory().resolve(name);
    try {
      List<Path> files;
      try (Stream<Path> entries = Files.list(directory)) {
        files = entries.filter(Files::isRegularFile).toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException refused) {
      throw Failure.of(
              "not-writable",
              "The directory " + name + " could not be deleted.",
              "Delete it by hand: the migration that stands for it is there.")
          .exception();
    }
  }

  /** The same, where there is no such file yet. */
  static void writeNew(Surroundings surroundings, String name, String text) {
    if (Files.exists(surroundings.workingDirectory().resolve(name))) {
      throw Failure.of("exists", "The file " + name + " already exists.", "Try again in a second.")
          .exception();
    }
    write(surroundings, name, text);
  }

  /**
   * Writes a file in UTF-8, its directories too.
   *
   * @param name relative to the working directory
   */
  static void write(Surroundings surroundings, String name, String text) {
    try {
      Path file = surroundings.workingDirectory().resolve(name);
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Files.writeString(file, text);
    } catch (IOException | InvalidPathException unwritable) {
      throw Failure.of(
              "not-writable",
              "The file " + name + " cannot be written.",
              "Check the path and the rights on its directory.")
          .exception();
    }
  }
}
