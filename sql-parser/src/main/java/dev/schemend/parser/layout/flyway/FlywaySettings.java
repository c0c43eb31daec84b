package dev.schemend.parser.layout.flyway;

import dev.schemend.parser.layout.DottedVersion;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Flyway's settings, as far as they say which files run and what is in them.
 *
 * @param values by their names without {@code flyway.} before them; a list is text with commas
 */
record FlywaySettings(Map<String, String> values) {

  static final FlywaySettings DEFAULT = new FlywaySettings(Map.of());

  private static final String PLACEHOLDERS = "placeholders.";

  FlywaySettings {
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(values);
    values = Collections.unmodifiableMap(sorted);
  }

  private String value(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  String versionedPrefix() {
    return value("sqlMigrationPrefix", "V");
  }

  String repeatablePrefix() {
    return value("repeatableSqlMigrationPrefix", "R");
  }

  String undoPrefix() {
    return value("undoSqlMigrationPrefix", "U");
  }

  String baselinePrefix() {
    return value("baselineMigrationPrefix", "B");
  }

  String separator() {
    return value("sqlMigrationSeparator", "__");
  }

  List<String> suffixes() {
    return list(value("sqlMigrationSuffixes", ".sql"));
  }

  /** Where the migrations are; empty where the file does not say it. */
  List<String> locations() {
    return list(value("locations", ""));
  }

  Optional<DottedVersion> target() {
    return DottedVersion.parse(value("target", ""));
  }

  boolean replacesPlaceholders() {
    return !value("placeholderReplacement", "true").equalsIgnoreCase("false");
  }

  String placeholderPrefix() {
    return value("placeholderPrefix", "${");
  }

  String placeholderSuffix() {
    return value("placeholderSuffix", "}");
  }

  String placeholderSeparator() {
    return value("placeholderSeparator", ":");
  }

  Optional<String> placeholder(String name) {
    return Optional.ofNullable(values.get(PLACEHOLDERS + name));
  }

  /** The schema that a session starts with, where the settings say it. */
  Optional<String> defaultSchema() {
    return Optional.ofNullable(values.get("defaultSchema"))
        .or(() -> list(value("schemas", "")).stream().findFirst());
  }

  String historyTable() {
    return value("table", "flyway_schema_history");
  }

  /** The settings with those of a script of its own before them. */
  FlywaySettings with(Map<String, String> own) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(values);
    all.putAll(own);
    return new FlywaySettings(all);
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}
