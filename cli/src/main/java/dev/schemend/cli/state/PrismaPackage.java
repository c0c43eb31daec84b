package dev.schemend.cli.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemend.cli.process.Surroundings;
import dev.schemend.parser.layout.SourceLocation;
import dev.schemend.parser.prisma.sql.PrismaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The version of Prisma that a project depends on, as its {@code package.json} says. */
final class PrismaPackage {

  private static final String FILE = "package.json";
  private static final List<String> PACKAGES = List.of("prisma", "@prisma/client");
  private static final List<String> SECTIONS = List.of("devDependencies", "dependencies");

  private PrismaPackage() {}

  /** That of the nearest {@code package.json} that names one; the newest where none does. */
  static PrismaVersion version(String schema, Surroundings surroundings) {
    Path start = surroundings.workingDirectory().toAbsolutePath();
    if (!schema.startsWith(SourceLocation.PREFIX)) {
      try {
        start = start.resolve(schema).normalize();
      } catch (InvalidPathException notAPath) {
        return PrismaVersion.NEWEST;
      }
    }
    for (Path directory = start; directory != null; directory = directory.getParent()) {
      Optional<PrismaVersion> found = in(directory.resolve(FILE));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return PrismaVersion.NEWEST;
  }

  private static Optional<PrismaVersion> in(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readString(file));
      for (String section : SECTIONS) {
        for (String name : PACKAGES) {
          Optional<PrismaVersion> version =
              PrismaVersion.newestIn(root.path(section).path(name).asText(""));
          if (version.isPresent()) {
            return version;
          }
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
