package dev.schemend.parser.layout;

import dev.schemend.history.Migration;
import dev.schemend.history.MigrationHistory;
import dev.schemend.history.TransactionWish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a migration says that it is to run in no transaction: our own comment in any layout, and each
 * tool's own words in its layout.
 */
public final class TransactionMarkers {

  private static final Pattern OURS = line("--\\s*schemend:no-transaction");

  /** Words in the file itself. Sources: each tool's manual, and where it is read in its source. */
  private static final Map<String, Pattern> WORDS =
      Map.of(
          // goose, README, "SQL Migrations"
          "goose", line("--\\s*\\+goose\\s+no\\s+transaction"),
          // dbmate, README, "Migration Options"
          "dbmate", line("--\\s*migrate:up\\b.*\\btransaction:false\\b.*"),
          // sqlx, sqlx-core/src/migrate/source.rs: the file begins with it
          "sqlx", Pattern.compile("\\A-- no-transaction"),
          // tern, README, "Disabling Transactions"
          "tern", line("---- tern: disable-tx ----"),
          // sql-migrate, README, "Extending": notransaction
          "sql-migrate", line("--\\s*\\+migrate\\s+up\\b.*\\bnotransaction\\b.*"),
          // Atlas, manual, "Transaction mode": a directive of the file
          "atlas", line("--\\s*atlas:txmode\\s+none"));

  /** Words in a file beside: its path from that of the script, and what it says. */
  private record Beside(String name, boolean behindName, Pattern words) {

    String path(String script) {
      return behindName ? script + name : TreePaths.join(TreePaths.parent(script), name);
    }
  }

  private static final Map<String, Beside> FILES =
      Map.of(
          // Flyway, manual, "Script configuration files"
          "flyway", new Beside(".conf", true, line("executeInTransaction\\s*=\\s*false")),
          // diesel, diesel_migrations/src/file_based_migrations.rs: TomlMetadata
          "diesel", new Beside("metadata.toml", false, line("run_in_transaction\\s*=\\s*false.*")));

  private TransactionMarkers() {}

  private static Pattern line(String words) {
    return Pattern.compile(
        "^[ \\t]*" + words + "[ \\t\\r]*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
  }

  /** The same history with what its files say of transactions. */
  public static MigrationHistory in(MigrationHistory history, SourceTree tree) {
    List<Migration> migrations =
        history.migrations().stream()
            .map(
                migration ->
                    isWithout(history.layout(), migration, tree)
                        ? migration.wishing(TransactionWish.NONE)
                        : migration)
            .toList();
    return new MigrationHistory(history.layout(), migrations, history.provider(), history.notes());
  }

  private static boolean isWithout(String layout, Migration migration, SourceTree tree) {
    String text = migration.file().text();
    return OURS.matcher(migration.script().text()).find()
        || Optional.ofNullable(WORDS.get(layout))
            .filter(words -> words.matcher(text).find())
            .isPresent()
        || Optional.ofNullable(FILES.get(layout))
            .filter(beside -> says(beside, migration.path(), tree))
            .isPresent();
  }

  private static boolean says(Beside beside, String script, SourceTree tree) {
    String path = beside.path(script);
    return TreeFiles.has(tree, path) && beside.words().matcher(tree.read(path).text()).find();
  }
}
