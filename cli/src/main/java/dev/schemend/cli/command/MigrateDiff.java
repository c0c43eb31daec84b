package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Finding;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.rename.Advice;
import dev.schemend.cli.rename.OnAmbiguity;
import dev.schemend.cli.render.CoverageText;
import dev.schemend.cli.render.FailureText;
import dev.schemend.cli.render.LeftText;
import dev.schemend.cli.render.ScriptText;
import dev.schemend.cli.render.Timeouts;
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
import dev.schemend.model.Schema;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import dev.schemend.plan.Plan;
import dev.schemend.rename.Renames;
import dev.schemend.verify.PlanRefused;
import dev.schemend.verify.PlanResult;
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

  private static final ChangePolicy POLICY =
      new ChangePolicy(new TreeSet<>(HistoryTables.NAMES), false);

  private final Surroundings surroundings;

  @Mixin private FromOptions from;
  @Mixin private ToOptions to;
  @Mixin private ServerOptions server;
  @Mixin private LayoutOption layout;

  @Option(names = "--until", paramLabel = "NAME", description = "Stop migrations with this one.")
  private String until;

  @Option(names = "--before", paramLabel = "NAME", description = "Stop migrations before this one.")
  private String before;

  @Mixin private ConfigOption config;
  @Mixin private RenameOptions renaming;
  @Mixin private DiffForm form;
  @Mixin private OnlineOptions online;
  @Mixin private RightsOption rights;

  @Option(
      names = "--exit-code",
      description = "Exit with 2 where there are differences, 0 where there are none.")
  private boolean exitCode;

  @Option(
      names = "--keep-going",
      description = "Name what the server would refuse, and go on without it.")
  private boolean keepGoing;

  @Option(
      names = "--strict",
      description = "Refuse (exit 3) where anything could not be read, or hangs on rows.")
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
      names = "--header",
      negatable = true,
      description =
          "Begin the script with the fingerprints of both sides, which db execute holds against the"
              + " database. Without it only where the older side is a live database.")
  private Boolean header;

  @Option(
      names = "--shadow-database-url",
      paramLabel = "URL",
      description =
          "An empty database in which migrations are run if, and only if, something in them cannot"
              + " be read offline, and whose server is asked about texts that cannot be compared"
              + " offline; what was made is dropped again.")
  private String shadow;

  @Option(
      names = "--offline-rules",
      description =
          "Compare by schemend's own rules alone. Without it a live PostgreSQL is asked how it"
              + " stores texts that these cannot tell apart, in a transaction that is rolled back.")
  private boolean offlineRules;

  MigrateDiff(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    form.require();
    StateSpecs specs = new StateSpecs(surroundings, config.file());
    StateSpec first = from.options().state(specs);
    StateSpec second = to.options().state(specs);
    HistoryCut cut = cut(first, second);
    StatePair states = reader(cut).read(first, second);
    tell(states.from());
    tell(states.to());
    PlanStyle chosen = style(states);
    Renames renames =
        renaming.renames(
            states,
            POLICY,
            surroundings,
            form.format() == PlanFormat.JSON,
            chosen.comparesSequences());
    PlanStyle.Styled there = plan(chosen, states, renames);
    there.note().ifPresent(note -> talk(List.of("note: " + note)));
    Plan plan = there.result().plan();
    talk(LeftText.lines(plan));
    DiffOutput out = new DiffOutput(surroundings, form, header, states);
    talk(out.doubts(there));
    doubt(states, plan);
    if (form.isJustTold() && there.result() instanceof PlanResult.Refused refused) {
      // What differs is known though no script leads there.
      talk(List.of("note: no script would do: " + refused.reason().message()));
      out.write(there, Optional.empty());
    } else {
      Schema reached = proven(there);
      out.write(there, form.back(() -> back(chosen, states, reached, there, renames)));
    }
    return (exitCode && !plan.isEmpty() ? ExitCode.DIFFERENT : ExitCode.CLEAN).status();
  }

  private PlanStyle.Styled plan(PlanStyle style, StatePair states, Renames renames) {
    Timeouts timeouts = online.timeouts();
    return style.plan(
        states,
        POLICY,
        renames,
        online.isOn(),
        plan -> ScriptText.of(plan, states.kit().frontend(), timeouts, states.kit().timeouts()));
  }

  /** The plan from where the other one leads to where that one started. */
  private PlanStyle.Styled back(
      PlanStyle style, StatePair states, Schema reached, PlanStyle.Styled there, Renames renames) {
    StatePair reversed = states.back(reached);
    Renames undone =
        states
            .kit()
            .renames(POLICY)
            .search(
                reached,
                states.from().schema(),
                new Advice(
                    renames.undone(),
                    Optional.empty(),
                    OnAmbiguity.DROP_CREATE,
                    style.comparesSequences()));
    PlanStyle.Styled back = plan(style, reversed, undone).backFrom(there.result().plan());
    if (back.result() instanceof PlanResult.Refused refused) {
      throw refusal("The way back could not be proven, so nothing is printed.", refused.reason());
    }
    return back;
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
            config.file(),
            Optional.ofNullable(shadow).map(new UrlText(surroundings)::read),
            !offlineRules,
            rights.isAsked()));
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

  /** Says what could not be read of either side; with {@code --strict} it ends the run. */
  private void doubt(StatePair states, Plan plan) {
    List<ReadState> incomplete = new ArrayList<>();
    for (ReadState state : List.of(states.from(), states.to())) {
      if (!state.isComplete()) {
        incomplete.add(state);
      }
    }
    List<String> coverage =
        incomplete.stream()
            .filter(state -> !state.coverage().isComplete())
            .map(state -> CoverageText.of(state, plan))
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
  }

  /** The schema that a proven plan leads to. */
  private static Schema proven(PlanStyle.Styled styled) {
    return switch (styled.result()) {
      case PlanResult.Proven proven -> proven.reached();
      case PlanResult.Refused refused ->
          throw switch (styled.style()) {
            case SCHEMEND ->
                refusal("The plan could not be proven, so it is not printed.", refused.reason());
            case PRISMA ->
                Failure.of(
                        "unproven-plan",
                        "Prisma's statements would fail on the server, and there are no others, so"
                            + " no script is printed.",
                        "Declare what stands in the way as the database has it (a view as a view),"
                            + " or change it in a migration written by hand.")
                    .because(List.of(refused.reason().message()))
                    .exiting(ExitCode.REFUSED)
                    .exception();
          };
    };
  }

  private static RuntimeException refusal(String title, PlanRefused reason) {
    return Failure.of(
            "unproven-plan",
            title,
            "This is a defect of schemend; please report it with the two states.")
        .because(List.of(reason.message()))
        .exiting(ExitCode.REFUSED)
        .exception();
  }

  private void talk(List<String> lines) {
    lines.forEach(surroundings.err()::println);
  }
}
