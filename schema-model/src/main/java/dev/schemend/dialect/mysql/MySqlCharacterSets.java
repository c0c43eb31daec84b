package dev.schemend.dialect.mysql;

import dev.schemend.dialect.Flavor;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.ServerVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Character sets and their default collations, as {@code SHOW CHARACTER SET} gives them on MySQL
 * 8.0.33 and MariaDB 11.4.5 (MySQL manual, 10.10; MariaDB Knowledge Base, "Supported Character Sets
 * and Collations").
 */
public final class MySqlCharacterSets {

  /**
   * In a statement, the binary collation of whatever set the column has: the attribute {@code
   * BINARY} where no set is written.
   */
  public static final String BINARY_OF_THE_SET = "_bin";

  private static final String UTF8MB4 = "utf8mb4";
  private static final String UTF8MB3 = "utf8mb3";
  private static final String BINARY = "binary";

  // Those whose default collation is not <set>_general_ci; utf8mb4 and the Unicode sets of new
  // MariaDB versions are decided below.
  private static final Map<String, String> DEFAULT_COLLATIONS =
      Map.ofEntries(
          Map.entry("big5", "big5_chinese_ci"),
          Map.entry(BINARY, BINARY),
          Map.entry("cp932", "cp932_japanese_ci"),
          Map.entry("dec8", "dec8_swedish_ci"),
          Map.entry("eucjpms", "eucjpms_japanese_ci"),
          Map.entry("euckr", "euckr_korean_ci"),
          Map.entry("gb18030", "gb18030_chinese_ci"),
          Map.entry("gb2312", "gb2312_chinese_ci"),
          Map.entry("gbk", "gbk_chinese_ci"),
          Map.entry("hp8", "hp8_english_ci"),
          Map.entry("latin1", "latin1_swedish_ci"),
          Map.entry("latin5", "latin5_turkish_ci"),
          Map.entry("sjis", "sjis_japanese_ci"),
          Map.entry("swe7", "swe7_swedish_ci"),
          Map.entry("tis620", "tis620_thai_ci"),
          Map.entry("ujis", "ujis_japanese_ci"));

  // The most bytes a character takes, where it is more than one.
  private static final Map<String, Integer> BYTES_PER_CHARACTER =
      Map.ofEntries(
          Map.entry("big5", 2),
          Map.entry("cp932", 2),
          Map.entry("eucjpms", 3),
          Map.entry("euckr", 2),
          Map.entry("gb18030", 4),
          Map.entry("gb2312", 2),
          Map.entry("gbk", 2),
          Map.entry("sjis", 2),
          Map.entry("ucs2", 2),
          Map.entry("ujis", 3),
          Map.entry("utf16", 4),
          Map.entry("utf16le", 4),
          Map.entry("utf32", 4),
          Map.entry(UTF8MB3, 3),
          Map.entry(UTF8MB4, 4));

  // MariaDB 11.5, character_set_collations: these sets default to UCA 14.0.0.
  private static final ServerVersion MARIADB_UCA1400 = ServerVersion.of(11, 5, 0);
  private static final ServerVersion MYSQL_UCA0900 = ServerVersion.of(8, 0, 1);
  // MySQL 8.0.28 and MariaDB 10.6 write utf8mb3 where older ones write, and know, utf8 alone.
  private static final ServerVersion MYSQL_UTF8MB3_NAMES = ServerVersion.of(8, 0, 28);
  private static final ServerVersion MARIADB_UTF8MB3_NAMES = ServerVersion.of(10, 6, 0);

  private final Flavor flavor;
  private final ServerVersion version;

  /** The sets of one server. */
  public MySqlCharacterSets(ServerProfile profile) {
    this.flavor = profile.flavor();
    this.version = profile.version();
  }

  /** The name under which a set is known here: lower case, {@code utf8mb3} for {@code utf8}. */
  public String canonicalSet(String written) {
    String name = written.toLowerCase(Locale.ROOT);
    return name.equals("utf8") ? UTF8MB3 : name;
  }

  /** The name under which a collation is known here: {@code utf8mb3_…} for {@code utf8_…}. */
  public String canonicalCollation(String written) {
    String name = written.toLowerCase(Locale.ROOT);
    return name.startsWith("utf8_") ? UTF8MB3 + name.substring("utf8".length()) : name;
  }

  /** A canonical name of a set or a collation as this server reads it. */
  public String written(String canonical) {
    boolean knowsUtf8mb3 =
        version.since(flavor == Flavor.MARIADB ? MARIADB_UTF8MB3_NAMES : MYSQL_UTF8MB3_NAMES);
    return !knowsUtf8mb3 && (canonical.equals(UTF8MB3) || canonical.startsWith(UTF8MB3 + "_"))
        ? "utf8" + canonical.substring(UTF8MB3.length())
        : canonical;
  }

  /** The collation that {@code CHARACTER SET set} alone means; the set canonical. */
  public String defaultCollation(String set) {
    if (flavor == Flavor.MARIADB && version.since(MARIADB_UCA1400) && isUnicode(set)) {
      return set + "_uca1400_ai_ci";
    }
    if (flavor == Flavor.MYSQL && version.since(MYSQL_UCA0900) && set.equals(UTF8MB4)) {
      return "utf8mb4_0900_ai_ci";
    }
    return DEFAULT_COLLATIONS.getOrDefault(set, set + "_general_ci");
  }

  private static boolean isUnicode(String set) {
    return switch (set) {
      case "ucs2", "utf16", "utf32", UTF8MB3, UTF8MB4 -> true;
      default -> false;
    };
  }

  /** The collation that compares bytes: what the attribute {@code BINARY} means for a set. */
  public String binaryCollation(String set) {
    return set.equals(BINARY) ? BINARY : set + "_bin";
  }

  /**
   * The set that a canonical collation belongs to: the part before its first underscore. Empty for
   * MariaDB's {@code uca1400_…}, which serve every Unicode set.
   */
  public Optional<String> setOf(String collation) {
    if (collation.equals(BINARY)) {
      return Optional.of(BINARY);
    }
    int underscore = collation.indexOf('_');
    String set = underscore < 0 ? "" : collation.substring(0, underscore);
    return set.isEmpty() || set.equals("uca1400") ? Optional.empty() : Optional.of(set);
  }

  /** The most bytes that one character of a set takes. */
  public int bytesPerCharacter(String set) {
    return BYTES_PER_CHARACTER.getOrDefault(set, 1);
  }
}
