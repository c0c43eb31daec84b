package dev.schemend.parser.layout.tool;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.Sections;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A directory of files that hold both ways, one below the other, as {@link Marks} tells them. */
final class MarkedLayout implements MigrationLayout {

  private static final String DOWN = ".down.sql";

  private final MarkingTool tool;

  MarkedLayout(MarkingTool tool) {
    this.tool = tool;
  }

  @Override
  public String name() {
    return tool.layout();
  }

  /** One mark in one file is enough: no other tool writes it. */
  @Override
  public boolean recognises(SourceTree tree) {
    List<String> scripts = TreeFiles.scripts(tree);
    // Where each way has a file of its own, what looks like a mark is a sentence about it.
    return scripts.stream().noneMatch(name -> name.endsWith(DOWN))
        && scripts.stream().filter(tool::isMigration).anyMatch(name -> isMarked(tree.read(name)));
  }

  private boolean isMarked(SourceText file) {
    return tool.marks().mayStandIn(file.text())
        && file.text().lines().map(String::strip).anyMatch(tool.marks()::tells);
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    List<String> names = new ArrayList<>();
    for (String name : TreeFiles.names(tree)) {
      if (TreeFiles.isScript(name) && tool.isMigration(name)) {
        names.add(name);
      } else if (tool.isCode(name)) {
        notes.notSql(name, language(name));
      } else if (TreeFiles.isScript(name)) {
        notes.notRun(name, tool.layout() + " knows no migration of such a name");
      }
    }
    List<Migration> migrations = new ArrayList<>();
    List<String> ordered = tool.order().apply(tree, names);
    for (String name : ordered) {
      migrations.add(migration(tree, name, options, notes));
    }
    Set<String> reached = new HashSet<>(ordered);
    names.stream()
        .filter(name -> !reached.contains(name))
        .forEach(name -> notes.notRun(name, "a number before it is missing"));
    return new MigrationHistory(name(), migrations, Optional.empty(), notes.all());
  }

  private static String language(String name) {
    return name.endsWith(".go") ? "Go" : name.endsWith("ts") ? "TypeScript" : "JavaScript";
  }

  private Migration migration(
      SourceTree tree, String name, LayoutOptions options, HistoryNotes notes) {
    SourceText file = tree.read(name);
    Sections cut = Sections.of(file, tool.marks().up().isEmpty(), tool.marks()::read);
    if (!cut.marked() && !tool.marks().needed()) {
      cut = Sections.of(file, true, tool.marks()::read);
    }
    if (!cut.marked() && cut.outside().isPresent()) {
      throw new MigrationSourceException(
          Code.NO_UP_SECTION,
          TreePaths.join(tree.label(), name),
          "no line says where what runs begins; " + tool.layout() + " writes " + tool.example());
    }
    cut.outside()
        .ifPresent(
            span ->
                notes.note(
                    HistoryNotes.NOT_RUN, span, "not run: it stands outside of every section"));
    return new Migration(name, tool.finish().apply(cut.up(), options, notes), name, file);
  }
}
