package dev.schemend.cli.command;

import dev.schemend.cli.picture.HtmlPage;
import dev.schemend.cli.picture.MermaidText;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.BlameText;
import dev.schemend.cli.render.CoverageText;
import dev.schemend.cli.render.FailureText;
import dev.schemend.cli.render.HazardText;
import dev.schemend.cli.render.LeftText;
import dev.schemend.cli.render.PlanJson;
import dev.schemend.cli.render.ScriptText;
import dev.schemend.cli.render.SummaryText;
import dev.schemend.cli.state.HistoryCut;
import dev.schemend.cli.state.HistoryTables;
import dev.schemend.cli.state.PlanStyle;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.ReadingOptions;
import dev.schemend.cli.state.StatePair;
import dev.schemend.cli.state.StateReader;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.cli.state.StateSpecs;
import dev.schemend.cli.state.UrlText;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import dev.schemend.plan.Plan;
import dev.schemend.verify.PlanRefused;
import dev.schemend.verify.PlanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate diff}: what leads from one state to another. Changes nothing. */
@Command(
    name = "diff",
    description = "Show what leads from one state to another; no shadow database is needed.",
    footer = {
      "",
      "Examples:",
      "  schemend migrate diff --from env:DATABASE_URL --to prisma/migrations --script",
      "  schemend migrate diff --from git:HEAD~1:prisma/migrations --to prisma/migrations",
      "  schemend migrate diff --from-empty --to schema.sql --dialect mysql --json"
    })
