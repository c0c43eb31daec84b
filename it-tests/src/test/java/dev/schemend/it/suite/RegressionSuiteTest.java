package dev.schemend.it.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.name.Identifier;
import dev.schemend.parser.postgres.PostgresFrontend;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads the SQL files of {@code -Dschemend.postgres.suite=DIR}, the directory {@code
 * src/test/regress/sql} of PostgreSQL's sources.
 */
class RegressionSuiteTest {

  private static final String DIRECTORY = System.getProperty("schemend.postgres.suite", "");
  private static final Pattern KINDS =
      Pattern.compile(
          "(create|alter|drop) (or replace"
              + " )?((temp|temporary|local|global|unlogged|unique|constraint|recursive|materialized)"
              + " )*(table|index|sequence|type|schema|view|function|procedure|routine|trigger|policy"
              + "|rule|domain|extension)\\b.*",
          Pattern.DOTALL);
  private static final int FEWEST_STATEMENTS = 5000;
  private static final int DIGEST_LENGTH = 16;

  @Test
  void onlyWhatIsListedIsRefused() throws IOException, SQLException {
    assumeTrue(!DIRECTORY.isEmpty(), "no suite: -Dschemend.postgres.suite=DIR");
    PostgresFrontend frontend =
        new PostgresFrontend(
            new ServerProfile(
                Flavor.POSTGRESQL,
                ServerVersion.of(18, 0, 0),
                Identifier.of("public"),
                false,
                "UTF8",
                ""));
    Map<String, String> refused = new TreeMap<>();
    int read = 0;
    try (TestDatabase database = ServerKind.POSTGRES_18.createDatabase();
        Connection server = database.connect()) {
      server.setAutoCommit(false);
      read = read(frontend, server, refused);
    }
    assertTrue(read > FEWEST_STATEMENTS, "the suite holds more than " + read + " statements");
    Map<String, String> unlisted = new TreeMap<>(refused);
    unlisted.keySet().removeAll(listed().keySet());
    assertEquals(Map.of(), unlisted, "refused, and not on the list");
    Map<String, String> obsolete = new TreeMap<>(listed());
    obsolete.keySet().removeAll(refused.keySet());
    assertEquals(Map.of(), obsolete, "on the list, and read by now: take them off it");
  }

  private static int read(PostgresFrontend frontend, Connection server, Map<String, String> refused)
      throws IOException, SQLException {
    int read = 0;
    for (Path file : files()) {
      // Some of the files are in other encodings; what is outside of ASCII decides nothing here.
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      SourceText source = new SourceText(String.valueOf(file.getFileName()), text);
      for (ParsedStatement statement : frontend.parse(source).statements()) {
        String words = words(statement.source().text());
        if (KINDS.matcher(words.toLowerCase(Locale.ROOT)).matches()) {
          read++;
          Optional<String> why = reason(statement);
          if (why.isPresent() && !isRefused(server, statement)) {
            refused.put(digest(words), source.name() + ": " + why.get());
          }
        }
      }
    }
    return read;
  }

  /** Whether the server refuses the statement with the same code. */
  private static boolean isRefused(Connection server, ParsedStatement statement)
      throws SQLException {
    if (!(statement instanceof ParsedStatement.Broken broken)) {
      return false;
    }
    String answer = "";
    try (Statement session = server.createStatement()) {
      session.execute(statement.source().text());
    } catch (SQLException refusal) {
      answer = refusal.getSQLState();
    }
    server.rollback();
    return broken.diagnostic().code().equals(answer);
  }

  // What a variable of psql stands for is known to no reader of the file.
  private static Optional<String> reason(ParsedStatement statement) {
    return switch (statement) {
      case ParsedStatement.Broken broken -> Optional.of(broken.diagnostic().text());
      case ParsedStatement.Unknowable unknowable ->
          Optional.of(unknowable.diagnostic().text())
              .filter(text -> !text.contains("only a running psql knows"));
      case ParsedStatement.Ddl ddl -> Optional.empty();
      case ParsedStatement.Inert inert -> Optional.empty();
      case ParsedStatement.Code code -> Optional.empty();
      case ParsedStatement.SetSearchPath set -> Optional.empty();
      case ParsedStatement.SetVariables set -> Optional.empty();
    };
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(DIRECTORY))) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static String words(String statement) {
    return statement.strip().replaceAll("\\s+", " ");
  }

  private static String digest(String words) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGEST_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Digests of refused statements, each with its file and the reason. */
  private static Map<String, String> listed() throws IOException {
    try (InputStream stream =
        RegressionSuiteTest.class.getResourceAsStream("/suite/postgresql-refusals.tsv")) {
      Map<String, String> listed = new TreeMap<>();
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(row -> listed.put(row[0], row[1]));
      return listed;
    }
  }
}
