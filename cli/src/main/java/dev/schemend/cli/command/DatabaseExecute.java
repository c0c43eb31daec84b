package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.RunText;
import dev.schemend.exec.error.ServerError;
import dev.schemend.exec.migrate.ApplyError;
import dev.schemend.exec.run.RunListener;
import dev.schemend.exec.run.RunOutcome;
import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.SourceLocation;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code db execute}: runs a script, and says exactly how far it came. */
@Command(
    name = "execute",
    description =
        "Run a script: in one transaction where the server can, else statement by statement.",
    footer = {
      "",
      "Examples:",
      "  schemend db execute --file backward.sql",
      "  schemend migrate diff … --script | schemend db execute --stdin --url-file prod.url"
    })
final class DatabaseExecute implements Callable<Integer> {

  private static final String STDIN = "<stdin>";

  private final Surroundings surroundings;

  @Mixin private DatabaseOptions database;
  @Mixin private ConductOptions conduct;
  @Mixin private AllowOption allow;
  @Mixin private PreflightOptions preflight;

  @Option(names = "--file", paramLabel = "FILE", description = "The script, in UTF-8.")
  private String file;

  @Option(
      names = "--expect-fingerprint",
      paramLabel = "HEX|header|none",
      description =
          "Run nothing unless the database has this fingerprint; header: the one that the script"
              + " begins with; none: whatever it has. Without it a script that was made from a live"
              + " database must find it as it was, and for any other that does not a warning is"
              + " given.")
  private String expected;

  @Option(names = "--stdin", description = "Read the script from standard input.")
  private boolean stdin;

  DatabaseExecute(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if ((file == null) != stdin) {
      throw Failure.usage(
              stdin
                  ? "--file and --stdin exclude each other."
                  : "The script is missing: neither --file nor --stdin is given.",
              "Give --file FILE or --stdin.")
          .exception();
    }
    allow.requireKnown();
    SourceText script = stdin ? standardInput() : file();
    try (ConductOptions.Running running = conduct.begin(surroundings);
        OpenedDatabase opened =
            OpenedDatabase.at(database.url(surroundings)).with(running.conduct())) {
      ExpectedFingerprint.of(expected, script).require(opened, surroundings);
      PlannedScript.require(script, opened, allow, preflight, surroundings);
      List<StatementText> statements = opened.kit().frontend().split(script);
      RunOutcome outcome =
          opened.live().scripts().run(opened.database(), statements, RunListener.NONE);
      return switch (outcome) {
        case RunOutcome.Completed completed -> {
          surroundings.out().println("Script executed successfully.");
          yield ExitCode.CLEAN.status();
        }
        case RunOutcome.Failed failed -> throw failure(outcome, code(failed.error())).exception();
        case RunOutcome.ConnectionLost lost ->
            throw failure(outcome, code(lost.error())).exception();
        case RunOutcome.LeftOpen open -> throw failure(outcome, "open-transaction").exception();
        case RunOutcome.Stopped stopped -> throw failure(outcome, ApplyError.STOPPED).exception();
      };
    }
  }

  private static String code(ServerError error) {
    return error.databaseErrorCode();
  }

  private static Failure failure(RunOutcome outcome, String code) {
    return Failure.of(
            code,
            "The script did not run to its end.",
            "Correct the cause; then run what is not applied, or make a new script with migrate"
                + " diff.")
        .because(RunText.lines(outcome));
  }

  private SourceText file() {
    try (SourceTree tree = new SourceLocation.Files(file).open(surroundings.workingDirectory())) {
      if (tree.kind() != EntryKind.FILE) {
        throw Failure.of(
                "not-readable", file + " is not a file.", "Name one script, not a directory.")
            .exception();
      }
      return tree.read("");
    }
  }

  private SourceText standardInput() {
    try {
      byte[] bytes = surroundings.in().readAllBytes();
      return new SourceText(
          STDIN, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      throw Failure.of("not-utf8", "Standard input is not UTF-8.", "Send the script as UTF-8.")
          .exception();
    } catch (IOException unreadable) {
      throw Failure.of("not-readable", "Standard input cannot be read.", "Use --file FILE.")
          .exception();
    }
  }
}
