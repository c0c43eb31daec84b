package dev.schemend.parser.layout.tool;

import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.EntryKind;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.IncludedScripts;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.RememberingTree;
import dev.schemend.parser.layout.SourceLocation;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TransactionMarkers;
import dev.schemend.parser.layout.flyway.FlywayLayout;
import dev.schemend.parser.layout.liquibase.LiquibaseLayout;
import dev.schemend.source.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The layouts that are known, and the choice between them. */
public final class Layouts {

  /**
   * In the order in which they are asked. Those with a file of their own come first, for nothing
   * else has it; then those that a mark in a file gives away; then those known by names alone, the
   * choosier first.
   */
  private static final List<MigrationLayout> KNOWN =
      Stream.of(
              Stream.of(
                  new LiquibaseLayout(),
                  new SchemaFile(),
                  new DrizzleLayout(),
                  new SqitchLayout(),
                  new ManifestLayout(),
                  new DieselLayout(),
                  new PrismaLayout(),
                  new DbMigrateLayout(),
                  new FlywayLayout(true)),
              MarkingTools.ALL.stream().map(MarkedLayout::new),
              Stream.of(
                  new FlywayLayout(false),
                  new PopLayout(),
                  new UpDownLayout(),
                  new SqlxLayout(),
                  new GolangMigrateLayout(),
                  new PostgratorLayout(),
                  new AtlasLayout(),
                  new SupabaseLayout(),
                  new PlainLayout(),
                  new NestedLayout()))
          .<MigrationLayout>flatMap(layouts -> layouts)
          .toList();

  private Layouts() {}

  /** Their names, in that order. */
  public static List<String> names() {
    return KNOWN.stream().map(MigrationLayout::name).distinct().toList();
  }

  /** The migrations at a location, in the layout that it shows, for no server in particular. */
  public static MigrationHistory read(String location, Path workingDirectory) {
    return read(location, workingDirectory, Optional.empty(), LayoutOptions.NONE);
  }

  /**
   * The migrations at a location.
   *
   * @param location {@code git:<revision>:<path>} or a path
   * @param workingDirectory where relative paths start
   * @param layout the name of its layout; where there is none, the first that recognises it
   * @param options what the files do not say
   * @throws MigrationSourceException if there are none or they cannot be read
   */
  public static MigrationHistory read(
      String location, Path workingDirectory, Optional<String> layout, LayoutOptions options) {
    try (RememberingTree tree =
        new RememberingTree(SourceLocation.parse(location).open(workingDirectory))) {
      MigrationLayout chosen = layout.map(Layouts::named).orElseGet(() -> detect(tree));
      if (tree.kind() == EntryKind.OTHER) {
        throw nothingIn(tree);
      }
      MigrationHistory read = IncludedScripts.in(chosen.read(tree, options), tree, options);
      return withLinks(TransactionMarkers.in(read, tree), tree);
    }
  }

  /**
   * The layout of a name.
   *
   * @throws MigrationSourceException where there is none
   */
  public static MigrationLayout named(String name) {
    return KNOWN.stream()
        .filter(layout -> layout.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new MigrationSourceException(
                    Code.UNKNOWN_LAYOUT,
                    name,
                    "no layout has this name; known are " + String.join(", ", names())));
  }

  /**
   * The first layout that recognises a tree.
   *
   * @throws MigrationSourceException if none does
   */
  public static MigrationLayout detect(SourceTree tree) {
    return KNOWN.stream()
        .filter(layout -> layout.recognises(tree))
        .findFirst()
        .orElseThrow(() -> nothingIn(tree));
  }

  private static MigrationHistory withLinks(MigrationHistory history, RememberingTree tree) {
    if (tree.links().isEmpty()) {
      return history;
    }
    HistoryNotes notes = new HistoryNotes(tree);
    for (String link : tree.links()) {
      notes.notRun(link, "a symbolic link is followed only to a file of this directory");
    }
    List<Diagnostic> all = new ArrayList<>(history.notes());
    all.addAll(notes.all());
    return new MigrationHistory(history.layout(), history.migrations(), history.provider(), all);
  }

  private static MigrationSourceException nothingIn(SourceTree tree) {
    return switch (tree.kind()) {
      case DIRECTORY ->
          tree.list("").isEmpty()
              ? new MigrationSourceException(
                  Code.EMPTY_DIRECTORY, tree.label(), "the directory is empty")
              : new MigrationSourceException(
                  Code.NO_MIGRATIONS, tree.label(), "the directory holds no migration");
      case FILE, LINK, OTHER ->
          new MigrationSourceException(
              Code.NO_MIGRATIONS, tree.label(), "it is neither a directory nor a plain file");
    };
  }
}
