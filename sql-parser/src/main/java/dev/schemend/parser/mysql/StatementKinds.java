package dev.schemend.parser.mysql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement's first words say about it: a table of the statements of the MySQL manual,
 * chapter 15, and of the MariaDB Knowledge Base, "SQL Statements".
 */
final class StatementKinds {

  /** What is to be done with a statement. */
  enum Treatment {
    /** Read by the grammar. */
    GRAMMAR,
    /** {@code USE}. */
    USE,
    /** Run, not applied: calls, prepared texts, compound statements. */
    CODE,
    /** {@code SET}: decides perhaps how later statements are read. */
    SET,
    /** Leaves the schema alone. */
    INERT,
    /** Makes an object that is carried. */
    OPAQUE,
    /** What it does to the schema is decided elsewhere than in its text. */
    UNKNOWABLE
  }

  /**
   * A row of the table.
   *
   * @param words the key words that must lead, in order
   */
  private record Row(List<String> words, Treatment treatment) {}

  // Words between CREATE and the kind of object that change nothing about the kind.
  private static final Set<String> MODIFIERS =
      Set.of(
          "OR",
          "REPLACE",
          "AGGREGATE",
          "UNIQUE",
          "FULLTEXT",
          "SPATIAL",
          "ONLINE",
          "OFFLINE",
          "IGNORE",
          "UNDO");

  private static final List<Row> ROWS =
      List.of(
          row(Treatment.GRAMMAR, "CREATE", "DATABASE"),
          row(Treatment.GRAMMAR, "CREATE", "SCHEMA"),
          row(Treatment.GRAMMAR, "CREATE", "TEMPORARY", "TABLE"),
          row(Treatment.UNKNOWABLE, "CREATE", "TEMPORARY"),
          row(Treatment.GRAMMAR, "CREATE", "TABLE"),
          row(Treatment.GRAMMAR, "CREATE", "INDEX"),
          row(Treatment.INERT, "CREATE", "USER"),
          row(Treatment.INERT, "CREATE", "ROLE"),
          row(Treatment.INERT, "CREATE", "TABLESPACE"),
          row(Treatment.INERT, "CREATE", "LOGFILE"),
          row(Treatment.INERT, "CREATE", "RESOURCE"),
          row(Treatment.INERT, "CREATE", "REFERENCE"),
          row(Treatment.OPAQUE, "CREATE", "VIEW"),
          row(Treatment.OPAQUE, "CREATE", "ALGORITHM"),
          row(Treatment.OPAQUE, "CREATE", "DEFINER"),
          row(Treatment.OPAQUE, "CREATE", "SQL"),
          row(Treatment.OPAQUE, "CREATE", "PROCEDURE"),
          row(Treatment.OPAQUE, "CREATE", "FUNCTION"),
          row(Treatment.OPAQUE, "CREATE", "TRIGGER"),
          row(Treatment.OPAQUE, "CREATE", "EVENT"),
          row(Treatment.GRAMMAR, "CREATE", "SEQUENCE"),
          row(Treatment.OPAQUE, "CREATE", "SERVER"),
          row(Treatment.OPAQUE, "CREATE", "PACKAGE"),
          // Nothing that a server makes: the grammar says what could stand there.
          row(Treatment.GRAMMAR, "CREATE"),
          row(Treatment.GRAMMAR, "ALTER", "TABLE"),
          row(Treatment.OPAQUE, "ALTER", "VIEW"),
          row(Treatment.OPAQUE, "ALTER", "ALGORITHM"),
          row(Treatment.OPAQUE, "ALTER", "DEFINER"),
          row(Treatment.OPAQUE, "ALTER", "SQL"),
          row(Treatment.OPAQUE, "ALTER", "EVENT"),
          row(Treatment.GRAMMAR, "ALTER", "DATABASE"),
          row(Treatment.GRAMMAR, "ALTER", "SCHEMA"),
          row(Treatment.OPAQUE, "ALTER", "PROCEDURE"),
          row(Treatment.OPAQUE, "ALTER", "FUNCTION"),
          row(Treatment.GRAMMAR, "ALTER", "SEQUENCE"),
          row(Treatment.UNKNOWABLE, "ALTER", "SERVER"),
          row(Treatment.INERT, "ALTER", "USER"),
          row(Treatment.INERT, "ALTER", "INSTANCE"),
          row(Treatment.INERT, "ALTER", "TABLESPACE"),
          row(Treatment.INERT, "ALTER", "LOGFILE"),
          row(Treatment.INERT, "ALTER", "RESOURCE"),
          row(Treatment.GRAMMAR, "ALTER"),
          row(Treatment.INERT, "DROP", "USER"),
          row(Treatment.INERT, "DROP", "ROLE"),
          row(Treatment.INERT, "DROP", "TABLESPACE"),
          row(Treatment.INERT, "DROP", "LOGFILE"),
          row(Treatment.INERT, "DROP", "RESOURCE"),
          row(Treatment.INERT, "DROP", "REFERENCE"),
          row(Treatment.INERT, "DROP", "PREPARE"),
          row(Treatment.GRAMMAR, "DROP"),
          row(Treatment.INERT, "RENAME", "USER"),
          row(Treatment.GRAMMAR, "RENAME"),
          row(Treatment.USE, "USE"),
          row(Treatment.CODE, "CALL"),
          row(Treatment.CODE, "PREPARE"),
          row(Treatment.CODE, "EXECUTE"),
          row(Treatment.UNKNOWABLE, "IMPORT"),
          // MariaDB's anonymous blocks.
          row(Treatment.CODE, "BEGIN", "NOT"),
          row(Treatment.CODE, "IF"),
          row(Treatment.CODE, "CASE"),
          row(Treatment.CODE, "FOR"),
          row(Treatment.CODE, "LOOP"),
          row(Treatment.CODE, "REPEAT"),
          row(Treatment.CODE, "WHILE"),
          // SET STATEMENT … FOR and EXPLAIN run or describe another statement.
          row(Treatment.UNKNOWABLE, "SET", "STATEMENT"),
          row(Treatment.SET, "SET"));

