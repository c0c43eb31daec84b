package dev.schemend.cli.command;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.LintGithub;
import dev.schemend.cli.render.LintJson;
import dev.schemend.cli.render.LintSarif;
import dev.schemend.cli.render.LintText;
import dev.schemend.cli.state.HistoryBase;
import dev.schemend.cli.state.Project;
import dev.schemend.history.MigrationHistory;
import dev.schemend.lint.Level;
import dev.schemend.lint.LintFinding;
import dev.schemend.lint.LintLevels;
import dev.schemend.lint.LintRule;
import dev.schemend.lint.LintedMigration;
import dev.schemend.lint.MigrationLinter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lint}: what is dangerous or wrong in new migrations. Needs no server. */
@Command(
    name = "lint",
    description = "Show what is dangerous or wrong in new migrations; no server is needed.",
    footer = {
      "",
      "A comment above a statement allows what a rule finds in it:",
      "  -- schemend:allow data-loss the table was never used",
      "Exits with 1 where an error is found, with --fail-on warning with 2 where only warnings"
          + " are.",
      "",
      "Examples:",
      "  schemend lint --git-base origin/main",
      "  schemend lint --migrations db/migrations --dialect mysql --latest 1 --format github",
      "  schemend lint --git-base main --format sarif > lint.sarif"
    })
final class Lint implements Callable<Integer> {

  private final Surroundings surroundings;

  /** In which form findings are written. */
  private enum Format {
    TEXT,
    JSON,
    SARIF,
    GITHUB
  }

  /** From which level on the run fails. */
  private enum FailOn {
    ERROR,
    WARNING,
    NONE
  }

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      description = "The migrations; without it ./prisma/migrations, else ./migrations.")
  private String directory;

  @Option(
      names = "--git-base",
      paramLabel = "REV",
      description = "Judge only migrations that this git revision does not have.")
  private String base;

  @Option(names = "--latest", paramLabel = "N", description = "Judge only the last N migrations.")
  private Integer latest;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, sarif (2.1.0), or github (annotations of a workflow).")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "error (the default), warning or none.")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = "--rule",
      paramLabel = "NAME=LEVEL",
      description = "How bad a rule's findings are: error, warning or off; may be given again.")
  private Map<String, String> rules = Map.of();

  @Option(names = "--rules", description = "List the rules with their levels.")
  private boolean list;

  @Mixin private ServerOptions server;
  @Mixin private LayoutOption layout;

  Lint(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    LintLevels levels = levels();
    if (list) {
      LintText.rules(levels).forEach(surroundings.out()::println);
      return ExitCode.CLEAN.status();
    }
    if (base != null && latest != null) {
      throw Failure.usage("--git-base and --latest exclude each other.", "Give one of them.")
          .exception();
    }
    String location =
        directory == null ? new Project(surroundings, Optional.empty()).migrations() : directory;
    MigrationHistory history =
        layout.choice().read(location, surroundings, server.server().flavor());
    DialectKit kit = DialectKit.of(server.server().offline(List.of(history)));
    List<LintFinding> findings = new ArrayList<>();
    List<LintedMigration> migrations =
        new HistoryBase(surroundings, layout.choice(), server.session(), kit)
            .states(
                location,
                history,
                Optional.ofNullable(base),
                Optional.ofNullable(latest),
                levels,
                findings);
    findings.addAll(
        new MigrationLinter(
                kit.fold(server.session().session(kit)), kit.hazards(), kit.advice(), levels)
            .lint(migrations));
    write(migrations, findings);
    return exit(findings).status();
  }

  private void write(List<LintedMigration> migrations, List<LintFinding> findings) {
    switch (format) {
      case TEXT -> LintText.lines(migrations, findings).forEach(surroundings.out()::println);
      case GITHUB -> LintGithub.lines(findings).forEach(surroundings.out()::println);
      case JSON -> surroundings.out().print(LintJson.of(findings));
      case SARIF -> surroundings.out().print(LintSarif.of(findings));
    }
    surroundings.out().flush();
  }

  private ExitCode exit(List<LintFinding> findings) {
    boolean errors = findings.stream().anyMatch(finding -> finding.level() == Level.ERROR);
    return switch (failOn) {
      case NONE -> ExitCode.CLEAN;
      case ERROR -> errors ? ExitCode.FAILURE : ExitCode.CLEAN;
      case WARNING ->
          errors ? ExitCode.FAILURE : findings.isEmpty() ? ExitCode.CLEAN : ExitCode.DIFFERENT;
    };
  }

  private LintLevels levels() {
    Map<LintRule, Level> said = new EnumMap<>(LintRule.class);
    rules.forEach(
        (name, level) ->
            said.put(
                LintRule.named(name)
                    .orElseThrow(
                        () ->
                            Failure.usage(
                                    "--rule " + name + ": no rule is called so.",
                                    "See them with schemend lint --rules.")
                                .exception()),
                level(name, level)));
    return new LintLevels(said);
  }

  private static Level level(String rule, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "error" -> Level.ERROR;
      case "warning" -> Level.WARNING;
      case "off" -> Level.OFF;
      default ->
          throw Failure.usage(
                  "--rule " + rule + "=" + text + " is no level.", "Write error, warning or off.")
              .exception();
    };
  }
}
