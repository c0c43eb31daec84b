package dev.schemend.it.pairs;

import dev.schemend.cli.Schemend;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.exec.connect.ConnectionPools;
import dev.schemend.exec.connect.Connector;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.introspect.ServerProfiles;
import dev.schemend.exec.mysql.MySqlLive;
import dev.schemend.exec.postgres.PostgresLive;
import dev.schemend.it.server.TestDatabase;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges pairs on one server, by the commands that a person would type. */
final class PairJudge {

  /**
   * ER_CHECK_CONSTRAINT_VIOLATED and ER_NO_PARTITION_FOR_GIVEN_VALUE, which have no class of their
   * own.
   */
  private static final Set<Integer> MYSQL_VIOLATIONS = Set.of(3819, 1526);

  private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist");
  private static final int CLEAN = 0;
  private static final int DIFFERENT = 2;

  private final JudgeServer server;
  private final Path directory;
  private final SqlFrontend frontend;
  private final String version;

  /** A judge that keeps its files in {@code directory}. */
  PairJudge(JudgeServer server, Path directory) {
    this.server = server;
    this.directory = directory;
    TestDatabase any = server.take();
    try (Database database = ConnectionPools.open(DatabaseUrl.parse(any.url()), connector())) {
      DialectKit kit = DialectKit.of(ServerProfiles.of(database));
      this.frontend = kit.frontend();
      this.version = kit.profile().version().toString();
    }
    server.giveBack(any);
  }

  private Connector connector() {
    return switch (server.flavor()) {
      case POSTGRESQL -> PostgresLive.DIALECT.connector();
      case MYSQL, MARIADB -> MySqlLive.DIALECT.connector();
    };
  }

  Judgement judge(SchemaPair pair) {
    TestDatabase old = server.take();
    TestDatabase wanted = server.take();
    try {
      Files.writeString(directory.resolve("from.sql"), pair.from());
      Files.writeString(directory.resolve("to.sql"), pair.to());
      Optional<SQLException> refused = run(old, pair.from());
      if (refused.isPresent()) {
        return new Judgement(pair, Verdict.OLD_REFUSED, refused.get().getMessage());
      }
      refused = run(wanted, pair.to());
      if (refused.isPresent()) {
        return new Judgement(pair, Verdict.NEW_REFUSED, refused.get().getMessage());
      }
      return judge(pair, old, wanted);
    } catch (IOException | SQLException | RuntimeException | AssertionError e) {
      return new Judgement(pair, Verdict.BROKE_DOWN, e.toString());
    } finally {
      server.giveBack(old);
      server.giveBack(wanted);
    }
  }

  private Judgement judge(SchemaPair pair, TestDatabase old, TestDatabase wanted)
      throws SQLException {
    SeededRows rows = SeededRows.in(old);
    KeptObjects kept = KeptObjects.in(old);
    Answer plan = diff("--from-url", old.url(), "--to", "to.sql", "--script", "--exit-code");
    if (!plan.isPlan()) {
      return new Judgement(pair, Verdict.NO_PLAN, plan.err());
    }
    Optional<SQLException> refused = plan.exit() == CLEAN ? Optional.empty() : run(old, plan.out());
    if (refused.isPresent() && isAboutData(refused.get())) {
      // The row itself forbids it, as it would in production; the plan is judged without one.
      TestDatabase empty = server.take();
      try {
        run(empty, pair.from());
        kept = KeptObjects.in(empty);
        return reached(pair, empty, wanted, plan, run(empty, plan.out()), kept, Optional.empty());
      } finally {
        server.giveBack(empty);
      }
    }
    return reached(pair, old, wanted, plan, refused, kept, Optional.of(rows));
  }

