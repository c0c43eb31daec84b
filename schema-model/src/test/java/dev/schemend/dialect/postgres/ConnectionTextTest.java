package dev.schemend.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of a connection. */
class ConnectionTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          host=a port=1 | host=a port=1 | false
          port = 1 host= 'a' | port=1 host=a | false
          "" | "" | false
          host=a password=b | host=a | true
          password='a b\\' c' host=x | host=x | true
          host='a b' sslpassword=\\'q | host='a b' | true
          user='it\\'s' | user='it\\'s' | false
          postgresql://u:p@h:1/d?password=x&a=b | postgresql://u@h:1/d?a=b | true
          postgresql://u@h/d?pass%77ord=x | postgresql://u@h/d | true
          postgres://h,g:2/d?sslmode=require | postgres://h,g:2/d?sslmode=require | false
          """)
  void noSecretIsShown(String written, String shown, boolean secret) {
    assertEquals(Optional.of(new ConnectionText(shown, secret)), ConnectionText.of(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"host", "host='a", "=b", "host=a 'b'"})
  void whatTheServerDoesNotReadIsNotRead(String written) {
    assertEquals(Optional.empty(), ConnectionText.of(written));
  }

  @Property
  void whatIsShownIsReadAsItself(
      @ForAll @AlphaChars @StringLength(min = 1) String word,
      @ForAll @Chars({'a', ' ', '\'', '\\', '='}) String value) {
    ConnectionText once =
        ConnectionText.of(word + "='" + value.replace("\\", "\\\\").replace("'", "\\'") + "'")
            .orElseThrow();
    assertEquals(
        Optional.of(new ConnectionText(once.shown(), false)), ConnectionText.of(once.shown()));
  }

  @Property
  void aPasswordIsNowhere(
      @ForAll @Chars({'z', ' ', '\'', '\\'}) @StringLength(min = 1) String word) {
    String quoted = word.replace("\\", "\\\\").replace("'", "\\'");
    ConnectionText text =
        ConnectionText.of("host=a password='" + quoted + "' port=1").orElseThrow();
    assertTrue(text.secret());
    assertFalse(text.shown().contains("z"));
  }
}
