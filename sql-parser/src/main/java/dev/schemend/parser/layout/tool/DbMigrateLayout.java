package dev.schemend.parser.layout.tool;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import dev.schemend.parser.layout.TreePaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * db-migrate: {@code <stamp>-<name>.js}, in order of the names, each of which runs {@code
 * sqls/<stamp>-<name>-up.sql}.
 *
 * <p>Source: db-migrate, "Commands: create --sql-file"; {@code lib/walker.js}.
 */
final class DbMigrateLayout implements MigrationLayout {

  private static final String SCRIPTS = "sqls";
  private static final Pattern CODE = Pattern.compile("(\\d+-.*)\\.(js|ts|cjs|mjs)");
  private static final String UP = "-up.sql";
  private static final Pattern NAMED = Pattern.compile("[\\w.-]+-up\\.sql");

  @Override
  public String name() {
    return "db-migrate";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    List<String> names = TreeFiles.names(tree);
    return names.stream().anyMatch(CODE.asMatchPredicate())
        && TreeFiles.directories(tree, "").contains(SCRIPTS)
        && TreeFiles.names(tree, SCRIPTS).stream().anyMatch(name -> name.endsWith(UP));
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    HistoryNotes notes = new HistoryNotes(tree);
    Set<String> scripts = new HashSet<>(TreeFiles.names(tree, SCRIPTS));
    Set<String> used = new HashSet<>();
    List<Migration> migrations = new ArrayList<>();
    for (String code : TreeFiles.names(tree)) {
      Matcher name = CODE.matcher(code);
      if (name.matches()) {
        List<String> own = scripts(tree, code, name.group(1), scripts);
        if (own.isEmpty()) {
          notes.notSql(code, "JavaScript");
        }
        for (String script : own) {
          if (used.add(script)) {
            String path = TreePaths.join(SCRIPTS, script);
            migrations.add(new Migration(script, tree.read(path), path));
          }
        }
      }
    }
    scripts.stream()
        .filter(script -> script.endsWith(UP) && !used.contains(script))
        .sorted(TreeFiles.BYTE_ORDER)
        .forEach(
            script -> notes.notRun(TreePaths.join(SCRIPTS, script), "no migration is named so"));
    return new MigrationHistory(name(), migrations, Optional.empty(), notes.all());
  }

  /** The script of its own name where it speaks of it; else those that it speaks of. */
  private static List<String> scripts(
      SourceTree tree, String code, String name, Set<String> scripts) {
    String text = tree.read(code).text();
    List<String> named =
        NAMED
            .matcher(text)
            .results()
            .map(found -> found.group())
            .distinct()
            .filter(scripts::contains)
            .toList();
    String own = name + UP;
    return named.contains(own) ? List.of(own) : named;
  }
}
