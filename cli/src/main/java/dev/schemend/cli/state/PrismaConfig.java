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
  static final PrismaConfig NONE = new PrismaConfig(Map.of());

  private final Map<String, ConfigValue> members;

  private PrismaConfig(Map<String, ConfigValue> members) {
    this.members = Map.copyOf(members);
  }

  /** The configuration in a directory; one that says nothing where there is none. */
  static PrismaConfig in(Path directory) {
    for (String place : PLACES) {
      Path file = directory.resolve(place);
      if (Files.isRegularFile(file)) {
        try {
          return new PrismaConfig(ConfigScript.members(Files.readString(file)));
        } catch (IOException unreadable) {
          throw Failure.of(
                  "not-readable",
                  "The file " + place + " cannot be read.",
                  "Make it readable as UTF-8, or give the URL with --url-file FILE.")
              .exception();
        }
      }
    }
    return NONE;
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
        .map(value -> Path.of(((ConfigValue.Text) value).text()).normalize().toString());
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
