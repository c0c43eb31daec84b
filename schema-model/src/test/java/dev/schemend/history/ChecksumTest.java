package dev.schemend.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;

class ChecksumTest {

  /** The digest that FIPS 180 gives for its first example. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Example
  void isThePlainDigest() {
    assertEquals(OF_ABC, Checksum.of("abc"));
    assertTrue(Checksum.matches(OF_ABC, "abc"));
    assertFalse(Checksum.matches(OF_ABC, "abc\n"));
    assertFalse(Checksum.matches(OF_ABC, "\uFEFFabc"));
    assertFalse(Checksum.matches("", "abc"));
  }

  @Example
  void earlyVersionsLeftZerosOut() {
    assertTrue(
        Checksum.matches("ba7816bf8f1cfea414140de5dae2223b0361a396177a9cb410ff61f2015ad", "abc"));
    assertFalse(
        Checksum.matches("ba7816bf8f1cfea414140de5dae2223b0361a396177a9cb410ff61f2015a", "abc"));
  }

  @Property
  void lineEndsOfACheckoutDoNotCount(
      @ForAll @CharRange(from = 'a', to = 'c') @Chars('\n') String text) {
    String windows = text.replace("\n", "\r\n");
    assertTrue(Checksum.matches(Checksum.of(text), windows));
    assertTrue(Checksum.matches(Checksum.of(windows), text));
    assertFalse(Checksum.matches(Checksum.of(text), text + "x"));
  }

  @Example
  void aLoneCarriageReturnCounts() {
    assertFalse(Checksum.matches(Checksum.of("a\nb"), "a\rb"));
    assertTrue(Checksum.matches(Checksum.of("a\r\r\nb"), "a\r\nb"));
  }
}
