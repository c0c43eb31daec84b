package dev.schemend.parser.layout.liquibase;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.history.TransactionWish;
import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import dev.schemend.parser.layout.liquibase.ChangelogFiles.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Liquibase: a changelog in YAML, JSON or XML that includes others, or files of formatted SQL
 * alone, which are read in order of their paths. Each change set is a migration. No contexts or
 * labels are chosen, so all of them run, as Liquibase has it.
 */
public final class LiquibaseLayout implements MigrationLayout {

  private static final String ROOT = "databaseChangeLog";
  private static final Pattern MASTER =
      Pattern.compile(
          "(?i).*(master|root|main).*|(db[.-])?change-?log\\.\\w+|liquibase-changelog\\.\\w+");

  @Override
  public String name() {
    return "liquibase";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    if (tree.kind() == EntryKind.FILE) {
      return isChangelog(tree, tree.ownName(), "");
    }
    return tree.kind() == EntryKind.DIRECTORY
        && (!structured(tree).isEmpty()
            || TreeFiles.scripts(tree).stream()
                .anyMatch(name -> FormattedSql.isFormatted(tree.read(name))));
  }

  private static boolean isChangelog(SourceTree tree, String name, String path) {
    if (ChangelogReader.isStructured(name)) {
      return tree.read(path).text().contains(ROOT);
    }
    return name.endsWith(TreeFiles.SQL) && FormattedSql.isFormatted(tree.read(path));
  }

  private static List<String> structured(SourceTree tree) {
    return TreeFiles.names(tree).stream()
        .filter(ChangelogReader::isStructured)
        .filter(name -> isChangelog(tree, name, name))
        .toList();
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    ChangelogFiles files = new ChangelogFiles(tree);
    ChangelogReader reader = new ChangelogReader(files, options, notes);
    for (Place root : roots(tree)) {
      reader.read(root);
    }
    LiquibaseScripts scripts = new LiquibaseScripts(options, reader.properties(), notes);
    List<Migration> migrations = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ChangelogReader.Found found : inRunOrder(reader.found())) {
      ChangeSet changeSet = found.changeSet();
      String path = found.place().path();
      scripts
          .script(changeSet)
          .map(
              script ->
                  new Migration(
                      identity(path, changeSet.identity()),
                      script,
                      path,
                      changeSet.file(),
                      wish(changeSet)))
          .ifPresent(
              migration -> {
                if (!names.add(migration.name())) {
                  throw new MigrationSourceException(
                      Code.DUPLICATE_VERSION,
                      files.label(found.place()),
                      "the change set " + migration.name() + " comes twice");
                }
                migrations.add(migration);
              });
    }
    return new MigrationHistory(name(), migrations, Optional.empty(), notes.all());
  }

  /** Source: Liquibase's manual, "Changeset attributes": {@code runInTransaction}. */
  private static TransactionWish wish(ChangeSet changeSet) {
    return "false".equalsIgnoreCase(changeSet.attributes().get("runInTransaction"))
        ? TransactionWish.NONE
        : TransactionWish.WHOLE;
  }

  private static String identity(String path, ChangeSet.Identity identity) {
    return path + "::" + identity.id() + "::" + identity.author();
  }

  /** A change set may ask to run before or behind all others. */
  private static List<ChangelogReader.Found> inRunOrder(List<ChangelogReader.Found> found) {
    return found.stream().sorted(Comparator.comparingInt(LiquibaseLayout::rank)).toList();
  }

  private static int rank(ChangelogReader.Found found) {
    return switch (found.changeSet().attributes().getOrDefault("runOrder", "")) {
      case "first" -> 0;
      case "last" -> 2;
      default -> 1;
    };
  }

  private static List<Place> roots(SourceTree tree) {
    if (tree.kind() == EntryKind.FILE) {
      return List.of(new Place(0, tree.ownName()));
    }
    List<String> structured = structured(tree);
    if (!structured.isEmpty()) {
      return List.of(new Place(0, master(tree, structured)));
    }
    List<Place> roots = new ArrayList<>();
    for (String path : TreeFiles.all(tree, "")) {
      if (TreeFiles.isScript(TreePaths.name(path))) {
        // As by includeAll, which runs a script without the first line as one change set.
        roots.add(new Place(0, path));
      }
    }
    return roots;
  }

  /** The changelog that no other names; of several the one that is called so. */
  private static String master(SourceTree tree, List<String> names) {
    List<String> unnamed =
        names.stream()
            .filter(
                name ->
                    names.stream()
                        .noneMatch(
                            other -> !other.equals(name) && tree.read(other).text().contains(name)))
            .toList();
    List<String> called = unnamed.stream().filter(MASTER.asMatchPredicate()).toList();
    if (unnamed.size() == 1) {
      return unnamed.getFirst();
    }
    if (called.size() == 1) {
      return called.getFirst();
    }
    throw new MigrationSourceException(
        Code.AMBIGUOUS_ORDER,
        tree.label(),
        "it has several changelogs that no other includes: "
            + String.join(", ", unnamed.isEmpty() ? names : unnamed)
            + "; name the one to start with");
  }
}
