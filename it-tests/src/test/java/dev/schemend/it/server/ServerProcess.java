package dev.schemend.it.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server's process and its directory, both of which end with the JVM, however that ends: beside
 * the server stands a shell that waits on a pipe from the JVM. When the pipe closes (because the
 * JVM closed it, exited or was killed), it kills the server and deletes the directory.
 */
final class ServerProcess {

  /** How a server is told to stop when nothing of it is kept. */
  enum StopSignal {
    /** PostgreSQL's immediate shutdown: its children and shared memory go too. */
    QUIT,
    /** For a server that is one process. */
    KILL
  }

  private static final Duration START = Duration.ofSeconds(90);

  // $1 the directory, $2 the signal, then the server's command. The shell becomes the server
  // (exec), so that the JVM sees its exit; 3 is the pipe. Ten seconds, then there is no mercy.
  private static final String WATCHED =
      """
      exec 3<&0
      directory=$1 signal=$2 server=$$
      shift 2
      {
        trap '' HUP INT TERM
        read -r _ <&3
        kill -"$signal" "$server"
        tries=100
        while kill -0 "$server" && [ "$tries" -gt 0 ]; do
          sleep 0.1
          tries=$((tries - 1))
        done
        kill -KILL "$server"
        [ -e "$directory/restarted.$SCHEMEND_START" ] || rm -rf "$directory"
      } >/dev/null 2>&1 &
      exec "$@" 3<&- </dev/null
      """;

  private final ProcessBuilder builder;
  private final Path directory;
  private final Path log;
  private volatile Process process;
  private int starts;

  private ServerProcess(ProcessBuilder builder, Path directory, Path log) throws IOException {
    this.builder = builder;
    this.directory = directory;
    this.log = log;
    this.process = begun();
  }

  /** Numbered, since a number of a process may come up again. */
  private Process begun() throws IOException {
    starts++;
    builder.environment().put("SCHEMEND_START", Integer.toString(starts));
    return builder.start();
  }

  /** Starts {@code command}; {@code directory} is deleted when it ends. */
  static ServerProcess start(
      Path directory, StopSignal signal, Map<String, String> environment, List<String> command)
      throws IOException {
    Path log = directory.resolve("server.log");
    List<String> watched = new ArrayList<>(List.of("sh", "-c", WATCHED, "sh"));
    watched.add(directory.toString());
    watched.add(signal.name());
    watched.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(watched)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    ServerProcess server = new ServerProcess(builder, directory, log);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop " + command.getFirst()));
    return server;
  }

  /** Waits until a connection to {@code database} succeeds. */
  void awaitConnection(TestDatabase database) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try (Connection connection = database.connect()) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        if (!process.isAlive()) {
          throw new IOException("it ended with exit code " + process.exitValue() + logTail(), e);
        }
        if (System.nanoTime() > deadline) {
          stop();
          throw new IOException("no connection after " + START.toSeconds() + " s" + logTail(), e);
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /**
   * Ends the server as its administrator would, and starts it again on the same data.
   *
   * @param signal by which it ends its sessions, and then itself
   */
  void restart(String signal, TestDatabase database) throws IOException, InterruptedException {
    // Whoever watches this process leaves the directory to the next one.
    Files.createFile(directory.resolve("restarted." + starts));
    run(Map.of(), List.of("kill", "-" + signal, Long.toString(process.pid())));
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IOException("it does not end" + logTail());
    }
    process = begun();
    awaitConnection(database);
  }

  private String logTail() throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
    return ":\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
  }

  /** Stops the server and waits until its directory is gone. */
  void stop() {
    try {
      process.getOutputStream().close();
      process.waitFor(15, TimeUnit.SECONDS);
      for (int tries = 0; tries < 100 && Files.exists(directory); tries++) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Runs a command to its end.
   *
   * @throws IOException with what it printed, when it fails
   */
  static void run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(
          command.getFirst() + " ended with exit code " + process.exitValue() + ":\n" + output);
    }
  }
}
