package dev.schemend.parser.layout.flyway;

import dev.schemend.dialect.Flavor;
import dev.schemend.history.Migration;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.Placeholders;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import dev.schemend.source.SourceText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the scripts of a directory with the values of their placeholders in place. */
final class FlywayScripts {

  /** What a script's own settings are called: its name with this behind it. */
  private static final String OWN_SETTINGS = ".conf";

  private static final String PUBLIC = "public";

  private final SourceTree tree;
  private final FlywaySettings settings;
  private final LayoutOptions options;
  private final HistoryNotes notes;

  FlywayScripts(
      SourceTree tree, FlywaySettings settings, LayoutOptions options, HistoryNotes notes) {
    this.tree = tree;
    this.settings = settings;
    this.options = options;
    this.notes = notes;
  }

  /** The migration at a path; empty where its own settings say that it never runs. */
  Optional<Migration> migration(String path) {
    SourceText file = tree.read(path);
    String ownPath = path + OWN_SETTINGS;
    Map<String, String> ownValues =
        TreeFiles.has(tree, ownPath) ? FlywayFiles.values(tree.read(ownPath)) : Map.of();
    String condition = ownValues.getOrDefault("shouldExecute", "true").toLowerCase(Locale.ROOT);
    if (condition.equals("false")) {
      notes.notRun(path, "its settings say so");
      return Optional.empty();
    }
    if (!condition.equals("true")) {
      notes.warn(
          "condition",
          ownPath,
          "whether the migration runs depends on " + condition + "; it is read as if it did",
          "");
    }
    FlywaySettings own = settings.with(ownValues);
    SourceText script =
        own.replacesPlaceholders()
            ? new Placeholders(
                    own.placeholderPrefix(),
                    own.placeholderSuffix(),
                    name -> value(own, path, name))
                .replace(file, notes)
            : file;
    return Optional.of(new Migration(path, script, path, file));
  }

  private Optional<String> value(FlywaySettings own, String path, String name) {
    Optional<String> given =
        Optional.ofNullable(options.variables().get(name)).or(() -> own.placeholder(name));
    String builtIn = "flyway" + own.placeholderSeparator();
    return given.isPresent() || !name.startsWith(builtIn)
        ? given
        : builtIn(own, path, name.substring(builtIn.length()));
  }

  /** Those that do not depend on the database or on the day. */
  private Optional<String> builtIn(FlywaySettings own, String path, String name) {
    return switch (name) {
      case "defaultSchema" ->
          own.defaultSchema()
              .or(() -> options.server().filter(Flavor.POSTGRESQL::equals).map(server -> PUBLIC));
      case "filename" -> Optional.of(TreePaths.name(path));
      case "table" -> Optional.of(own.historyTable());
      default -> Optional.empty();
    };
  }
}
