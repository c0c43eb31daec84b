package dev.schemend.parser.hostile;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.schemend.history.MigrationHistory;
import dev.schemend.parser.layout.tool.Layouts;
import dev.schemend.script.ParsedScript;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of a hundred megabytes; only where {@code schemend.huge} is set, for it takes minutes. */
@EnabledIfSystemProperty(named = "schemend.huge", matches = "true")
class HugeFileTest {

  private static final int PIECES = 100;
  private static final int PIECE = 1 << 20;

  @TempDir private Path directory;

  /** What such a file is full of. */
  enum Content {
    GARBAGE("\u0001;('\"$-/*\\ \nabcdefgh"),
    LETTERS("abcdefgh"),
    SEMICOLONS("a;"),
    BRACKETS("("),
    DASHES("-\n");

    private final String alphabet;

    Content(String alphabet) {
      this.alphabet = alphabet;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadOrRefusedInTheMemoryOfAnyBuild(Content content) throws IOException {
    Path file = directory.resolve("huge.sql");
    Random random = new Random(1);
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] piece = new byte[PIECE];
      for (int i = 0; i < PIECES; i++) {
        for (int j = 0; j < PIECE; j++) {
          piece[j] = (byte) content.alphabet.charAt(random.nextInt(content.alphabet.length()));
        }
        out.write(piece);
      }
    }
    MigrationHistory history = Layouts.read("huge.sql", directory);
    for (Frontends dialect : Frontends.values()) {
      ParsedScript script = dialect.frontend().parse(history.migrations().getFirst().script());
      assertFalse(script.source().text().isEmpty());
    }
  }
}
