package dev.schemend.parser.layout.tool;

import dev.schemend.dialect.Flavor;
import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationLayout;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.SourceTree;
import dev.schemend.parser.layout.TreeFiles;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * pop, soda and popx: {@code <stamp>_<name>.<dialect>.up.sql}, with {@code <stamp>_<name>.up.sql}
 * for the dialects that have no file of their own. Which files run depends on the server.
 *
 * <p>Source: gobuffalo/pop, {@code match.go}, {@code migrator.go}; ory/x, {@code popx/match.go}.
 */
final class PopLayout implements MigrationLayout {

  private static final Pattern FILE =
      Pattern.compile(
          "(\\d+)_([^.]+)(\\.(?!autocommit\\b)[a-z0-9]+)?(\\.autocommit)?\\.(up|down)\\.(sql|fizz)");
  private static final Set<String> DIALECTS =
      Set.of(
          "postgres",
          "postgresql",
          "pg",
          "mysql",
          "mariadb",
          "sqlite",
          "sqlite3",
          "cockroach",
          "crdb",
          "all");

  @Override
  public String name() {
    return "pop";
  }

  @Override
  public boolean recognises(SourceTree tree) {
    return TreeFiles.names(tree).stream()
        .anyMatch(name -> namesDialect(name) || name.endsWith(".up.fizz"));
  }

  /** Whether a file says in its name which dialect it is for. */
  static boolean namesDialect(String name) {
    Matcher file = FILE.matcher(name);
    return file.matches() && file.group(3) != null && DIALECTS.contains(file.group(3).substring(1));
  }

  @Override
  public MigrationHistory read(SourceTree tree, LayoutOptions options) {
    Set<String> own =
        own(
            options
                .server()
                .orElseThrow(
                    () ->
                        new MigrationSourceException(
                            Code.NEEDS_SERVER,
                            tree.label(),
                            "it has files of its own for each kind of server")));
    HistoryNotes notes = new HistoryNotes(tree);
    // pop runs the first file of a version, and sorts those for all dialects behind the others.
    Map<BigInteger, String> chosen = new TreeMap<>();
    for (String name : TreeFiles.names(tree)) {
      Matcher file = FILE.matcher(name);
      if (!file.matches()) {
        if (TreeFiles.isScript(name)) {
          notes.notRun(name, name() + " knows no migration of such a name");
        }
      } else if (file.group(5).equals("up") && runs(file, own)) {
        BigInteger version = new BigInteger(file.group(1));
        String other = chosen.get(version);
        if (other == null || (isGeneric(FILE, other) && file.group(3) != null)) {
          chosen.put(version, name);
        } else if (isGeneric(FILE, other) == (file.group(3) == null)) {
          throw new MigrationSourceException(
              Code.DUPLICATE_VERSION,
              tree.label(),
              other + " and " + name + " have the same version");
        }
      }
    }
    List<Migration> migrations = new ArrayList<>();
    for (String name : chosen.values()) {
      if (name.endsWith(".fizz")) {
        notes.notSql(name, "fizz");
      } else {
        migrations.add(new Migration(name, tree.read(name), name));
      }
    }
    return new MigrationHistory(name(), migrations, Optional.empty(), notes.all());
  }

  private static boolean runs(Matcher file, Set<String> own) {
    return file.group(3) == null || own.contains(file.group(3).substring(1));
  }

  private static boolean isGeneric(Pattern pattern, String name) {
    Matcher file = pattern.matcher(name);
    return file.matches() && file.group(3) == null;
  }

  private static Set<String> own(Flavor server) {
    return switch (server) {
      case POSTGRESQL -> Set.of("postgres", "postgresql", "pg", "all");
      case MYSQL, MARIADB -> Set.of("mysql", "mariadb", "all");
    };
  }
}
