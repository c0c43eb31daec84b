package dev.schemend.it.demo;

import dev.schemend.cli.Schemend;
import dev.schemend.cli.process.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A terminal in a project's directory: each command is shown as a user types it, then run, then its
 * answer is shown.
 *
 * @param directory where commands are typed
 * @param url what {@code $DATABASE_URL} is
 * @param out where all is shown
 */
record Terminal(Path directory, String url, PrintStream out) {

  /** A command answered otherwise than the story tells. */
  static final class UnexpectedAnswer extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    UnexpectedAnswer(String message) {
      super(message);
    }
  }

  void say(String words) {
    out.println();
    out.println("# " + words);
  }

  /**
   * Types {@code schemend} with {@code words}, perhaps with {@code > file} behind them.
   *
   * @throws UnexpectedAnswer when it exits with another code than {@code exit}
   */
  void schemend(int exit, String words) throws IOException {
    out.println();
    out.println("$ schemend " + words);
    String[] command = words.split(" > ", 2);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    PrintStream answer =
        command.length == 2 ? new PrintStream(data, true, StandardCharsets.UTF_8) : out;
    int code =
        Schemend.run(
            new Surroundings(
                directory,
                Map.of("DATABASE_URL", url),
                new ByteArrayInputStream(new byte[0]),
                answer,
                out),
            Arrays.stream(command[0].split(" "))
                .map(word -> word.equals("\"$DATABASE_URL\"") ? url : word)
                .toArray(String[]::new));
    if (command.length == 2) {
      Files.write(directory.resolve(command[1]), data.toByteArray());
      out.println();
      out.println("$ cat " + command[1]);
      out.print(data.toString(StandardCharsets.UTF_8));
    }
    if (code != exit) {
      throw new UnexpectedAnswer("exit code " + code + " and not " + exit + ": schemend " + words);
    }
  }

  void move(String from, String to) throws IOException {
    out.println();
    out.println("$ mv " + from + " " + to);
    Files.move(directory.resolve(from), directory.resolve(to));
  }

  void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
