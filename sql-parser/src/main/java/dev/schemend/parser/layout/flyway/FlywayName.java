package dev.schemend.parser.layout.flyway;

import dev.schemend.parser.layout.DottedVersion;
import dev.schemend.parser.layout.TreePaths;
import java.util.Optional;
import java.util.Set;

/**
 * What the name of a file says to Flyway. Source: {@code ResourceNameParser}, "Versioned
 * migrations", "Callback events".
 */
sealed interface FlywayName {

  /** The events that run during migrate. */
  Set<String> MIGRATE_EVENTS =
      Set.of(
          "beforeMigrate",
          "beforeRepeatables",
          "beforeVersioned",
          "beforeEachMigrate",
          "beforeEachMigrateStatement",
          "afterEachMigrateStatement",
          "afterEachMigrate",
          "afterMigrate",
          "afterMigrateApplied",
          "afterMigrateOperationFinish",
          "afterVersioned",
          "beforeConnect",
          "afterConnect",
          "createSchema",
          "beforeCreateSchema");

  /** A migration with a version: it runs once, in order of the versions. */
  record Versioned(DottedVersion version) implements FlywayName {}

  /** What all migrations up to a version make, for a database that is empty. */
  record Baseline(DottedVersion version) implements FlywayName {}

  /** A migration without a version: it runs behind all others, in order of the descriptions. */
  record Repeatable(String description) implements FlywayName {}

  /** The way back of a versioned migration. */
  record Undo() implements FlywayName {}

  /** A script for an event. */
  record Callback(String event) implements FlywayName {}

  /** Nothing that Flyway runs. */
  record Other() implements FlywayName {}

  /** Reads the name of the file at {@code path}. */
  static FlywayName of(String path, FlywaySettings settings) {
    String name = TreePaths.name(path);
    Optional<String> suffix = settings.suffixes().stream().filter(name::endsWith).findFirst();
    if (suffix.isEmpty()) {
      return new Other();
    }
    String base = name.substring(0, name.length() - suffix.get().length());
    int separator = base.indexOf(settings.separator());
    String head = separator < 0 ? base : base.substring(0, separator);
    String description =
        separator < 0 ? "" : base.substring(separator + settings.separator().length());
    if (MIGRATE_EVENTS.contains(head) || isOtherEvent(head)) {
      return new Callback(head);
    }
    if (head.equals(settings.repeatablePrefix()) && separator >= 0) {
      return new Repeatable(description.replace('_', ' '));
    }
    Optional<DottedVersion> undo = version(head, settings.undoPrefix());
    if (undo.isPresent()) {
      return new Undo();
    }
    return version(head, settings.baselinePrefix())
        .<FlywayName>map(Baseline::new)
        .or(() -> version(head, settings.versionedPrefix()).map(Versioned::new))
        .orElseGet(Other::new);
  }

  private static boolean isOtherEvent(String head) {
    return head.matches("(before|after)[A-Z]\\w*");
  }

  private static Optional<DottedVersion> version(String head, String prefix) {
    return head.startsWith(prefix)
        ? DottedVersion.parse(head.substring(prefix.length()))
        : Optional.empty();
  }
}
