package dev.schemend.parser.layout.flyway;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.DottedVersion;
import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Flyway: {@code V<version>__<description>.sql} at any depth, in order of the versions; then {@code
 * R__<description>.sql}, in order of the descriptions. An empty database starts with the highest
 * baseline {@code B<version>__}, where there is one. {@code U} files and callbacks are no part of
 * the history.
 */
public final class FlywayLayout implements MigrationLayout {

  private static final Pattern NAMED = Pattern.compile("([VUB]\\d[\\d._]*|R)__.*\\.sql");
  private static final Pattern WITHOUT_PREFIX =
      Pattern.compile("(?!.*\\.(up|down)\\.sql)\\d[\\d.]*(_\\d+)*__.*\\.sql");
  private static final Pattern CODE =
      Pattern.compile("([VB]\\d[\\d_]*|R)__.*\\.(java|kt|groovy|class)");
  // A word at the start of a statement is enough to be worth a warning.
  private static final Pattern DDL =
      Pattern.compile("(?im)^\\s*(create|alter|drop|rename|comment)\\b");

  private final boolean prefixed;

  /**
   * The layout.
   *
   * @param prefixed whether it is recognised by the prefixes of its names; else by versions without
   *     one, which is less of a sign. Either reads both
   */
  public FlywayLayout(boolean prefixed) {
    this.prefixed = prefixed;
  }

  @Override
  public String name() {
    return "flyway";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    if (tree.kind() != EntryKind.DIRECTORY) {
      return false;
    }
    List<String> names = sqlNames(tree);
    return prefixed
        ? names.stream().anyMatch(NAMED.asMatchPredicate())
        : !names.isEmpty() && names.stream().allMatch(WITHOUT_PREFIX.asMatchPredicate());
  }

  private static List<String> sqlNames(SourceTree tree) {
    return TreeFiles.all(tree, "").stream()
        .map(TreePaths::name)
        .filter(TreeFiles::isScript)
        .toList();
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    FlywaySettings settings = settings(tree);
    HistoryNotes notes = new HistoryNotes(tree);
    FlywayScripts scripts = new FlywayScripts(tree, settings, options, notes);
    Map<DottedVersion, String> versioned = new TreeMap<>();
    Map<DottedVersion, String> baselines = new TreeMap<>();
    Map<String, String> repeatable = new TreeMap<>();
    for (String path : TreeFiles.all(tree, "")) {
      switch (FlywayName.of(path, settings)) {
        case FlywayName.Versioned named -> distinct(tree, versioned, named.version(), path);
        case FlywayName.Baseline named -> distinct(tree, baselines, named.version(), path);
        case FlywayName.Repeatable named -> distinct(tree, repeatable, named.description(), path);
        case FlywayName.Undo undo -> {}
        case FlywayName.Callback callback -> callback(tree, path, callback.event(), notes);
        case FlywayName.Other other -> other(path, notes);
      }
    }
    List<String> order = new ArrayList<>();
    fromBaseline(baselines, versioned, notes).ifPresent(order::add);
    settings.target().ifPresent(target -> beyond(versioned, target, notes));
    order.addAll(versioned.values());
    order.addAll(repeatable.values());
    List<Migration> migrations =
        order.stream().map(scripts::migration).flatMap(Optional::stream).toList();
    return new MigrationHistory(name(), migrations, Optional.empty(), notes.all());
  }

  /** Where no file has the prefix of a version and some have only the version, there is none. */
  private static FlywaySettings settings(SourceTree tree) {
    FlywaySettings settings = FlywayFiles.settingsFor(tree);
    List<String> names = sqlNames(tree);
    boolean versioned =
        names.stream()
            .map(name -> FlywayName.of(name, settings))
            .anyMatch(name -> name instanceof FlywayName.Versioned);
    return !versioned && names.stream().anyMatch(WITHOUT_PREFIX.asMatchPredicate())
        ? settings.with(Map.of("sqlMigrationPrefix", ""))
        : settings;
  }

  private static <K> void distinct(SourceTree tree, Map<K, String> files, K key, String path) {
    String other = files.put(key, path);
    if (other != null) {
      throw new MigrationSourceException(
          Code.DUPLICATE_VERSION, tree.label(), other + " and " + path + " have the same version");
    }
  }

  /** The highest baseline; what it stands for is taken out of the versioned migrations. */
  private static Optional<String> fromBaseline(
      Map<DottedVersion, String> baselines,
      Map<DottedVersion, String> versioned,
      HistoryNotes notes) {
    Optional<DottedVersion> highest = baselines.keySet().stream().max(DottedVersion::compareTo);
    highest.ifPresent(
        start -> {
          int before = versioned.size();
          versioned.keySet().removeIf(version -> version.compareTo(start) <= 0);
          notes.note(
              "baseline",
              baselines.get(start),
              "an empty database starts here: "
                  + (before - versioned.size())
                  + " migrations up to version "
                  + start.text()
                  + " are not read");
        });
    return highest.map(baselines::get);
  }

  private static void beyond(
      Map<DottedVersion, String> versioned, DottedVersion target, HistoryNotes notes) {
    versioned
        .entrySet()
        .removeIf(
            entry -> {
              boolean beyond = entry.getKey().compareTo(target) > 0;
              if (beyond) {
                notes.notRun(entry.getValue(), "the settings end at version " + target.text());
              }
              return beyond;
            });
  }

  private static void callback(SourceTree tree, String path, String event, HistoryNotes notes) {
    boolean runs = FlywayName.MIGRATE_EVENTS.contains(event);
    if (runs && DDL.matcher(tree.read(path).text()).find()) {
      notes.warn(
          "callback",
          path,
          "Flyway runs this callback around its migrations, and it changes the schema: it is not"
              + " read",
          "move what belongs to the schema into a migration");
    } else {
      notes.notRun(path, "a callback is no migration");
    }
  }

  private static void other(String path, HistoryNotes notes) {
    String name = TreePaths.name(path);
    if (CODE.matcher(name).matches()) {
      notes.notSql(path, "Java");
    } else if (TreeFiles.isScript(name)) {
      notes.notRun(path, "Flyway knows no migration of such a name");
    }
  }
}
