package dev.schemend.parser.layout.tool;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sqitch: {@code sqitch.plan} lists the changes in order; each is a script in {@code deploy}. A
 * change that was reworked stands twice: the first time its script is {@code name@tag.sql}, the
 * second time {@code name.sql}.
 *
 * <p>Source: sqitch, {@code sqitchchanges}, {@code sqitch-rework}, {@code App::Sqitch::Plan}.
 */
final class SqitchLayout implements MigrationLayout {

  private static final String PLAN = "sqitch.plan";
  private static final String SETTINGS = "sqitch.conf";

  @Override
  public String name() {
    return "sqitch";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return TreeFiles.has(tree, PLAN);
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    SqitchSettings settings =
        TreeFiles.has(tree, SETTINGS)
            ? SqitchSettings.of(tree.read(SETTINGS).text())
            : SqitchSettings.NONE;
    SqitchPlan plan = SqitchPlan.of(tree.read(PLAN));
    Set<String> scripts = new HashSet<>(TreeFiles.all(tree, ""));
    HistoryNotes notes = new HistoryNotes(tree);
    List<Migration> migrations = new ArrayList<>();
    for (SqitchPlan.Change change : plan.changes()) {
      String path = script(tree, settings, change, scripts);
      migrations.add(new Migration(change.identity(), tree.read(path), path));
    }
    return new MigrationHistory(name(), migrations, settings.provider(), notes.all());
  }

  private static String script(
      SourceTree tree, SqitchSettings settings, SqitchPlan.Change change, Set<String> scripts) {
    List<String> paths =
        change.scriptNames().stream()
            .map(settings::deployScript)
            .flatMap(Optional::stream)
            .toList();
    return paths.stream()
        .filter(scripts::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new MigrationSourceException(
                    Code.MISSING_FILE,
                    TreePaths.join(
                        tree.label(), paths.isEmpty() ? change.name() : paths.getFirst()),
                    PLAN
                        + " plans the change "
                        + change.identity()
                        + ", and its script is not"
                        + " there"));
  }
}
