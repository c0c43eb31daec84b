package dev.schemend.exec.ledger;

import dev.schemend.history.Migration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** What Flyway keeps of a file: its version, its description and its checksum. */
final class FlywayNames {

  private static final Pattern VERSIONED =
      Pattern.compile("[^0-9]*([0-9][0-9._]*?)__(.*?)(\\.[^.]+)?");
  private static final Pattern REPEATABLE = Pattern.compile("[^0-9_]+__(.*?)(\\.[^.]+)?");

  private FlywayNames() {}

  private static String file(Migration migration) {
    return migration.path().substring(migration.path().lastIndexOf('/') + 1);
  }

  /** The version as the table has it: {@code 1.2}; empty for a repeatable migration. */
  static Optional<String> version(Migration migration) {
    Matcher matcher = VERSIONED.matcher(file(migration));
    return matcher.matches() ? Optional.of(matcher.group(1).replace('_', '.')) : Optional.empty();
  }

  /** The description as the table has it. */
  static String description(Migration migration) {
    Matcher versioned = VERSIONED.matcher(file(migration));
    if (versioned.matches()) {
      return versioned.group(2).replace('_', ' ');
    }
    Matcher repeatable = REPEATABLE.matcher(file(migration));
    return repeatable.matches() ? repeatable.group(1).replace('_', ' ') : file(migration);
  }

  /** A version by which two of them can be compared: 01.2.0 is 1.2. */
  static String canonical(String version) {
    StringBuilder canonical = new StringBuilder();
    for (String part : version.split("[._]", -1)) {
      String number = part.replaceFirst("^0+(?=.)", "");
      canonical.append(canonical.isEmpty() ? "" : ".").append(number);
    }
    return canonical.toString().replaceFirst("(\\.0)+$", "");
  }

  /** Whether the first of two versions comes before the second, or is the second. */
  static boolean upTo(String version, String bound) {
    String[] left = canonical(version).split("\\.", -1);
    String[] right = canonical(bound).split("\\.", -1);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      String one = i < left.length ? left[i] : "0";
      String other = i < right.length ? right[i] : "0";
      int order =
          one.length() == other.length()
              ? one.compareTo(other)
              : Integer.compare(one.length(), other.length());
      if (order != 0) {
        return order < 0;
      }
    }
    return true;
  }

  /**
   * CRC32 over the lines in UTF-8, without their ends and without a byte order mark. A versioned
   * migration counts as its file has it, a repeatable one with its placeholders replaced ({@code
   * ChecksumCalculator}, {@code SqlMigrationResolver}).
   */
  static int checksum(Migration migration) {
    String text =
        version(migration).isPresent() ? migration.file().text() : migration.script().text();
    CRC32 crc = new CRC32();
    try (BufferedReader lines = new BufferedReader(new StringReader(text))) {
      boolean first = true;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String counted = first && line.startsWith("\ufeff") ? line.substring(1) : line;
        crc.update(counted.getBytes(StandardCharsets.UTF_8));
        first = false;
      }
    } catch (IOException ofMemory) {
      throw new UncheckedIOException(ofMemory);
    }
    return (int) crc.getValue();
  }
}
