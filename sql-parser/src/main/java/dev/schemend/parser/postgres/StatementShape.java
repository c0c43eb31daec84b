package dev.schemend.parser.postgres;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * What psql keeps in mind about the statement it is reading, to tell the semicolons inside of it
 * from the one that ends it.
 */
final class StatementShape {

  private static final int LONGEST_KEY_WORD = "procedure".length();

  /** How far the leading words are those of a routine's definition. */
  private enum Head {
    START,
    CREATE,
    CREATE_OR,
    CREATE_OR_REPLACE,
    ROUTINE,
    COPY,
    OTHER
  }

  private Head head = Head.START;
  private int parenthesisDepth;
  private int parenthesisStart = -1;
  private int blockDepth;
  private int blockStart = -1;
  private boolean readsStandardInput;
  private String previousWord = "";
  private int previousStart;
  private char previousPunctuation;

  void reset() {
    head = Head.START;
    parenthesisDepth = 0;
    parenthesisStart = -1;
    blockDepth = 0;
    blockStart = -1;
    readsStandardInput = false;
    previousWord = "";
    previousPunctuation = 0;
  }

  /** Whether a semicolon here belongs to the statement. */
  boolean holdsSemicolons() {
    return parenthesisDepth > 0 || blockDepth > 0;
  }

  /** Whether the statement is {@code COPY ... FROM STDIN}. */
  boolean readsStandardInput() {
    return readsStandardInput;
  }

  /** Where the outermost open parenthesis stands. */
  OptionalInt openParenthesis() {
    return parenthesisDepth > 0 ? OptionalInt.of(parenthesisStart) : OptionalInt.empty();
  }

  /** Where the BEGIN of an open routine body stands. */
  OptionalInt openBlock() {
    return blockDepth > 0 ? OptionalInt.of(blockStart) : OptionalInt.empty();
  }

  void punctuation(char c, int at) {
    if (c == '(') {
      if (parenthesisDepth == 0) {
        parenthesisStart = at;
      }
      parenthesisDepth++;
    } else if (c == ')' && parenthesisDepth > 0) {
      parenthesisDepth--;
    }
    literal();
    previousPunctuation = c;
  }

  /** A token that is no key word. */
  void literal() {
    if (head != Head.ROUTINE && head != Head.COPY) {
      head = Head.OTHER;
    }
    previousWord = "";
    previousPunctuation = 0;
  }

  void word(String text, int start, int end) {
    String word =
        end - start <= LONGEST_KEY_WORD ? text.substring(start, end).toLowerCase(Locale.ROOT) : "";
    if (head == Head.ROUTINE && parenthesisDepth == 0 && canBeKeyWord()) {
      routineWord(word);
    } else if (head == Head.COPY && parenthesisDepth == 0) {
      readsStandardInput |= word.equals("stdin") && previousWord.equals("from");
    }
    head = nextHead(word);
    previousWord = word;
    previousStart = start;
    previousPunctuation = 0;
  }

  /** Behind a dot and behind AS even a reserved word is a name. */
  private boolean canBeKeyWord() {
    return previousPunctuation != '.' && !previousWord.equals("as");
  }

  /** Bodies hold no blocks but their own, and CASE is the only other word that END closes. */
  private void routineWord(String word) {
    switch (word) {
      case "atomic" -> {
        if (blockDepth == 0 && previousWord.equals("begin")) {
          blockDepth = 1;
          blockStart = previousStart;
        }
      }
      case "case" -> {
        if (blockDepth > 0) {
          blockDepth++;
        }
      }
      case "end" -> {
        if (blockDepth > 0) {
          blockDepth--;
        }
      }
      default -> {
        // No other word opens or closes anything.
      }
    }
  }

  private Head nextHead(String word) {
    return switch (head) {
      case START ->
          word.equals("create") ? Head.CREATE : word.equals("copy") ? Head.COPY : Head.OTHER;
      case CREATE ->
          isRoutine(word) ? Head.ROUTINE : word.equals("or") ? Head.CREATE_OR : Head.OTHER;
      case CREATE_OR -> word.equals("replace") ? Head.CREATE_OR_REPLACE : Head.OTHER;
      case CREATE_OR_REPLACE -> isRoutine(word) ? Head.ROUTINE : Head.OTHER;
      case ROUTINE -> Head.ROUTINE;
      case COPY -> Head.COPY;
      case OTHER -> Head.OTHER;
    };
  }

  private static boolean isRoutine(String word) {
    return word.equals("function") || word.equals("procedure");
  }
}
