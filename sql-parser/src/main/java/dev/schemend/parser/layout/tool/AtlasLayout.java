package dev.schemend.parser.layout.tool;

import dev.schemend.dialect.Flavor;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Atlas: {@code atlas.sum} beside files that run in order of their names. Directives at the top of
 * a file choose its delimiter, say that it is an archive of several, or that it is a checkpoint,
 * where an empty database starts.
 *
 * <p>Source: atlasgo.io, "Migration directory", "Checkpoints", "Pre-execution checks", "Custom
 * statements delimiter"; ariga/atlas, {@code sql/migrate/dir.go}.
 */
final class AtlasLayout implements MigrationLayout {

  private static final String SUM = "atlas.sum";

  @Override
  public String name() {
    return "atlas";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return TreeFiles.has(tree, SUM);
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    List<String> names = TreeFiles.scripts(tree);
    int start = 0;
    for (int i = 0; i < names.size(); i++) {
      if (AtlasText.isCheckpoint(tree.read(names.get(i)))) {
        start = i;
      }
    }
    for (String skipped : names.subList(0, start)) {
      notes.notRun(skipped, "an empty database starts at the checkpoint " + names.get(start));
    }
    boolean clientReads =
        options.server().filter(flavor -> flavor != Flavor.POSTGRESQL).isPresent();
    List<Migration> migrations = new ArrayList<>();
    for (String name : names.subList(start, names.size())) {
      SourceText file = tree.read(name);
      migrations.add(new Migration(name, AtlasText.runs(file, clientReads), name, file));
    }
    return new MigrationHistory(name(), migrations, Optional.empty(), notes.all());
  }
}
