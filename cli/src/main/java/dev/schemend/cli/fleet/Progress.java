package dev.schemend.cli.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.cli.process.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was done in which database, kept in a file so that a run that was killed goes on where it
 * was: JSON, a line for each database, written and forced to the disk when it is done with. The
 * first line says which job it is.
 */
public final class Progress {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<Path> file;
  private final Set<String> done;

  private Progress(Optional<Path> file, Set<String> done) {
    this.file = file;
    this.done = Collections.unmodifiableSet(new HashSet<>(done));
  }

  /**
   * Takes up what a file says; begins one where there is none.
   *
   * @param file where it is; empty keeps nothing
   * @param job what is done, to the last migration: another job begins anew
   * @throws dev.schemend.cli.process.FailureException where the file is of another job, or cannot
   *     be used
   */
  public static Progress of(Optional<Path> file, String job) {
    if (file.isEmpty()) {
      return new Progress(file, Set.of());
    }
    try {
      if (!Files.exists(file.get()) || Files.size(file.get()) == 0) {
        Progress fresh = new Progress(file, Set.of());
        fresh.append(JSON.createObjectNode().put("formatVersion", 1).put("job", job));
        return fresh;
      }
      Set<String> done = read(file.get(), job);
      if (!Files.readString(file.get()).endsWith("\n")) {
        Files.writeString(file.get(), "\n", StandardOpenOption.APPEND);
      }
      return new Progress(file, done);
    } catch (IOException unusable) {
      throw unusable(file.get()).exception();
    }
  }

  private static Set<String> read(Path file, String job) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (!job.equals(line(lines.getFirst()).path("job").asText())) {
      throw Failure.of(
              "other-job",
              "The file " + file + " tells of another command, or of other migrations.",
              "Name another file with --state, or remove this one where its job is over.")
          .exception();
    }
    Set<String> done = new HashSet<>();
    for (String text : lines.subList(1, lines.size())) {
      JsonNode line = line(text);
      String database = line.path("database").asText();
      if (Fate.DONE.word().equals(line.path("fate").asText())) {
        done.add(database);
      } else {
        done.remove(database);
      }
    }
    return done;
  }

  /** The process may have been killed in the middle of a line; then its database is looked at. */
  private static JsonNode line(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException torn) {
      return JSON.missingNode();
    }
  }

  private static Failure unusable(Path file) {
    return Failure.of(
        "not-writable",
        "The state file " + file + " cannot be read and written.",
        "Check the path and the rights on its directory.");
  }

  /** Whether a database was done with before. */
  public boolean isDone(Member member) {
    return done.contains(member.name());
  }

  /** How many were done with before. */
  public int doneBefore() {
    return done.size();
  }

  /** Keeps what became of a database. */
  public void keep(Result result) {
    if (file.isPresent()) {
      append(
          JSON.createObjectNode()
              .put("database", result.database())
              .put("fate", result.fate().word())
              .put("code", result.code())
              .put("message", result.message())
              .put("at", Instant.now().toString()));
    }
  }

  private synchronized void append(ObjectNode line) {
    Path path = file.orElseThrow();
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException unwritable) {
      throw unusable(path).exception();
    }
  }
}
