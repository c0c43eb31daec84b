package dev.schemend.parser.layout.tool;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import java.util.List;
import java.util.Optional;

/**
 * All SQL files of a directory and of those below it, in order of their paths, numbers in them by
 * value. Never found by itself: what lies below a directory is often for other servers or for
 * tests.
 */
final class NestedLayout implements MigrationLayout {

  @Override
  public String name() {
    return "nested";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return false;
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    List<Migration> migrations =
        TreeFiles.all(tree, "").stream()
            .filter(path -> TreeFiles.isScript(TreePaths.name(path)))
            .sorted(NestedLayout::compare)
            .map(path -> new Migration(path, tree.read(path), path))
            .toList();
    return new MigrationHistory(name(), migrations, Optional.empty());
  }

  /** Directory by directory. */
  private static int compare(String one, String other) {
    String[] oneParts = one.split("/", -1);
    String[] otherParts = other.split("/", -1);
    for (int i = 0; i < Math.min(oneParts.length, otherParts.length); i++) {
      int order = NaturalOrder.DOTTED.compare(oneParts[i], otherParts[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(oneParts.length, otherParts.length);
  }
}
