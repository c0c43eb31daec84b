package dev.schemend.exec.introspect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StoredTextTest {

  /** What the server does: {@code append_unescaped} in sql/sql_show.cc. */
  private static String escape(String text) {
    return text.chars()
        .mapToObj(
            c ->
                switch (c) {
                  case '\\' -> "\\\\";
                  case '\'' -> "\\'";
                  case '\n' -> "\\n";
                  case '\r' -> "\\r";
                  case 0 -> "\\0";
                  default -> Character.toString(c);
                })
        .collect(Collectors.joining());
  }

  @Property
  void unescapingUndoesTheServersEscaping(@ForAll("expressions") String text) {
    assertEquals(text, StoredText.unescape(escape(text)));
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.strings().withChars("\\'\n\r\0nr0`\"a(é".toCharArray()).ofMaxLength(20);
  }

  @Test
  void asMySqlShowsIt() {
    assertEquals(
        "concat(`a`,_utf8mb4'x\\\\y\\'z')",
        StoredText.unescape("concat(`a`,_utf8mb4\\'x\\\\\\\\y\\\\\\'z\\')"));
  }
}