  private static final Set<String> INERT =
      Set.of(
          "(",
          "ANALYZE",
          "BACKUP",
          "BEGIN",
          "BINLOG",
          "CACHE",
          "CHANGE",
          "CHECK",
          "CHECKSUM",
          "CLONE",
          "COMMIT",
          "DEALLOCATE",
          "DELETE",
          "DESC",
          "DESCRIBE",
          "DO",
          "EXPLAIN",
          "FLUSH",
          "GET",
          "GRANT",
          "HANDLER",
          "HELP",
          "INSERT",
          "INSTALL",
          "KILL",
          "LOAD",
          "LOCK",
          "OPTIMIZE",
          "PURGE",
          "RELEASE",
          "REPAIR",
          "REPLACE",
          "RESET",
          "RESIGNAL",
          "RESTART",
          "REVOKE",
          "ROLLBACK",
          "SAVEPOINT",
          "SELECT",
          "SHOW",
          "SHUTDOWN",
          "SIGNAL",
          "START",
          "STOP",
          "TABLE",
          "TRUNCATE",
          "UNINSTALL",
          "UNLOCK",
          "UPDATE",
          "VALUES",
          "WITH",
          "XA");

  private StatementKinds() {}

  private static Row row(Treatment treatment, String... words) {
    return new Row(List.of(words), treatment);
  }

  /**
   * The treatment of a statement with these first words; empty where there is no such statement.
   */
  static Optional<Treatment> of(List<String> words) {
    List<String> significant = significant(words);
    for (Row row : ROWS) {
      int length = row.words().size();
      if (significant.size() >= length && significant.subList(0, length).equals(row.words())) {
        return Optional.of(row.treatment());
      }
    }
    return !words.isEmpty() && INERT.contains(words.getFirst())
        ? Optional.of(Treatment.INERT)
        : Optional.empty();
  }

  /** The key words by which a statement of that kind is counted. */
  static String describe(List<String> words) {
    List<String> significant = significant(words);
    boolean pair =
        significant.size() > 1
            && ROWS.stream().anyMatch(row -> row.words().equals(significant.subList(0, 2)));
    return pair ? significant.get(0) + " " + significant.get(1) : words.getFirst();
  }

  private static List<String> significant(List<String> words) {
    return words.isEmpty() || !Set.of("CREATE", "ALTER", "DROP").contains(words.getFirst())
        ? words
        : words.stream().filter(word -> !MODIFIERS.contains(word)).toList();
  }
}
