package dev.schemend.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.schemend.cli.process.Surroundings;
import dev.schemend.cli.render.ProgressLine;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Progress is one line on a terminal, and nothing of it stays; elsewhere a short run is silent. */
class ProgressTest {

  private static String told(boolean terminal, String... texts) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            Path.of(""),
            Map.of(),
            InputStream.nullInputStream(),
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal);
    try (ProgressLine progress = new ProgressLine(surroundings)) {
      for (String text : texts) {
        progress.tell(text);
      }
    }
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void onATerminal() {
    assertEquals("\r\u001b[K1 of 2\r\u001b[K2 of 2\r\u001b[K", told(true, "1 of 2", "2 of 2"));
    assertEquals("", told(true));
    assertEquals(80 + 2 * 4 - 1, told(true, "x".repeat(200)).length());
  }

  @Test
  void elsewhere() {
    assertEquals("", told(false, "1 of 2", "2 of 2"));
  }
}
