package dev.schemend.it.pairs;

import dev.schemend.dialect.Flavor;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A database in the server's own words: {@code pg_dump}, or {@code SHOW CREATE} for each object.
 * The lines are sorted, since PostgreSQL cannot move a column and nothing else hangs on an order.
 */
final class ServerWords {

  // Names of a database or of a run, not of a schema.
  private static final String NOISE =
      "^(--.*|SET .*|SELECT pg_catalog\\.set_config.*|\\\\(un)?restrict .*|)$";

  // A counter's state, the moment at which an event without a start was made, the method that an
  // index has anyway and a character set that a column has anyway (the catalogs tell others), and
  // how wide numbers were once shown.
  private static final String NO_SCHEMA =
      " AUTO_INCREMENT=\\d+| STARTS '[^']*'| USING BTREE"
          + "|(?<= DEFAULT )_utf8mb4(?=')| (?:CHARACTER SET|COLLATE) \\w+"
          + "|(?<= (?:tiny|small|medium|big)?int)\\(\\d+\\)(?! unsigned zerofill)";

  private ServerWords() {}

  /** The words; empty where the machine has no {@code pg_dump} for the server. */
  static Optional<List<String>> of(TestDatabase database) {
    return database.kind().flavor() == Flavor.POSTGRESQL
        ? pgDump(database)
        : Optional.of(showCreate(database));
  }

  private static Optional<List<String>> pgDump(TestDatabase database) {
    int server = Integer.parseInt(database.query("SHOW server_version_num").get(0).get(0)) / 10_000;
    return dumpProgram(server).map(program -> dump(program, database));
  }

  /** The newest where distributions put theirs, if it is not older than the server. */
  private static Optional<Path> dumpProgram(int server) {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .filter(version -> version.getFileName().toString().matches("\\d+"))
          .filter(version -> Integer.parseInt(version.getFileName().toString()) >= server)
          .map(version -> version.resolve("bin/pg_dump"))
          .filter(Files::isExecutable)
          .findFirst();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static List<String> dump(Path program, TestDatabase database) {
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(), "--schema-only", "--no-owner", "--no-privileges", database.name());
    builder
        .environment()
        .putAll(
            Map.of(
                "PGHOST", database.host(),
                "PGPORT", Integer.toString(database.port()),
                "PGUSER", database.user(),
                "PGPASSWORD", database.password()));
    try {
      Process process = builder.redirectErrorStream(true).start();
      List<String> lines = process.inputReader().lines().toList();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join("\n", lines));
      }
      return sorted(sorted(lines).stream().map(PlainWords::of).toList());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> showCreate(TestDatabase database) {
    List<String> lines = new ArrayList<>();
    for (List<String> object : database.query(objects(database.name()))) {
      String kind = object.get(0);
      if (kind.equals("TRIGGER")) {
        lines.addAll(trigger(database, object.get(1)));
        continue;
      }
      String name = "`" + object.get(1).replace("`", "``") + "`";
      List<String> row = database.query("SHOW CREATE " + kind + " " + name).get(0);
      // The definition stands behind the name, for stored programs behind the SQL mode too.
      String text =
          row.get(kind.equals("TABLE") || kind.equals("VIEW") ? 1 : kind.equals("EVENT") ? 3 : 2);
      boolean routine = kind.equals("FUNCTION") || kind.equals("PROCEDURE");
      String plain = routine ? withPlainParameters(text) : text;
      String whole = kind + " " + plain.replaceAll(NO_SCHEMA, "");
      whole.replace("`" + database.name() + "`.", "").lines().forEach(lines::add);
    }
    return sorted(lines);
  }

  // The parameters of a routine are kept as they were typed; what they are, the catalogs tell.
  private static String withPlainParameters(String text) {
    int open = text.indexOf('(');
    int close = open;
    int depth = 0;
    do {
      char at = text.charAt(close);
      depth += at == '(' ? 1 : at == ')' ? -1 : 0;
      close++;
    } while (depth > 0 && close < text.length());
    String typed = text.substring(open, close);
    String plain =
        typed
            .replaceAll(NO_SCHEMA, "")
            .toLowerCase(Locale.ROOT)
            .replace("`", "")
            .replaceAll("\\binteger\\b", "int")
            .replaceAll("\\s*([(),])\\s*", "$1")
            .replaceAll("\\s+", " ");
    return text.replace(typed, plain);
  }

  // MariaDB keeps even the blanks of a trigger's head as they were written.
  private static List<String> trigger(TestDatabase database, String name) {
    List<String> row =
        database
            .query(
                "SELECT action_timing, event_manipulation, event_object_table, action_statement"
                    + " FROM information_schema.triggers WHERE trigger_schema = database()"
                    + " AND trigger_name = '"
                    + name.replace("'", "''")
                    + "'")
            .get(0);
    return ("TRIGGER " + name + " " + String.join(" ", row)).lines().toList();
  }

  private static String objects(String database) {
    String of = " = '" + database + "'";
    return "SELECT IF(table_type = 'VIEW', 'VIEW', 'TABLE') AS kind, table_name AS name"
        + " FROM information_schema.tables WHERE table_schema"
        + of
        + " AND table_type IN ('BASE TABLE', 'VIEW')"
        + " UNION ALL SELECT 'TRIGGER', trigger_name FROM information_schema.triggers"
        + " WHERE trigger_schema"
        + of
        + " UNION ALL SELECT routine_type, routine_name FROM information_schema.routines"
        + " WHERE routine_schema"
        + of
        + " UNION ALL SELECT 'EVENT', event_name FROM information_schema.events WHERE event_schema"
        + of
        + " ORDER BY 1, 2";
  }

  // The order of the values in a list of a partition says nothing.
  private static String withSortedList(String line) {
    int start = line.indexOf(" VALUES IN (");
    int end = line.indexOf(") ENGINE");
    return start < 0 || end < start
        ? line
        : line.substring(0, start)
            + Arrays.stream(line.substring(start + 12, end).split(",", -1)).sorted().toList()
            + line.substring(end);
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.matches(NOISE))
        .map(ServerWords::withSortedList)
        .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
        .sorted()
        .toList();
  }
}
