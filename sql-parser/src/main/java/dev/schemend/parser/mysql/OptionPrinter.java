package dev.schemend.parser.mysql;

import dev.schemend.dialect.mysql.MySqlCharacterSets;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Table options: {@code DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci}. */
final class OptionPrinter {

  // Every other name belongs to an engine and is quoted (MariaDB Knowledge Base,
  // "Engine-defined Table Attributes").
  private static final Set<String> WORDS =
      Set.of(
          "AUTOEXTEND_SIZE",
          "AVG_ROW_LENGTH",
          "CHECKSUM",
          "COMPRESSION",
          "CONNECTION",
          "DATA DIRECTORY",
          "DELAY_KEY_WRITE",
          "ENCRYPTED",
          "ENCRYPTION",
          "ENCRYPTION_KEY_ID",
          "ENGINE_ATTRIBUTE",
          "IETF_QUOTES",
          "INDEX DIRECTORY",
          "INSERT_METHOD",
          "KEY_BLOCK_SIZE",
          "MAX_ROWS",
          "MIN_ROWS",
          "PACK_KEYS",
          "PAGE_CHECKSUM",
          "PAGE_COMPRESSED",
          "PAGE_COMPRESSION_LEVEL",
          "PASSWORD",
          "ROW_FORMAT",
          "SECONDARY_ENGINE",
          "SECONDARY_ENGINE_ATTRIBUTE",
          "SEQUENCE",
          "STATS_AUTO_RECALC",
          "STATS_PERSISTENT",
          "STATS_SAMPLE_PAGES",
          "TABLESPACE",
          "TABLE_CHECKSUM",
          "TRANSACTIONAL",
          "UNION");

  private final MySqlCharacterSets sets;

  OptionPrinter(MySqlCharacterSets sets) {
    this.sets = sets;
  }

  /** The options, one space between them; empty where there are none. */
  String print(TableOptions options) {
    List<String> parts = new ArrayList<>();
    options
        .mysql()
        .characterSet()
        .ifPresent(set -> parts.add("DEFAULT CHARACTER SET " + sets.written(set)));
    options.mysql().collation().ifPresent(name -> parts.add("COLLATE " + sets.written(name)));
    options.mysql().engine().ifPresent(engine -> parts.add("ENGINE = " + engine));
    options.comment().ifPresent(comment -> parts.add("COMMENT = " + Literals.quoted(comment)));
    options
        .mysql()
        .other()
        .forEach(
            (name, value) ->
                parts.add((WORDS.contains(name) ? name : SqlNames.quoted(name)) + " = " + value));
    if (options.mysql().versioning().systemVersioned()) {
      parts.add("WITH SYSTEM VERSIONING");
    }
    options
        .mysql()
        .partitioning()
        .ifPresent(partitioning -> parts.add(PartitionPrinter.print(partitioning)));
    return String.join(" ", parts);
  }

  /** A period as an element of a table. */
  static String period(Identifier name, List<Identifier> columns) {
    // The one period of a fixed name is a key word.
    String written = name.key().equals("system_time") ? "SYSTEM_TIME" : SqlNames.quoted(name);
    return "PERIOD FOR " + written + " " + KeyPrinter.columns(columns);
  }
}
