package dev.schemend.parser.mysql;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises the statements that hold a stored program and finds where its body begins, so that the
 * semicolons inside of its blocks do not end the statement.
 *
 * <p>Source: MySQL manual, "CREATE PROCEDURE and CREATE FUNCTION Statements", "CREATE TRIGGER
 * Statement", "CREATE EVENT Statement"; MariaDB manual, "BEGIN END" ({@code BEGIN NOT ATOMIC}).
 */
final class StoredProgram {

  private static final int LONGEST_KEY_WORD = "procedure".length();
  private static final Set<String> ROUTINE_BODY_WORDS =
      Set.of(
          "ALTER",
          "BEGIN",
          "CALL",
          "CASE",
          "CREATE",
          "DELETE",
          "DO",
          "DROP",
          "EXECUTE",
          "FOR",
          "IF",
          "INSERT",
          "LOOP",
          "PREPARE",
          "REPEAT",
          "REPLACE",
          "RETURN",
          "SELECT",
          "SIGNAL",
          "TRUNCATE",
          "UPDATE",
          "VALUES",
          "WHILE",
          "WITH");
  private static final Set<String> KINDS_WITHOUT_PROGRAM =
      Set.of(
          "DATABASE",
          "FULLTEXT",
          "INDEX",
          "ROLE",
          "SCHEMA",
          "SEQUENCE",
          "SERVER",
          "SPATIAL",
          "TABLE",
          "TEMPORARY",
          "UNIQUE",
          "USER",
          "VIEW");

  /** Which part of the statement comes next. */
  private enum Part {
    START,
    AFTER_BEGIN,
    CREATE,
    ALTER,
    ROUTINE_HEADER,
    TRIGGER_HEADER,
    EVENT_HEADER,
    BESIDE_TRIGGER,
    BODY,
    NO_PROGRAM
  }

  /** Offsets of a word. */
  record Place(int start, int end) {}

  private final ProgramBlocks blocks = new ProgramBlocks();
  private Part part = Part.START;
  private Place begin = new Place(0, 0);
  private String previousWord = "";
  private boolean afterNamePrefix;
  private int parenthesisDepth;
  private boolean parametersRead;

  void reset() {
    blocks.reset();
    part = Part.START;
    previousWord = "";
    afterNamePrefix = false;
    parenthesisDepth = 0;
    parametersRead = false;
  }

  /** Whether a semicolon here belongs to the program. */
  boolean insideBlock() {
    return blocks.open().isPresent();
  }

  /** The word that opened the outermost block that is still open. */
  Optional<Place> openBlock() {
    return blocks.open();
  }

  /** A quoted text or a quoted name. */
  void literal() {
    if (part == Part.BESIDE_TRIGGER) {
      beginBody();
    } else {
      settlePart();
      blocks.literal();
    }
    previousWord = "";
    afterNamePrefix = false;
  }

  void punctuation(char c) {
    settlePart();
    if (c == '(') {
      parenthesisDepth++;
    } else if (c == ')' && parenthesisDepth > 0) {
      parenthesisDepth--;
      parametersRead |= parenthesisDepth == 0;
    }
    blocks.punctuation(c);
    previousWord = "";
    afterNamePrefix = c == '.' || c == '@';
  }

  /** Anything but the words that can open a statement with a program says that there is none. */
  private void settlePart() {
    if (part == Part.START || part == Part.AFTER_BEGIN) {
      part = Part.NO_PROGRAM;
    }
  }

  /** A word without quotes; one behind a dot or an at sign is a name, whatever it reads. */
  void word(String text, int start, int end) {
    boolean keyWord = !afterNamePrefix && end - start <= LONGEST_KEY_WORD;
    String word = keyWord ? text.substring(start, end).toUpperCase(Locale.ROOT) : "";
    Place place = new Place(start, end);
    switch (part) {
      case START -> startWord(word, place);
      case AFTER_BEGIN -> afterBegin(word);
      case CREATE -> createWord(word);
      case ALTER -> alterWord(word);
      case ROUTINE_HEADER -> routineHeaderWord(word, place);
      case TRIGGER_HEADER -> {
        if (word.equals("ROW") && previousWord.equals("EACH")) {
          beginBody();
        }
      }
      case EVENT_HEADER -> {
        if (word.equals("DO") && parenthesisDepth == 0) {
          beginBody();
        }
      }
      case BESIDE_TRIGGER -> beginBody();
      case BODY -> bodyWord(word, place);
      case NO_PROGRAM -> {}
    }
    previousWord = word;
    afterNamePrefix = false;
  }

  private void beginBody() {
    part = Part.BODY;
    blocks.expectStatement();
  }

  private void startWord(String word, Place place) {
    switch (word) {
      case "CREATE" -> part = Part.CREATE;
      case "ALTER" -> part = Part.ALTER;
      case "BEGIN" -> {
        part = Part.AFTER_BEGIN;
        begin = place;
      }
      // MariaDB runs these outside of stored programs too; nothing else begins with them.
      case "CASE", "FOR", "IF", "LOOP", "REPEAT", "WHILE" -> {
        beginBody();
        blocks.word(word, place);
      }
      default -> part = Part.NO_PROGRAM;
    }
  }

  /** BEGIN alone starts a transaction; BEGIN NOT ATOMIC is a MariaDB block. */
  private void afterBegin(String word) {
    if (word.equals("ATOMIC") && previousWord.equals("NOT")) {
      beginBody();
      blocks.word("BEGIN", begin);
    } else if (!word.equals("NOT")) {
      part = Part.NO_PROGRAM;
    }
  }

  private void createWord(String word) {
    switch (word) {
      case "FUNCTION", "PROCEDURE" -> part = Part.ROUTINE_HEADER;
      case "TRIGGER" -> part = Part.TRIGGER_HEADER;
      case "EVENT" -> part = Part.EVENT_HEADER;
      default -> {
        if (KINDS_WITHOUT_PROGRAM.contains(word)) {
          part = Part.NO_PROGRAM;
        }
      }
    }
  }

  /** An event is the only program whose body ALTER can change. */
  private void alterWord(String word) {
    if (word.equals("EVENT")) {
      part = Part.EVENT_HEADER;
    } else if (KINDS_WITHOUT_PROGRAM.contains(word)) {
      part = Part.NO_PROGRAM;
    }
  }

  /** The body begins with the first word behind the parameters that no characteristic holds. */
  private void routineHeaderWord(String word, Place place) {
    if (parametersRead && parenthesisDepth == 0 && beginsRoutineBody(word)) {
      beginBody();
      blocks.word(word, place);
    }
  }

  private boolean beginsRoutineBody(String word) {
    return word.equals("SET")
        // RETURNS SET('a', 'b'), RETURNS text CHARACTER SET utf8mb4
        ? !Set.of("RETURNS", "CHARACTER", "CHAR").contains(previousWord)
        : ROUTINE_BODY_WORDS.contains(word);
  }

  private void bodyWord(String word, Place place) {
    boolean besideTrigger = word.equals("FOLLOWS") || word.equals("PRECEDES");
    if (besideTrigger && blocks.atFirstStatement()) {
      part = Part.BESIDE_TRIGGER;
    } else {
      blocks.word(word, place);
    }
  }
}
