package dev.schemend.it.prisma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.it.cli.SchemendProcess;
import dev.schemend.it.server.ServerKind;
import dev.schemend.it.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lines of Prisma's pages on failed migrations, in a shell: {@code prisma-page.sh}. */
class PrismaPageTest {

  private static final Path SCRIPT = Path.of("src/test/scripts/prisma-page.sh");

  @ParameterizedTest
  @EnumSource(names = "MYSQL_8_0")
  void everyLineWorks(ServerKind kind, @TempDir Path directory)
      throws IOException, InterruptedException {
    try (TestDatabase development = kind.createDatabase();
        TestDatabase production = kind.createDatabase();
        TestDatabase shadow = kind.createDatabase()) {
      Path log = directory.resolve("script.log");
      ProcessBuilder builder =
          new ProcessBuilder(
                  "sh", SCRIPT.toAbsolutePath().toString(), directory.resolve("project").toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("SCHEMEND", SchemendProcess.program(directory).toString());
      builder.environment().put("DATABASE_URL", development.url());
      builder.environment().put("DATABASE_URL_PROD", production.url());
      builder.environment().put("SHADOW_DATABASE_URL", shadow.url());
      int status = builder.start().waitFor();
      assertEquals(0, status, Files.readString(log));
    }
  }
}
