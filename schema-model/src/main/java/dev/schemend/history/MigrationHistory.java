package dev.schemend.history;

import dev.schemend.source.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Migrations in the order in which they run.
 *
 * @param layout name of the layout that they were read with: {@code prisma}, {@code plain} ...
 * @param migrations in order; no two of one name
 * @param provider the database that the history says it is for, in the layout's own word and as
 *     written, even where it means nothing; absent where the layout has no place for it or the file
 *     is not there
 * @param notes what there is to say about the directory: files that are no migrations, steps that
 *     are not written in SQL. A warning means that the migrations are not all of the history
 */
public record MigrationHistory(
    String layout, List<Migration> migrations, Optional<String> provider, List<Diagnostic> notes) {

  /** Copies the lists; rejects a name that comes twice. */
  public MigrationHistory {
    Objects.requireNonNull(layout, "layout");
    migrations = List.copyOf(migrations);
    Objects.requireNonNull(provider, "provider");
    notes = List.copyOf(notes);
    Set<String> names = new HashSet<>();
    for (Migration migration : migrations) {
      if (!names.add(migration.name())) {
        throw new IllegalArgumentException("two migrations are named " + migration.name());
      }
    }
  }

  /** A history with nothing to say about it. */
  public MigrationHistory(String layout, List<Migration> migrations, Optional<String> provider) {
    this(layout, migrations, provider, List.of());
  }

  /** The names, in order. */
  public List<String> names() {
    return migrations.stream().map(Migration::name).toList();
  }

  /** The migration of that name, if there is one. */
  public Optional<Migration> find(String name) {
    return migrations.stream().filter(migration -> migration.name().equals(name)).findFirst();
  }

  /**
   * The history up to and with a migration.
   *
   * @throws UnknownMigrationException if it has none of that name
   */
  public MigrationHistory until(String name) {
    return first(indexOf(name) + 1);
  }

  /**
   * The history up to a migration, without it.
   *
   * @throws UnknownMigrationException if it has none of that name
   */
  public MigrationHistory before(String name) {
    return first(indexOf(name));
  }

  private MigrationHistory first(int count) {
    return new MigrationHistory(layout, migrations.subList(0, count), provider, notes);
  }

  private int indexOf(String name) {
    int index = names().indexOf(name);
    if (index < 0) {
      throw new UnknownMigrationException(name, names());
    }
    return index;
  }
}
