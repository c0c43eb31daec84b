package dev.schemend.parser.layout.tool;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.SourceTree;
import java.util.List;
import java.util.Optional;

/**
 * One {@code .sql} file that makes a whole schema: a history of one migration, named by the file.
 */
public final class SchemaFile implements MigrationLayout {

  @Override
  public String name() {
    return "schema-file";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return tree.kind() == EntryKind.FILE;
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    String label = tree.label();
    // git:<revision>:<file> has no slash before the file's name where it lies at the root.
    int nameStart = Math.max(label.lastIndexOf('/'), label.lastIndexOf(':')) + 1;
    String name = label.substring(nameStart);
    return new MigrationHistory(
        name(), List.of(new Migration(name, tree.read(""), "")), Optional.empty());
  }
}
