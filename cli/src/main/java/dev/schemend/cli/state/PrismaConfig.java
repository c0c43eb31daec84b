package dev.schemend.cli.state;

import dev.schemend.cli.process.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code prisma.config.ts} says, as far as {@link ConfigScript} reads it. */
final class PrismaConfig {

  private static final List<String> PLACES =
      List.of(
          "prisma.config.ts",
          "prisma.config.js",
          "prisma.config.mjs",
          "prisma.config.cjs",
          "prisma.config.mts",
          "prisma.config.cts",
          ".config/prisma.ts",
          ".config/prisma.js",
          ".config/prisma.mjs");

  /** One that says nothing. */
  static final PrismaConfig NONE = new PrismaConfig(Path.of(""), Map.of());

  private final Path base;
  private final Map<String, ConfigValue> members;

  private PrismaConfig(Path base, Map<String, ConfigValue> members) {
    this.base = base;
    this.members = Map.copyOf(members);
  }

  /** The configuration in a directory; one that says nothing where there is none. */
  static PrismaConfig in(Path directory) {
    return PLACES.stream()
        .filter(place -> Files.isRegularFile(directory.resolve(place)))
        .findFirst()
        .map(place -> at(place, directory))
        .orElse(NONE);
  }

  /**
   * The configuration in a file; what it says of places counts from there.
   *
   * @param place the file, from {@code directory}
   */
  static PrismaConfig at(String place, Path directory) {
    try {
      Path parent = Path.of(place).getParent();
      return new PrismaConfig(
          parent == null ? Path.of("") : parent,
          ConfigScript.members(Files.readString(directory.resolve(place))));
    } catch (IOException unreadable) {
      throw Failure.of(
              "not-readable",
              "The file " + place + " cannot be read.",
              "Check the path, and that it is UTF-8, or give the URL with --url-file FILE.")
          .exception();
    }
  }

  /** Where the database is: {@code datasource.url}. */
  Optional<ConfigValue> url() {
    return Optional.ofNullable(members.get("datasource.url"));
  }

  /** Where the Prisma schema is. */
  Optional<String> schema() {
    return text("schema");
  }

  /** Where the migrations are. */
  Optional<String> migrations() {
    return text("migrations.path");
  }

  /** The tables that Prisma leaves alone: {@code tables.external}. */
  List<String> externalTables() {
    return texts("tables.external");
  }

  /** The enums that Prisma leaves alone: {@code enums.external}. */
  List<String> externalEnums() {
    return texts("enums.external");
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(members.get(key))
        .filter(ConfigValue.Text.class::isInstance)
        .map(value -> base.resolve(((ConfigValue.Text) value).text()).normalize().toString());
  }

  private List<String> texts(String key) {
    return members.get(key) instanceof ConfigValue.Many many
        ? many.values().stream()
            .filter(ConfigValue.Text.class::isInstance)
            .map(value -> ((ConfigValue.Text) value).text())
            .toList()
        : List.of();
  }
}
