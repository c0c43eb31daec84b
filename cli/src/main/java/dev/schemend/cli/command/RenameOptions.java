package dev.schemend.cli.command;

import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.rename.Advice;
import dev.schemend.cli.rename.HintsFile;
import dev.schemend.cli.rename.OnAmbiguity;
import dev.schemend.cli.render.RenameText;
import dev.schemend.cli.state.ReadState;
import dev.schemend.cli.state.StatePair;
import dev.schemend.cli.state.StateSpec;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.rename.Declared;
import dev.schemend.rename.Renames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Who decides what was renamed. */
final class RenameOptions {

  @Option(
      names = "--hints",
      paramLabel = "FILE",
      description =
          "What was renamed, as JSON (docs/cli.md). Without it schemend.hints.json beside the"
              + " migrations or the schema, if there is one.")
  private String hints;

  @Option(
      names = "--on-ambiguity",
      paramLabel = "WHAT",
      description =
          "What becomes of a likely rename that nothing decides: fail, drop-create (the default"
              + " where nobody can be asked), rename.")
  private OnAmbiguity onAmbiguity;

  /**
   * What was renamed between two states.
   *
   * @param policy what may be acted upon
   * @param forMachines whether nobody may be asked, for a program reads what is said
   * @param followsOwners whether sequences go with their columns
   * @throws dev.schemend.cli.process.FailureException where a decided rename cannot be done, or an
   *     undecided one must not be passed over
   */
  Renames renames(
      StatePair states,
      ChangePolicy policy,
      Surroundings surroundings,
      boolean forMachines,
      boolean followsOwners) {
    Renames renames =
        states
            .kit()
            .renames(policy)
            .search(
                states.from().schema(),
                states.to().schema(),
                advice(states, surroundings, forMachines, followsOwners));
    judge(renames);
    return renames;
  }

  /** Who is asked, in order: files, the history, a person, the option. */
  private Advice advice(
      StatePair states, Surroundings surroundings, boolean forMachines, boolean followsOwners) {
    List<Declared> declared = new ArrayList<>();
    for (Path file : files(states, surroundings)) {
      declared.addAll(
          HintsFile.read(
              surroundings.workingDirectory().resolve(file), file.toString(), states.kit()));
    }
    declared.addAll(states.to().renamed());
    boolean asks = onAmbiguity == null && !forMachines && surroundings.answering();
    return new Advice(
        declared,
        asks ? Optional.of(question -> Question.ask(surroundings, question)) : Optional.empty(),
        onAmbiguity == null ? OnAmbiguity.DROP_CREATE : onAmbiguity,
        followsOwners);
  }

  private void judge(Renames renames) {
    if (!renames.problems().isEmpty()) {
      throw Failure.of(
              "rename",
              "A rename that was decided cannot be carried out; nothing was planned.",
              "Correct the hint, the annotation or the schema.")
          .because(renames.problems())
          .exiting(ExitCode.REFUSED)
          .exception();
    }
    if (onAmbiguity == null || onAmbiguity == OnAmbiguity.DROP_CREATE || renames.open().isEmpty()) {
      return;
    }
    throw Failure.of(
            "ambiguous-rename",
            onAmbiguity == OnAmbiguity.FAIL
                ? "Something may have been renamed, and nothing says whether it was."
                : "Something may have been renamed, and no candidate stands out.",
            RenameText.REMEDY)
        .because(RenameText.open(renames.questions()))
        .exiting(ExitCode.REFUSED)
        .exception();
  }

  private Set<Path> files(StatePair states, Surroundings surroundings) {
    if (hints != null) {
      return Set.of(Path.of(hints));
    }
    Set<Path> files = new LinkedHashSet<>();
    for (ReadState state : List.of(states.to(), states.from())) {
      place(state.spec(), surroundings)
          .map(place -> place.resolve(HintsFile.NAME).normalize())
          .filter(file -> Files.isRegularFile(surroundings.workingDirectory().resolve(file)))
          .ifPresent(files::add);
    }
    return files;
  }

  /** The directory that a state is written in. */
  private static Optional<Path> place(StateSpec spec, Surroundings surroundings) {
    return switch (spec) {
      case StateSpec.MigrationsDirectory directory -> Optional.of(Path.of(directory.path()));
      case StateSpec.SqlFile file -> Optional.of(beside(Path.of(file.path())));
      case StateSpec.PrismaSchema schema when !schema.location().startsWith("git:") -> {
        Path path = Path.of(schema.location());
        yield Optional.of(
            Files.isDirectory(surroundings.workingDirectory().resolve(path)) ? path : beside(path));
      }
      case StateSpec.PrismaSchema schema -> Optional.empty();
      case StateSpec.GitRevision revision -> Optional.empty();
      case StateSpec.LiveDatabase live -> Optional.empty();
      case StateSpec.Empty empty -> Optional.empty();
    };
  }

  private static Path beside(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }
}
