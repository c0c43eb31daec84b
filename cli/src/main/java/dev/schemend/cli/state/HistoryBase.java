package dev.schemend.cli.state;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.lint.Level;
import dev.schemend.lint.LintFinding;
import dev.schemend.lint.LintLevels;
import dev.schemend.lint.LintRule;
import dev.schemend.lint.LintedMigration;
import dev.schemend.lint.LintedMigration.State;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which migrations of a history are new: those that a git revision does not have. */
public final class HistoryBase {

  /** There were no migrations yet. */
  private static final Set<Code> NONE_YET =
      EnumSet.of(Code.NOT_IN_REVISION, Code.EMPTY_DIRECTORY, Code.NO_MIGRATIONS, Code.NOT_FOUND);

  /** Flyway runs these again whenever they change. */
  private static final String REPEATABLE = "R__";

  private final Surroundings surroundings;
  private final LayoutChoice layout;
  private final SqlFrontend frontend;

  /** Reads bases as the history itself is read. */
  public HistoryBase(
      Surroundings surroundings, LayoutChoice layout, SessionInit init, DialectKit kit) {
    this.surroundings = surroundings;
    this.layout = layout;
    this.frontend = init.frontend(kit);
  }

  /**
   * The migrations, each with how it stands to the base.
   *
   * @param revision the base; empty where there is none
   * @param latest how many of the last ones are new, where there is no base; empty for all
   * @param findings takes those migrations of the base that are not there any more
   */
  public List<LintedMigration> states(
      String location,
      MigrationHistory history,
      Optional<String> revision,
      Optional<Integer> latest,
      LintLevels levels,
      List<LintFinding> findings) {
    Map<String, Migration> base = new HashMap<>();
    revision.ifPresent(
        one ->
            at(location, one, history)
                .migrations()
                .forEach(migration -> base.put(migration.name(), migration)));
    List<Migration> migrations = history.migrations();
    int last = -1;
    for (int i = 0; i < migrations.size(); i++) {
      if (base.containsKey(migrations.get(i).name()) && !isRepeatable(migrations.get(i))) {
        last = i;
      }
    }
    int first = latest.map(count -> Math.max(0, migrations.size() - count)).orElse(0);
    List<LintedMigration> states = new ArrayList<>();
    for (int i = 0; i < migrations.size(); i++) {
      Migration migration = migrations.get(i);
      State state =
          i < first ? State.APPLIED : state(migration, base.remove(migration.name()), i < last);
      states.add(new LintedMigration(migration, frontend.parse(migration.script()), state));
    }
    base.values().stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .forEach(missing -> missing(missing, levels, findings));
    return states;
  }

  private static State state(Migration migration, Migration old, boolean beforeApplied) {
    if (old == null) {
      return beforeApplied && !isRepeatable(migration) ? State.NEW_BEFORE_APPLIED : State.NEW;
    }
    if (lines(old).equals(lines(migration))) {
      return State.APPLIED;
    }
    return isRepeatable(migration) ? State.NEW : State.EDITED;
  }

  /** A checkout may have other line ends than the repository. */
  private static List<String> lines(Migration migration) {
    return migration.script().text().lines().toList();
  }

  private static boolean isRepeatable(Migration migration) {
    return Path.of(migration.path()).getFileName().toString().startsWith(REPEATABLE);
  }

  private static void missing(Migration missing, LintLevels levels, List<LintFinding> findings) {
    Level level = levels.of(LintRule.APPLIED_MIGRATION_MISSING);
    if (level != Level.OFF) {
      findings.add(
          new LintFinding(
              LintRule.APPLIED_MIGRATION_MISSING,
              level,
              Optional.empty(),
              Optional.empty(),
              missing.name() + " was there at the base, and is not any more",
              "restore it: databases have it in their history"));
    }
  }

  private MigrationHistory at(String location, String revision, MigrationHistory history) {
    if (location.startsWith(SourceLocation.PREFIX)) {
      throw Failure.usage(
              "--git-base needs migrations on disk, not " + location + ".",
              "Name their directory with --migrations DIR.")
          .exception();
    }
    Path here = surroundings.workingDirectory().toAbsolutePath().normalize();
    String relative =
        here.relativize(here.resolve(location).normalize()).toString().replace('\\', '/');
    try {
      return new LayoutChoice(Optional.of(history.layout()), layout.variables())
          .read(
              SourceLocation.PREFIX
                  + revision
                  + ":"
                  + (relative.startsWith("..") ? "" : "./")
                  + relative,
              surroundings,
              Optional.empty());
    } catch (MigrationSourceException unreadable) {
      if (NONE_YET.contains(unreadable.code())) {
        return new MigrationHistory(history.layout(), List.of(), history.provider());
      }
      throw unreadable;
    }
  }
}
