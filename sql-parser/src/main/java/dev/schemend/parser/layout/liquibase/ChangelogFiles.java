package dev.schemend.parser.layout.liquibase;

import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that changelogs name. A path is taken from the changelog's own directory, or from a
 * root of the search path, of which the directories above the migrations are tried, the nearest
 * first.
 */
final class ChangelogFiles {

  private static final int HIGHEST = 8;
  private static final String CLASSPATH = "classpath:";

  private final List<SourceTree> trees = new ArrayList<>();

  /** The files of a tree and of the directories above. */
  ChangelogFiles(SourceTree tree) {
    Optional<SourceTree> at = tree.kind() == EntryKind.DIRECTORY ? Optional.of(tree) : tree.above();
    while (at.isPresent() && trees.size() <= HIGHEST) {
      trees.add(at.get());
      at = at.get().above();
    }
  }

  /**
   * A file or a directory.
   *
   * @param height how many directories above the migrations its path starts
   * @param path from there
   */
  record Place(int height, String path) {
    String name() {
      return TreePaths.name(path);
    }
  }

  SourceText read(Place place) {
    return trees.get(place.height()).read(place.path());
  }

  /** What a person calls it. */
  String label(Place place) {
    return TreePaths.join(trees.get(place.height()).label(), place.path());
  }

  /** Files at and below a directory, in the order in which Liquibase includes them. */
  List<Place> below(Place directory) {
    return TreeFiles.all(trees.get(directory.height()), directory.path()).stream()
        .map(path -> new Place(directory.height(), path))
        .toList();
  }

  /**
   * The file that a changelog names.
   *
   * @throws MigrationSourceException where it is not there
   */
  Place file(String path, Place from, boolean relative) {
    return find(path, from, relative, EntryKind.FILE)
        .orElseThrow(
            () ->
                new MigrationSourceException(
                    Code.MISSING_FILE,
                    label(from),
                    "it names " + path + ", and no such file is there or above"));
  }

  /** The directory that a changelog names. */
  Place directory(String path, Place from, boolean relative) {
    return find(path, from, relative, EntryKind.DIRECTORY)
        .orElseThrow(
            () ->
                new MigrationSourceException(
                    Code.MISSING_FILE,
                    label(from),
                    "it names " + path + ", and no such directory is there or above"));
  }

  private Optional<Place> find(String written, Place from, boolean relative, EntryKind kind) {
    String path = written.startsWith(CLASSPATH) ? written.substring(CLASSPATH.length()) : written;
    if (relative) {
      return beside(path, from).filter(place -> is(place, kind));
    }
    String clean = TreePaths.normalize(path.replaceFirst("^/+", "")).orElse("");
    for (int height = 0; height < trees.size(); height++) {
      Place place = lowered(new Place(height, clean));
      if (is(place, kind)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** A path from the directory of a changelog, which may lead above the migrations. */
  private Optional<Place> beside(String path, Place from) {
    String directory = TreePaths.parent(from.path());
    for (int height = from.height(); height < trees.size(); height++) {
      Optional<String> found = TreePaths.normalize(TreePaths.join(directory, path));
      if (found.isPresent()) {
        return Optional.of(lowered(new Place(height, found.get())));
      }
      directory = TreePaths.join(trees.get(height).ownName(), directory);
    }
    return Optional.empty();
  }

  /** The same place as a path from as low as it goes, so that each has one name. */
  private Place lowered(Place place) {
    Place at = place;
    while (at.height() > 0) {
      String own = trees.get(at.height() - 1).ownName() + "/";
      if (!at.path().startsWith(own)) {
        return at;
      }
      at = new Place(at.height() - 1, at.path().substring(own.length()));
    }
    return at;
  }

  private boolean is(Place place, EntryKind kind) {
    SourceTree tree = trees.get(place.height());
    if (kind == EntryKind.FILE) {
      return TreeFiles.has(tree, place.path());
    }
    return place.path().isEmpty() || isDirectory(tree, place.path());
  }

  private static boolean isDirectory(SourceTree tree, String path) {
    String at = "";
    for (String part : path.split("/", -1)) {
      if (!TreeFiles.directories(tree, at).contains(part)) {
        return false;
      }
      at = TreePaths.join(at, part);
    }
    return true;
  }
}
