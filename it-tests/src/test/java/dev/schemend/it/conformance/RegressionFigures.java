package dev.schemend.it.conformance;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.name.Identifier;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What the parser makes of PostgreSQL's regression suite.
 *
 * @param files how many files were read
 * @param broken statements that it refuses
 * @param unfinished files at which it broke, or did not come to an end in time
 */
record RegressionFigures(
    int files,
    int statements,
    int modelled,
    int opaque,
    int inert,
    int unknowable,
    int broken,
    List<String> unfinished) {

  private static final RegressionFigures NONE =
      new RegressionFigures(0, 0, 0, 0, 0, 0, 0, List.of());

  RegressionFigures {
    unfinished = List.copyOf(unfinished);
  }

  /** Reads all SQL files of a directory, each for at most {@code seconds}. */
  static RegressionFigures of(Path directory, long seconds)
      throws IOException, InterruptedException {
    SqlFrontend frontend =
        DialectKit.of(
                new ServerProfile(
                    Flavor.POSTGRESQL,
                    ServerVersion.of(18, 0, 0),
                    Identifier.of("public"),
                    false,
                    "",
                    ""))
            .frontend();
    List<Path> scripts;
    try (Stream<Path> files = Files.list(directory)) {
      scripts = files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
    RegressionFigures sum = NONE;
    for (Path script : scripts) {
      String name = script.getFileName().toString();
      String text = new String(Files.readAllBytes(script), StandardCharsets.UTF_8);
      CompletableFuture<RegressionFigures> reading =
          CompletableFuture.supplyAsync(() -> read(frontend, new SourceText(name, text)));
      try {
        sum = sum.plus(reading.get(seconds, TimeUnit.SECONDS));
      } catch (ExecutionException | TimeoutException unfinished) {
        sum = sum.plus(new RegressionFigures(1, 0, 0, 0, 0, 0, 0, List.of(name)));
      }
    }
    return sum;
  }

  private static RegressionFigures read(SqlFrontend frontend, SourceText script) {
    RegressionFigures sum = new RegressionFigures(1, 0, 0, 0, 0, 0, 0, List.of());
    for (ParsedStatement statement : frontend.parse(script).statements()) {
      sum = sum.plus(one(statement));
    }
    return sum;
  }

  private static RegressionFigures one(ParsedStatement statement) {
    return switch (statement) {
      case ParsedStatement.Ddl ddl ->
          ddl.statements().stream().anyMatch(DdlStatement.CreateOpaque.class::isInstance)
              ? new RegressionFigures(0, 1, 0, 1, 0, 0, 0, List.of())
              : new RegressionFigures(0, 1, 1, 0, 0, 0, 0, List.of());
      case ParsedStatement.Inert inert -> new RegressionFigures(0, 1, 0, 0, 1, 0, 0, List.of());
      case ParsedStatement.SetSearchPath set ->
          new RegressionFigures(0, 1, 1, 0, 0, 0, 0, List.of());
      case ParsedStatement.SetVariables set ->
          new RegressionFigures(0, 1, 1, 0, 0, 0, 0, List.of());
      case ParsedStatement.Code code -> new RegressionFigures(0, 1, 1, 0, 0, 0, 0, List.of());
      case ParsedStatement.Unknowable unknowable ->
          new RegressionFigures(0, 1, 0, 0, 0, 1, 0, List.of());
      case ParsedStatement.Broken broken -> new RegressionFigures(0, 1, 0, 0, 0, 0, 1, List.of());
    };
  }

  private RegressionFigures plus(RegressionFigures other) {
    List<String> names = new ArrayList<>(unfinished);
    names.addAll(other.unfinished);
    return new RegressionFigures(
        files + other.files,
        statements + other.statements,
        modelled + other.modelled,
        opaque + other.opaque,
        inert + other.inert,
        unknowable + other.unknowable,
        broken + other.broken,
        names);
  }
}
