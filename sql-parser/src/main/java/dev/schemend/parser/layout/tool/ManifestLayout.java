package dev.schemend.parser.layout.tool;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.schemend.parser.layout.StructuredText;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import dev.schemend.parser.layout.VersionNumbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Directories named by versions, {@code v1.0}, each with a {@code manifest.json} that lists its
 * files in order; beside them or in {@code versioned} below.
 *
 * <p>Source: Temporal and Cadence, {@code tools/common/schema/updatetask.go} (readManifest).
 */
final class ManifestLayout implements MigrationLayout {

  private static final String BELOW = "versioned";
  private static final String MANIFEST = "manifest.json";
  private static final Pattern VERSION = Pattern.compile("v?\\d+(\\.\\d+)*");
  private static final Pattern FILES = Pattern.compile("SchemaUpdate\\w*Files");

  @Override
  public String name() {
    return "manifest";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return tree.kind() == EntryKind.DIRECTORY
        && (!versions(tree, "").isEmpty() || !versionsBelow(tree).isEmpty());
  }

  private static List<String> versionsBelow(SourceTree tree) {
    return TreeFiles.directories(tree, "").contains(BELOW) ? versions(tree, BELOW) : List.of();
  }

  private static List<String> versions(SourceTree tree, String place) {
    return TreeFiles.directories(tree, place).stream()
        .filter(directory -> VERSION.matcher(directory).matches())
        .filter(directory -> TreeFiles.has(tree, manifest(place, directory)))
        .toList();
  }

  private static String manifest(String place, String directory) {
    return TreePaths.join(TreePaths.join(place, directory), MANIFEST);
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    String place = versions(tree, "").isEmpty() ? BELOW : "";
    List<Migration> migrations = new ArrayList<>();
    for (String directory :
        VersionNumbers.sorted(tree, versions(tree, place), ManifestLayout::version)) {
      Set<String> listed = new HashSet<>();
      for (String file : files(tree, manifest(place, directory))) {
        String path = TreePaths.join(TreePaths.join(place, directory), file);
        if (!TreeFiles.has(tree, path)) {
          throw new MigrationSourceException(
              Code.MISSING_FILE,
              TreePaths.join(tree.label(), path),
              MANIFEST + " lists it, and it is not there");
        }
        listed.add(file);
        migrations.add(new Migration(TreePaths.join(directory, file), tree.read(path), path));
      }
      TreeFiles.names(tree, TreePaths.join(place, directory)).stream()
          .filter(name -> TreeFiles.isScript(name) && !listed.contains(name))
          .map(name -> TreePaths.join(TreePaths.join(place, directory), name))
          .forEach(path -> notes.notRun(path, MANIFEST + " does not list it"));
    }
    return new MigrationHistory(name(), migrations, Optional.empty(), notes.all());
  }

  private static DottedVersion version(String directory) {
    return DottedVersion.parse(directory.startsWith("v") ? directory.substring(1) : directory)
        .orElseThrow();
  }

  private static List<String> files(SourceTree tree, String path) {
    JsonNode manifest = StructuredText.read(tree.read(path));
    List<List<String>> lists = new ArrayList<>();
    manifest
        .fieldNames()
        .forEachRemaining(
            member -> {
              if (FILES.matcher(member).matches()) {
                lists.add(StructuredText.texts(manifest.path(member)));
              }
            });
    if (lists.size() != 1) {
      throw new MigrationSourceException(
          Code.BAD_SETTINGS,
          TreePaths.join(tree.label(), path),
          "it must have one list of files, named such as SchemaUpdateCqlFiles");
    }
    return lists.getFirst();
  }
}