  private Judgement reached(
      SchemaPair pair,
      TestDatabase made,
      TestDatabase wanted,
      Answer plan,
      Optional<SQLException> refused,
      KeptObjects kept,
      Optional<SeededRows> rows)
      throws SQLException {
    if (refused.isPresent()) {
      return new Judgement(
          pair, Verdict.SCRIPT_REFUSED, refused.get().getMessage() + "\n" + plan.out());
    }
    Answer catalogs = diff("--from-url", made.url(), "--to-url", wanted.url(), "--exit-code");
    if (catalogs.exit() != CLEAN) {
      return new Judgement(pair, Verdict.NOT_REACHED, catalogs.out() + catalogs.err() + plan.out());
    }
    List<String> lost = rows.isPresent() ? rows.get().lostIn(made) : List.of();
    if (!lost.isEmpty()) {
      return new Judgement(pair, Verdict.ROWS_LOST, String.join("\n", lost) + "\n" + plan.out());
    }
    List<String> recreated = kept.recreatedIn(made);
    if (!recreated.isEmpty()) {
      return new Judgement(
          pair, Verdict.RECREATED, String.join("\n", recreated) + "\n" + plan.out());
    }
    Answer again = diff("--from-url", made.url(), "--to", "to.sql", "--exit-code");
    if (again.exit() != CLEAN) {
      return new Judgement(pair, Verdict.NOT_SETTLED, again.out() + again.err() + plan.out());
    }
    Optional<List<String>> words = ServerWords.of(made);
    if (words.isPresent() && !words.equals(ServerWords.of(wanted))) {
      return new Judgement(
          pair, Verdict.WORDS_DIFFER, onlyOnOneSide(words.get(), ServerWords.of(wanted).get()));
    }
    Answer offline =
        diff(
            "--from",
            "from.sql",
            "--to",
            "to.sql",
            "--script",
            "--dialect",
            dialect(),
            "--server-version",
            version);
    return statements(offline).equals(statements(plan))
        ? new Judgement(pair, Verdict.REACHED, "")
        : new Judgement(
            pair,
            Verdict.OFFLINE_DIFFERS,
            onlyOnOneSide(statements(plan), statements(offline)) + offline.err());
  }

  // Where the states were read is said in comments, and differs of course.
  private static List<String> statements(Answer script) {
    return script.out().lines().filter(line -> !line.startsWith("--") && !line.isBlank()).toList();
  }

  private String dialect() {
    return switch (server.flavor()) {
      case POSTGRESQL -> "postgresql";
      case MYSQL -> "mysql";
      case MARIADB -> "mariadb";
    };
  }

  private static String onlyOnOneSide(List<String> made, List<String> wanted) {
    StringBuilder text = new StringBuilder();
    made.stream()
        .filter(line -> !wanted.contains(line))
        .forEach(line -> text.append("- ").append(line).append('\n'));
    wanted.stream()
        .filter(line -> !made.contains(line))
        .forEach(line -> text.append("+ ").append(line).append('\n'));
    return text.toString();
  }

  // Classes 22 and 23, data exceptions and integrity; MySQL's 01000 and HY000 say nothing.
  private static boolean isAboutData(SQLException refused) {
    String state = String.valueOf(refused.getSQLState());
    return state.startsWith("22")
        || state.startsWith("23")
        || state.equals("01000")
        || MYSQL_VIOLATIONS.contains(refused.getErrorCode());
  }

  /** Sends a script statement by statement; what the server answers to the one it refuses. */
  private Optional<SQLException> run(TestDatabase database, String script) throws SQLException {
    try (Connection session = database.connect();
        Statement statement = session.createStatement()) {
      if (server.flavor() != Flavor.POSTGRESQL) {
        // An event that does not say when it starts starts now: the same now for all, far enough
        // away that none of them ever runs.
        statement.execute("SET timestamp = 2000000000");
      }
      for (StatementText text : frontend.split(new SourceText("script.sql", script))) {
        Optional<SQLException> refused = send(statement, text.text());
        Matcher role = MISSING_ROLE.matcher(refused.map(SQLException::getMessage).orElse(""));
        if (role.find()) {
          server.createRole(role.group(1));
          refused = send(statement, text.text());
        }
        if (refused.isPresent()) {
          return refused;
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<SQLException> send(Statement statement, String text) {
    try {
      statement.execute(text);
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.of(refused);
    }
  }

  private record Answer(int exit, String out, String err) {
    boolean isPlan() {
      return exit == CLEAN || exit == DIFFERENT;
    }
  }

  private Answer diff(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "migrate";
    words[1] = "diff";
    System.arraycopy(options, 0, words, 2, options.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Schemend.run(
            new Surroundings(
                directory,
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            words);
    return new Answer(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
