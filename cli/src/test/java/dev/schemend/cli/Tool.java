package dev.schemend.cli;

import dev.schemend.cli.process.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The tool in a directory, as a person would type it.
 *
 * @param directory where it runs
 * @param environment its variables
 * @param input its standard input
 */
record Tool(Path directory, Map<String, String> environment, String input) {

  /** What came of a run. */
  record Run(int exit, String out, String err) {}

  static Tool in(Path directory) {
    return new Tool(directory, Map.of(), "");
  }

  Tool with(String variable, String value) {
    return new Tool(directory, Map.of(variable, value), input);
  }

  Tool reading(String text) {
    return new Tool(directory, environment, text);
  }

  /** Writes a file, its directories too. */
  Tool file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  Tool file(String path, byte[] bytes) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that a run wrote. */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Tool emptyDirectory(String path) {
    try {
      Files.createDirectories(directory.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it with the words of {@code command}, which are separated by single spaces. */
  Run run(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Schemend.run(
            new Surroundings(
                directory,
                environment,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            command.isEmpty() ? new String[0] : command.split(" ", -1));
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
