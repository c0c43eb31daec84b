package dev.schemend.exec.introspect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts are those of real servers: MySQL 5.7 and 8.0.33, MariaDB 11.4. */
class ColumnExtraTest {

  @ParameterizedTest
  @MethodSource("texts")
  void readsEveryProductsWords(String extra, ColumnExtra expected) {
    assertEquals(expected, ColumnExtra.of(extra));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("", extra(false, false, Optional.empty(), Optional.empty(), false)),
        Arguments.of(
            "auto_increment", extra(true, false, Optional.empty(), Optional.empty(), false)),
        Arguments.of(
            "DEFAULT_GENERATED on update CURRENT_TIMESTAMP(3)",
            extra(false, true, Optional.empty(), Optional.of("current_timestamp(3)"), false)),
        Arguments.of(
            "on update current_timestamp(), INVISIBLE",
            extra(false, false, Optional.empty(), Optional.of("current_timestamp()"), true)),
        Arguments.of(
            "VIRTUAL GENERATED", extra(false, false, Optional.of(false), Optional.empty(), false)),
        Arguments.of(
            "STORED GENERATED INVISIBLE",
            extra(false, false, Optional.of(true), Optional.empty(), true)));
  }

  private static ColumnExtra extra(
      boolean autoIncrement,
      boolean expressionDefault,
      Optional<Boolean> stored,
      Optional<String> onUpdate,
      boolean invisible) {
    return new ColumnExtra(autoIncrement, expressionDefault, stored, onUpdate, invisible, false);
  }
}
