package dev.schemend.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.schemend.cli.Schemend;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Commands typed in a project's directory, with {@code DATABASE_URL} set to a database's URL.
 *
 * @param directory the project
 * @param database its database
 */
public record Typed(Path directory, TestDatabase database) {

  /** What came of a command. */
  public record Answer(int exit, String out, String err) {
    /** Fails where it ended otherwise. */
    public Answer exits(int expected) {
      assertEquals(expected, exit, out + err);
      return this;
    }
  }

  /** The datasource of a Prisma schema for a database. */
  public static String datasource(TestDatabase database) {
    String provider = database.kind().flavor() == Flavor.POSTGRESQL ? "postgresql" : "mysql";
    return "datasource db {\n  provider = \""
        + provider
        + "\"\n  url      = env(\"DATABASE_URL\")\n}\n";
  }

  /** Writes a file of the project. */
  public Typed file(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code schemend} with the words of {@code command}; no password may come out of it. */
  public Answer run(String command) {
    return run(List.of(command.split(" ", -1)));
  }

  /** The same with words that may hold spaces. */
  public Answer run(List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Schemend.run(
            new Surroundings(
                directory,
                Map.of("DATABASE_URL", database.url()),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            words.toArray(String[]::new));
    Answer answer =
        new Answer(
            exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    String password = ":" + database.password() + "@";
    assertFalse((answer.out() + answer.err()).contains(password), answer.toString());
    return answer;
  }
}
