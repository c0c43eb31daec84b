package dev.schemend.cli.state;

import dev.schemend.history.MigrationHistory;
import dev.schemend.history.UnknownMigrationException;
import java.util.List;
import java.util.Optional;

/** Where the histories of a comparison are stopped: each that has the migration, at least one. */
public sealed interface HistoryCut {

  /** The migration, where there is one. */
  Optional<String> migration();

  /** A history that has the migration, as far as it counts. */
  MigrationHistory cut(MigrationHistory history);

  /** A history as far as it counts; one without the migration counts whole. */
  default MigrationHistory of(MigrationHistory history) {
    return migration().flatMap(history::find).isPresent() ? cut(history) : history;
  }

  /**
   * Makes sure that there is something to stop.
   *
   * @throws UnknownMigrationException where no history has the migration
   */
  default void requireIn(List<MigrationHistory> histories) {
    List<String> names =
        histories.stream().flatMap(history -> history.names().stream()).distinct().toList();
    migration()
        .filter(name -> !names.contains(name))
        .ifPresent(
            name -> {
              throw new UnknownMigrationException(name, names);
            });
  }

  /** All of it. */
  record Whole() implements HistoryCut {
    @Override
    public Optional<String> migration() {
      return Optional.empty();
    }

    @Override
    public MigrationHistory cut(MigrationHistory history) {
      return history;
    }
  }

  /** Up to and with a migration: {@code --until}. */
  record Until(String name) implements HistoryCut {
    @Override
    public Optional<String> migration() {
      return Optional.of(name);
    }

    @Override
    public MigrationHistory cut(MigrationHistory history) {
      return history.until(name);
    }
  }

  /** Up to a migration, without it: {@code --before}. */
  record Before(String name) implements HistoryCut {
    @Override
    public Optional<String> migration() {
      return Optional.of(name);
    }

    @Override
    public MigrationHistory cut(MigrationHistory history) {
      return history.before(name);
    }
  }
}
