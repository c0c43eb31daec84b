package dev.schemend.it.conformance;

import dev.schemend.cli.Schemend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of {@code schemend} as a process of its own: whatever becomes of it, this one goes on.
 *
 * @param exit its exit status, or {@link #TIMED_OUT}
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record ChildRun(int exit, String out, String err) {

  /** It was killed, for its time was over. */
  static final int TIMED_OUT = -1;

  /**
   * Runs it to its end, or to that of its time.
   *
   * @param directory the working directory
   */
  static ChildRun of(Path directory, Duration limit, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Schemend.class.getName()));
    words.addAll(arguments);
    Path out = Files.createTempFile("conformance", ".out");
    Path err = Files.createTempFile("conformance", ".err");
    try {
      Process process =
          new ProcessBuilder(words)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
      try {
        boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
        return new ChildRun(ended ? process.exitValue() : TIMED_OUT, read(out), read(err));
      } finally {
        process.destroyForcibly().waitFor();
      }
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** Whether it ended by what should not happen. */
  boolean crashed() {
    return exit != TIMED_OUT
        && (err.contains("error: defect ") || err.contains("Exception in thread") || exit > 64);
  }
}
