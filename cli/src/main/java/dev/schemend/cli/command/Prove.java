package dev.schemend.cli.command;

import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.prove.Afterwards;
import dev.schemend.cli.prove.Proof;
import dev.schemend.cli.prove.ProofSettings;
import dev.schemend.cli.prove.Proofs;
import dev.schemend.cli.prove.Stepping;
import dev.schemend.cli.render.FailureText;
import dev.schemend.cli.render.ProgressLine;
import dev.schemend.cli.render.ProofJson;
import dev.schemend.cli.render.ProofText;
import dev.schemend.cli.state.Project;
import dev.schemend.cli.state.UrlText;
import dev.schemend.exec.connect.DatabaseUrl;
import dev.schemend.exec.run.Grouping;
import dev.schemend.history.MigrationHistory;
import dev.schemend.plan.Change;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prove}: a history read offline against what a server makes of it. */
@Command(
    name = "prove",
    description =
        "Run migrations in an empty scratch database, and show where what is read offline differs"
            + " from what the server makes of them.",
    footer = {
      "",
      "Exit codes: 0 both readings agree, 2 they differ, 1 the server does not run the history.",
      "",
      "Examples:",
      "  createdb scratch",
      "  schemend prove --migrations prisma/migrations --url postgresql://me@localhost/scratch",
      "  schemend prove --migrations db/migrations --url env:SCRATCH_URL --each statement --json"
    })
final class Prove implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private MigrationsOption migrations;
  @Mixin private SessionOption session;
  @Mixin private RightsOption rights;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The scratch database, which must be empty; env:NAME and file:PATH keep it out of the"
              + " process list. Never taken from anywhere else.")
  private String url;

  @Option(names = "--url-file", paramLabel = "FILE", description = "A file that holds the URL.")
  private String file;

  @Option(
      names = "--each",
      paramLabel = "statement|migration|history",
      description =
          "Compare after each statement (which is committed before the next) or migration, or at"
              + " the end only. Without it: at the end, and where the readings differ then, find"
              + " the statement.")
  private Each each;

  @Option(
      names = "--autocommit",
      description =
          "PostgreSQL: commit each statement before the next, as psql does, and not a migration as"
              + " a whole.")
  private boolean autocommit;

  @Option(
      names = "--create-roles",
      description =
          "PostgreSQL: make the roles that the migrations name and the server misses; they are"
              + " dropped again at the end.")
  private boolean createRoles;

  @Option(
      names = "--not-empty",
      description =
          "The database may hold objects: both readings start from them, and nothing is dropped at"
              + " the end.")
  private boolean notEmpty;

  @Option(names = "--keep", description = "Leave in the database what the migrations made there.")
  private boolean keep;

  @Option(
      names = "--strict",
      description = "Exit with 3 where the readings agree, but something could not be compared.")
  private boolean strict;

  @Option(names = "--json", description = "Print the result as JSON (docs/prove.md).")
  private boolean json;

  Prove(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  private enum Each {
    HISTORY,
    MIGRATION,
    STATEMENT
  }

  @Override
  public Integer call() {
    Project project = new Project(surroundings, Optional.empty());
    DatabaseUrl scratch = url();
    MigrationHistory history =
        migrations.read(project, surroundings, Optional.of(ServerFamily.of(scratch).mainFlavor()));
    try (OpenedDatabase opened = OpenedDatabase.at(scratch).with(rights)) {
      Proof proof = prove(history, opened);
      tell(proof, history);
      String name = migrations.directory(project);
      if (json) {
        surroundings.out().print(ProofJson.of(name, opened.kit(), proof));
      } else {
        ProofText.lines(name, opened.kit(), proof).forEach(surroundings.out()::println);
      }
      return exit(proof).status();
    }
  }

  private Proof prove(MigrationHistory history, OpenedDatabase opened) {
    try (ProgressLine progress = new ProgressLine(surroundings)) {
      return new Proofs(opened.kit(), opened.live(), opened.database())
          .prove(
              history,
              new ProofSettings(
                  stepping(),
                  session.init(),
                  autocommit ? Grouping.STATEMENT : Grouping.SCRIPT,
                  keep ? Afterwards.KEPT : Afterwards.EMPTIED,
                  createRoles),
              notEmpty,
              (activity, number, of, migration) ->
                  progress.tell(activity + ": " + number + " of " + of + ", " + migration));
    }
  }

  private Stepping stepping() {
    if (each == null) {
      return Stepping.END;
    }
    return switch (each) {
      case HISTORY -> Stepping.HISTORY;
      case MIGRATION -> Stepping.MIGRATION;
      case STATEMENT -> Stepping.STATEMENT;
    };
  }

  private DatabaseUrl url() {
    if ((url == null) == (file == null)) {
      throw Failure.usage(
              url == null
                  ? "The scratch database is missing."
                  : "--url and --url-file exclude each other.",
              "Give --url URL or --url-file FILE with the URL of an empty database; it is never"
                  + " guessed, since the migrations are run there.")
          .exception();
    }
    UrlText urls = new UrlText(surroundings);
    return url == null ? urls.ofFile(file) : urls.read(url);
  }

  private void tell(Proof proof, MigrationHistory history) {
    for (Finding finding : proof.findings()) {
      if (history.notes().contains(finding.diagnostic())) {
        // Told when the files were read.
        continue;
      }
      switch (finding.diagnostic().severity()) {
        case ERROR -> talk("refused offline: ", FailureText.lines(finding));
        case WARNING -> talk("warning: ", FailureText.lines(finding));
        case NOTE -> talk("note: ", FailureText.lines(finding));
      }
    }
    for (Change change : proof.agreement().changes()) {
      if (change instanceof Change.Unproven unproven) {
        talk(
            "note: unproven: ",
            List.of(
                unproven.ref().toString(),
                "  offline: " + unproven.from(),
                "  server:  " + unproven.to()));
      }
    }
  }

  private void talk(String prefix, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      surroundings.err().println(i == 0 ? prefix + lines.get(i) : lines.get(i));
    }
  }

  private ExitCode exit(Proof proof) {
    return switch (proof.outcome()) {
      case DIFFERS -> ExitCode.DIFFERENT;
      case STOPPED -> ExitCode.FAILURE;
      case AGREES ->
          strict && !(proof.findings().isEmpty() && proof.agreement().unproven().isEmpty())
              ? ExitCode.REFUSED
              : ExitCode.CLEAN;
    };
  }
}
