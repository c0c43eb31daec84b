package dev.schemend.it.cli;

import dev.schemend.cli.Schemend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code schemend} as a process of its own, that can be killed. */
public final class SchemendProcess {

  private SchemendProcess() {}

  /** The words that start it, without its arguments. */
  static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        Schemend.class.getName());
  }

  /** A program of that name in a directory, which starts the classes that are tested. */
  public static Path program(Path directory) throws IOException {
    String words =
        command().stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    Path program = directory.resolve("schemend");
    Files.writeString(program, "#!/bin/sh\nexec " + words + " \"$@\"\n");
    if (!program.toFile().setExecutable(true)) {
      throw new IOException("cannot be made executable: " + program);
    }
    return program;
  }

  /** Starts it in a project's directory; what it says goes to {@code process.log} there. */
  static Process start(Path directory, String url, String arguments) throws IOException {
    List<String> words = new ArrayList<>(command());
    words.addAll(Arrays.asList(arguments.split(" ", -1)));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("process.log").toFile());
    builder.environment().put("DATABASE_URL", url);
    return builder.start();
  }

  /** Kills it (SIGKILL) at a statement. */
  static void killAt(StatementGate gate, Path directory, String arguments)
      throws IOException, InterruptedException {
    try (gate) {
      Process process = start(directory, gate.url(), arguments);
      try {
        gate.await(process);
      } finally {
        // Before the gate closes: a process whose sessions end lives on, and says so.
        process.destroyForcibly().waitFor();
      }
    }
  }
}
