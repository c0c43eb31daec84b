package dev.schemend.script;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * On what a statement of a script leaves its mark. Decides what can be told from outside of a run
 * that broke off: a mark on the schema can be seen, one on rows cannot, one on the session is gone.
 */
public enum StatementEffect {
  /** Objects of the schema. */
  SCHEMA,
  /** Rows, or whatever a called routine does. */
  DATA,
  /** The session: it has to be made again before a later statement of the script can run. */
  SESSION,
  /** Begins a transaction. */
  BEGIN,
  /** Ends a transaction for good. */
  COMMIT,
  /** Undoes a transaction. */
  ROLLBACK,
  /** What it does cannot be known offline. */
  UNKNOWN,
  /** Nothing that lasts. */
  NONE;

  private static final Set<String> DATA_WORDS =
      Set.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "REPLACE",
          "MERGE",
          "TRUNCATE",
          "COPY",
          "LOAD",
          "WITH",
          "SELECT",
          "DO",
          "REFRESH",
          "HANDLER",
          "XA",
          "(");
  private static final Set<String> SESSION_WORDS =
      Set.of("SET", "RESET", "PREPARE", "DECLARE", "USE", "LOCK", "LISTEN");

  /** The effect of a statement, by its class and its leading words. */
  public static StatementEffect of(ParsedStatement statement) {
    return switch (statement) {
      case ParsedStatement.Ddl ddl -> SCHEMA;
      case ParsedStatement.SetSearchPath set -> SESSION;
      case ParsedStatement.SetVariables set -> SESSION;
      case ParsedStatement.Code code -> UNKNOWN;
      case ParsedStatement.Unknowable unknowable -> UNKNOWN;
      case ParsedStatement.Broken broken -> UNKNOWN;
      case ParsedStatement.Inert inert -> ofWords(inert.kind());
    };
  }

  private static StatementEffect ofWords(String kind) {
    List<String> words = List.of(kind.toUpperCase(Locale.ROOT).split(" ", -1));
    return switch (words.getFirst()) {
      case "BEGIN", "START" -> BEGIN;
      case "COMMIT", "END" -> COMMIT;
      case "ROLLBACK", "ABORT" -> ROLLBACK;
      case "CREATE" -> words.size() > 1 && words.get(1).startsWith("TEMP") ? SESSION : NONE;
      default ->
          DATA_WORDS.contains(words.getFirst())
              ? DATA
              : SESSION_WORDS.contains(words.getFirst()) ? SESSION : NONE;
    };
  }

  /** Whether the schema shows, before and after, that the statement ran. */
  public boolean isVisible() {
    return this == SCHEMA;
  }
}
