package dev.schemend.exec.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemend.history.Checksum;
import dev.schemend.history.Migration;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;

/** By what tools know a migration, and what they write down of it. */
final class RowKeys {

  private static final int LONGEST = 18;

  private static final String STAMP = "uuuuMMddHHmmss";

  private RowKeys() {}

  private static String fileName(Migration migration) {
    return migration.path().substring(migration.path().lastIndexOf('/') + 1);
  }

  /** The digits that the file's name begins with. */
  static Optional<Object> digits(Migration migration) {
    String digits = leading(migration);
    return digits.isEmpty() ? Optional.empty() : Optional.of(digits);
  }

  /** The same as a number. */
  static Optional<Object> number(Migration migration) {
    String digits = leading(migration);
    return digits.isEmpty() || digits.length() > LONGEST
        ? Optional.empty()
        : Optional.of(Long.valueOf(digits));
  }

  private static String leading(Migration migration) {
    String file = fileName(migration);
    int end = 0;
    while (end < file.length() && file.charAt(end) >= '0' && file.charAt(end) <= '9') {
      end++;
    }
    return file.substring(0, end);
  }

  /** The part of the directory's name before the first underscore, without dashes. */
  static Optional<Object> dieselVersion(Migration migration) {
    String name = migration.name();
    int end = name.indexOf('_');
    return Optional.of((end < 0 ? name : name.substring(0, end)).replace("-", ""));
  }

  /** The milliseconds of the time at which it was made. */
  static Optional<Object> made(Migration migration) {
    return migration.made().map(time -> (Object) time.toEpochMilli());
  }

  /** The milliseconds of the time that the name begins with, in UTC; empty where it does not. */
  static Optional<Long> stamp(Migration migration) {
    String name = migration.name();
    if (name.length() < STAMP.length()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.parse(name.substring(0, STAMP.length()), DateTimeFormatter.ofPattern(STAMP))
              .toInstant(ZoneOffset.UTC)
              .toEpochMilli());
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }

  /** What stands between the first underscore of the name and its ending, with spaces. */
  static String sqlxDescription(Migration migration) {
    String file = fileName(migration);
    String description = file.substring(file.indexOf('_') + 1);
    String ending = description.endsWith(".up.sql") ? ".up.sql" : ".sql";
    while (description.endsWith(ending)) {
      description = description.substring(0, description.length() - ending.length());
    }
    return description.replace('_', ' ');
  }

  static byte[] sha384(Migration migration) {
    try {
      return MessageDigest.getInstance("SHA-384").digest(migration.file().text().getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK has SHA-384", e);
    }
  }

  static String sha384Hex(Migration migration) {
    return HexFormat.of().formatHex(sha384(migration));
  }

  /** SHA-256 of the text with LF as its line ends. */
  static String sha256OfLines(Migration migration) {
    return Checksum.of(migration.file().text().replace("\r\n", "\n"));
  }
}