final class MigrateDiff implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FromOptions from;
  @Mixin private ToOptions to;
  @Mixin private ServerOptions server;
  @Mixin private LayoutOption layout;

  @Option(names = "--until", paramLabel = "NAME", description = "Stop migrations with this one.")
  private String until;

  @Option(names = "--before", paramLabel = "NAME", description = "Stop migrations before this one.")
  private String before;

  @Option(names = "--script", description = "Print the SQL instead of a summary.")
  private boolean script;

  @Option(names = "--json", description = "Print the whole plan as JSON (docs/plan-json.md).")
  private boolean json;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "summary, script, json, mermaid (the tables that change as an ER diagram) or html (one"
              + " page with pictures, the plan and both schemas).")
  private PlanFormat format;

  @Option(
      names = "--exit-code",
      description = "Exit with 2 where there are differences, 0 where there are none.")
  private boolean exitCode;

  @Option(
      names = "--keep-going",
      description = "Name what the server would refuse, and go on without it.")
  private boolean keepGoing;

  @Option(names = "--strict", description = "Refuse (exit 3) where anything could not be read.")
  private boolean strict;

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      description =
          "prisma or schemend: how differences are seen, ordered and written. Without it prisma,"
              + " where a Prisma schema is compared; what such a schema cannot say is left alone"
              + " then.")
  private PlanStyle style;

  @Option(
      names = "--all-objects",
      description =
          "Compare also what a Prisma schema cannot say: views, triggers, checks, comments …")
  private boolean allObjects;

  @Option(
      names = "--prisma-version",
      paramLabel = "VERSION",
      description = "The Prisma that a schema is for; without it package.json's, else the newest.")
  private String prismaVersion;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to a file instead of standard output.")
  private Path output;

  @Option(
      names = "--shadow-database-url",
      paramLabel = "URL",
      description =
          "An empty database in which migrations are run if, and only if, something in them cannot"
              + " be read offline; what they made is dropped again.")
  private String shadow;

  MigrateDiff(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PlanFormat form = PlanFormat.of(script, json, format);
    StateSpecs specs = new StateSpecs(surroundings);
    StateSpec first = from.options().state(specs);
    StateSpec second = to.options().state(specs);
    HistoryCut cut = cut(first, second);
    StatePair states = reader(cut).read(first, second);
    tell(states.from());
    tell(states.to());
    PlanStyle.Styled styled =
        style(states)
            .plan(
                states,
                new ChangePolicy(new TreeSet<>(HistoryTables.NAMES), false),
                plan -> ScriptText.of(plan, states.kit().frontend()));
    PlanResult result = styled.result();
    Plan plan = result.plan();
    styled.note().ifPresent(note -> talk(List.of("note: " + note)));
    talk(LeftText.lines(plan));
    judge(states, result);
    write(text(form, states, plan, styled));
    return (exitCode && !plan.isEmpty() ? ExitCode.DIFFERENT : ExitCode.CLEAN).status();
  }

  private StateReader reader(HistoryCut cut) {
    return new StateReader(
        surroundings,
        server.server(),
        server.scope(),
        new ReadingOptions(
            layout.choice(),
            server.session(),
            cut,
            prismaVersion(),
            Optional.ofNullable(shadow).map(new UrlText(surroundings)::read)));
  }

  private Optional<PrismaVersion> prismaVersion() {
    if (prismaVersion == null) {
      return Optional.empty();
    }
    return Optional.of(
        PrismaVersion.parse(prismaVersion)
            .orElseThrow(
                () ->
                    Failure.usage(
                            "--prisma-version " + prismaVersion + " is no version.",
                            "Write numbers with dots between them, such as 5.22.0.")
                        .exception()));
  }

  private PlanStyle style(StatePair states) {
    if (allObjects && style == PlanStyle.PRISMA) {
      throw Failure.usage(
              "--all-objects and --style prisma exclude each other.",
              "Prisma has no words for all objects; leave one of the two out.")
          .exception();
    }
    if (allObjects) {
      return PlanStyle.SCHEMEND;
    }
    return style == null ? PlanStyle.of(states) : style;
  }

  private HistoryCut cut(StateSpec first, StateSpec second) {
    if (until == null && before == null) {
      return new HistoryCut.Whole();
    }
    if (until != null && before != null) {
      throw Failure.usage("--until and --before exclude each other.", "Give one of them.")
          .exception();
    }
    if (!isHistory(first) && !isHistory(second)) {
      throw Failure.usage(
              "--until and --before stop migrations, and neither state is a migrations directory.",
              "Leave the option out, or give a directory with --from or --to.")
          .exception();
    }
    return until == null ? new HistoryCut.Before(before) : new HistoryCut.Until(until);
  }

  private static boolean isHistory(StateSpec spec) {
    return switch (spec) {
      case StateSpec.MigrationsDirectory directory -> true;
      case StateSpec.GitRevision revision -> true;
      case StateSpec.Empty empty -> false;
      case StateSpec.SqlFile file -> false;
      case StateSpec.LiveDatabase live -> false;
      case StateSpec.PrismaSchema schema -> false;
    };
  }

  /**
   * Says what there is to say of a state; what the server would refuse ends the run, unless asked
   * to go on.
   */
  private void tell(ReadState state) {
    List<Finding> errors = new ArrayList<>();
    for (Finding finding : state.findings()) {
      switch (finding.diagnostic().severity()) {
        case ERROR -> errors.add(finding);
        case WARNING, NOTE -> talk(FailureText.remark(finding));
      }
    }
    if (keepGoing) {
      errors.forEach(error -> talk(FailureText.remark(error)));
    } else if (!errors.isEmpty()) {
      throw new Failure(
              errors.getFirst().diagnostic().code(),
              state.spec().label()
                  + ": "
                  + errors.size()
                  + (errors.size() == 1 ? " statement" : " statements")
                  + " that the server would refuse.",
              List.of(),
              errors,
              "Correct the text; nothing was compared. Where the project's runner ignores errors,"
                  + " --keep-going passes them over too.",
              ExitCode.FAILURE)
          .exception();
    }
  }

  private void judge(StatePair states, PlanResult result) {
    List<ReadState> incomplete = new ArrayList<>();
    for (ReadState state : List.of(states.from(), states.to())) {
      if (!state.isComplete()) {
        incomplete.add(state);
      }
    }
    List<String> coverage =
        incomplete.stream()
            .filter(state -> !state.coverage().isComplete())
            .map(state -> CoverageText.of(state, result.plan()))
            .toList();
    if (strict && !incomplete.isEmpty()) {
      throw Failure.of(
              "coverage",
              "Not everything could be read, and --strict allows no plan then.",
              "Rewrite the statements named above, or leave --strict out.")
          .because(coverage)
          .exiting(ExitCode.REFUSED)
          .exception();
    }
    coverage.forEach(line -> talk(List.of("warning: " + line)));
    if (result instanceof PlanResult.Refused refused) {
      throw refusal(refused.reason());
    }
  }

  private static RuntimeException refusal(PlanRefused reason) {
    return Failure.of(
            "unproven-plan",
            "The plan could not be proven, so it is not printed.",
            "This is a defect of schemend; please report it with the two states.")
        .because(List.of(reason.message()))
        .exiting(ExitCode.REFUSED)
        .exception();
  }

  private static String text(
      PlanFormat form, StatePair states, Plan plan, PlanStyle.Styled styled) {
    return switch (form) {
      case SUMMARY ->
          SummaryText.of(plan, states.kit().frontend(), states.kit().profile().defaultSchema())
              + (styled.ownWords() ? HazardText.of(plan) : "")
              + BlameText.of(states, plan);
      case SCRIPT -> styled.script().apply(plan);
      case JSON -> PlanJson.of(states, plan);
      case MERMAID -> MermaidText.of(states, plan);
      case HTML -> HtmlPage.of(states, plan);
    };
  }

  private void write(String text) {
    if (output == null) {
      surroundings.out().print(text);
      surroundings.out().flush();
      return;
    }
    try {
      Files.writeString(surroundings.workingDirectory().resolve(output), text);
    } catch (IOException unwritable) {
      throw Failure.of(
              "not-writable",
              "The file " + output + " cannot be written.",
              "Check the path and the rights on its directory.")
          .exception();
    }
  }

  private void talk(List<String> lines) {
    lines.forEach(surroundings.err()::println);
  }
}
