package dev.schemend.cli.fleet;

import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.state.UrlText;
import dev.schemend.exec.error.ExecException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out which databases a fleet has: a URL on each line, blank lines and {@code #} apart. */
public final class Roster {

  private final Surroundings surroundings;

  /** Finds files and variables in {@code surroundings}. */
  public Roster(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The members that a file lists.
   *
   * @throws dev.schemend.cli.process.FailureException where it cannot be read, or not as a list
   */
  public List<Member> ofFile(String file) {
    try {
      return members(Files.readString(surroundings.workingDirectory().resolve(file)), file);
    } catch (IOException | InvalidPathException unreadable) {
      throw Failure.of(
              "not-readable",
              "The list of databases " + file + " cannot be read.",
              "Check the path; the file holds a URL on each line.")
          .exception();
    }
  }

  /**
   * The members that a command prints; its standard error is shown.
   *
   * @throws dev.schemend.cli.process.FailureException where it fails, or prints no list
   */
  public List<Member> ofCommand(String command) {
    try {
      ProcessBuilder shell =
          new ProcessBuilder("sh", "-c", command)
              .directory(surroundings.workingDirectory().toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      shell.environment().putAll(surroundings.environment());
      Process process = shell.start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status == 0) {
        return members(text, "the command's output");
      }
      throw noList("it ended with " + status).exception();
    } catch (IOException failure) {
      throw noList(String.valueOf(failure.getMessage())).exception();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw noList("it was interrupted").exception();
    }
  }

  private static Failure noList(String reason) {
    return Failure.of(
            "no-list",
            "The command that lists the databases failed.",
            "Run it by hand: it prints a URL on each line and ends with 0.")
        .because(List.of(reason));
  }

  private List<Member> members(String text, String source) {
    Map<String, Member> members = new LinkedHashMap<>();
    List<String> lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isEmpty() && !line.startsWith("#")) {
        Member member = member(line, source + ", line " + (i + 1));
        if (members.put(member.name(), member) != null) {
          throw bad(source + ", line " + (i + 1), member.name() + " stands there twice", "")
              .exception();
        }
      }
    }
    if (members.isEmpty()) {
      throw bad(source, "it names no database", "Write a URL on each line.").exception();
    }
    return List.copyOf(members.values());
  }

  private Member member(String line, String place) {
    try {
      return Member.at(new UrlText(surroundings).read(line));
    } catch (ExecException invalid) {
      throw bad(place, invalid.error().message(), invalid.error().hint()).exception();
    }
  }

  private static Failure bad(String place, String reason, String remedy) {
    return Failure.of("bad-list", "The list of databases is no list: " + place + ".", remedy)
        .because(List.of(reason));
  }
}
