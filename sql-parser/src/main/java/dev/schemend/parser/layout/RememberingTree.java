package dev.schemend.parser.layout;

import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A tree that is asked for everything once, however many layouts look at it, and knows which
 * symbolic links were passed over.
 */
public final class RememberingTree implements SourceTree {

  private final SourceTree tree;
  private final Map<String, List<TreeEntry>> lists = new TreeMap<>();
  private final Map<String, SourceText> texts = new TreeMap<>();
  private final List<String> links = new ArrayList<>();

  /** Remembers what {@code tree} says; closing one closes the other. */
  public RememberingTree(SourceTree tree) {
    this.tree = tree;
  }

  /** Paths of the links that were seen and not followed. */
  public List<String> links() {
    return List.copyOf(links);
  }

  @Override
  public String label() {
    return tree.label();
  }

  @Override
  public EntryKind kind() {
    return tree.kind();
  }

  @Override
  public String ownName() {
    return tree.ownName();
  }

  @Override
  public Optional<SourceTree> above() {
    return tree.above();
  }

  @Override
  public List<TreeEntry> list(String path) {
    List<TreeEntry> known = lists.get(path);
    if (known == null) {
      known = tree.list(path);
      lists.put(path, known);
      known.stream()
          .filter(TreeEntry::isLink)
          .forEach(entry -> links.add(TreePaths.join(path, entry.name())));
    }
    return known;
  }

  @Override
  public SourceText read(String path) {
    SourceText known = texts.get(path);
    if (known == null) {
      known = tree.read(path);
      texts.put(path, known);
    }
    return known;
  }

  @Override
  public void close() {
    tree.close();
  }
}
