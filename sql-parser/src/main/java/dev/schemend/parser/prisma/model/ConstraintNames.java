package dev.schemend.parser.prisma.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The names that Prisma gives to keys and indexes that have none (Prisma documentation, "Named
 * constraints"): table, columns and a suffix, the base cut so that the whole fits.
 */
public final class ConstraintNames {

  private final int longest;

  /**
   * Names for one kind of database.
   *
   * @param longest how many bytes a name may have there
   */
  public ConstraintNames(int longest) {
    this.longest = longest;
  }

  /** Of a primary key. */
  public String primaryKey(String table) {
    return withSuffix(table, "_pkey");
  }

  /** Of a unique index. */
  public String unique(String table, List<String> columns) {
    return withSuffix(table + "_" + String.join("_", columns), "_key");
  }

  /** Of an index. */
  public String index(String table, List<String> columns) {
    return withSuffix(table + "_" + String.join("_", columns), "_idx");
  }

  /** Of a foreign key. */
  public String foreignKey(String table, List<String> columns) {
    return withSuffix(table + "_" + String.join("_", columns), "_fkey");
  }

  /** The base, cut where it is too long, and the suffix. */
  public String withSuffix(String base, String suffix) {
    return cut(base, longest - suffix.getBytes(StandardCharsets.UTF_8).length) + suffix;
  }

  /** The text, cut to so many bytes between two characters. */
  public static String cut(String text, int bytes) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
      return text;
    }
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      used += text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (used > bytes) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }

  /** Whether the database can hold the name. */
  public boolean fits(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= longest;
  }
}
