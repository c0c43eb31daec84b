package dev.schemend.cli.process;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run finds around it; in tests, something else than the process has.
 *
 * @param workingDirectory where relative paths start
 * @param environment the environment variables
 * @param in standard input, for scripts in UTF-8
 * @param out standard output: data and nothing else, in UTF-8
 * @param err standard error: everything that is said to a person
 * @param terminal whether a person sees standard error as it is written, on a terminal
 * @param answering whether a person sits in front of it and can be asked
 */
public record Surroundings(
    Path workingDirectory,
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    boolean answering) {

  /** Copies the environment. */
  public Surroundings {
    Objects.requireNonNull(workingDirectory, "workingDirectory");
    environment = Map.copyOf(environment);
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
  }

  /** Surroundings without a terminal. */
  public Surroundings(
      Path workingDirectory,
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    this(workingDirectory, environment, in, out, err, false);
  }

  /** Those of this process. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        Path.of(""),
        System.getenv(),
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        isTerminal(),
        isAnswering());
  }

  /** From Java 22 on there is a console without a terminal too, and a method that tells. */
  @SuppressWarnings("SystemConsoleNull") // Java 21 is supported, where it may be null
  private static boolean isAnswering() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException java21) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }

  /** Surroundings without anybody who could be asked. */
  public Surroundings(
      Path workingDirectory,
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err,
      boolean terminal) {
    this(workingDirectory, environment, in, out, err, terminal, false);
  }

  /** Java can only say it of input and output together; where /proc is, it can be seen. */
  private static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException noSuchLink) {
      return false;
    }
  }

  /** Migrations are UTF-8, so what is made of them is too, whatever the terminal's locale. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return utf8(new FileOutputStream(descriptor));
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** An environment variable that is set to something. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** The same where nobody hears what is said, and nobody can be asked. */
  public Surroundings silent() {
    PrintStream nowhere = utf8(OutputStream.nullOutputStream());
    return new Surroundings(workingDirectory, environment, in, nowhere, nowhere);
  }

  /** Shows no variable: one of them holds a password. */
  @Override
  public String toString() {
    return "Surroundings[" + workingDirectory + "]";
  }
}
