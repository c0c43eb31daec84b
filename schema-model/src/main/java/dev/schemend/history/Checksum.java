package dev.schemend.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksum that Prisma Migrate keeps of a script.
 *
 * <p>Source: prisma-engines, {@code schema-connector/src/checksum.rs}.
 */
public final class Checksum {

  private static final int LENGTH = 64;

  private Checksum() {}

  /**
   * SHA-256 of the text in UTF-8, in 64 lower-case hexadecimal digits. A byte order mark and every
   * line end count.
   */
  public static String of(String text) {
    return HexFormat.of().formatHex(digest(text));
  }

  /**
   * Whether {@code stored} stands for {@code text}, as Prisma decides it: a checkout may have
   * changed the line ends, so the text counts with all of them as LF and as CRLF too. Early
   * versions of Prisma wrote each byte without its leading zero.
   */
  public static boolean matches(String stored, String text) {
    boolean legacy = !stored.isEmpty() && stored.length() != LENGTH;
    return matchesExactly(stored, text, legacy)
        || matchesExactly(stored, text.replace("\r\n", "\n"), legacy)
        // A CRLF becomes CR CR LF here. Prisma does the same, and the table holds what it wrote.
        || matchesExactly(stored, text.replace("\n", "\r\n"), legacy);
  }

  private static boolean matchesExactly(String stored, String text, boolean legacy) {
    return stored.equals(legacy ? withoutLeadingZeros(text) : of(text));
  }

  private static String withoutLeadingZeros(String text) {
    StringBuilder hex = new StringBuilder(LENGTH);
    for (byte part : digest(text)) {
      hex.append(Integer.toHexString(part & 0xff));
    }
    return hex.toString();
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
