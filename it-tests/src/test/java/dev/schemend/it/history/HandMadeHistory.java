package dev.schemend.it.history;

import dev.schemend.history.Migration;
import dev.schemend.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A history in one resource: each line {@code -- migration NAME} begins a migration.
 *
 * @param name of the resource, without folder and ending
 * @param migrations in order
 */
record HandMadeHistory(String name, List<Migration> migrations) {

  private static final String BORDER = "-- migration ";

  /** The history of that name among those of a dialect's folder. */
  static HandMadeHistory read(String folder, String name) {
    String resource = "/histories/" + folder + "/" + name + ".sql";
    List<Migration> migrations = new ArrayList<>();
    String[] parts = text(resource).split("(?m)^" + BORDER, -1);
    for (int i = 1; i < parts.length; i++) {
      int line = parts[i].indexOf('\n');
      String migration = parts[i].substring(0, line).strip();
      migrations.add(
          new Migration(
              migration,
              new SourceText(migration + "/migration.sql", parts[i].substring(line + 1)),
              migration + "/migration.sql"));
    }
    return new HandMadeHistory(name, List.copyOf(migrations));
  }

  private static String text(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(HandMadeHistory.class.getResourceAsStream(resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
