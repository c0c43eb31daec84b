package dev.schemend.parser.mysql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * The blocks that are open in the body of a stored program.
 *
 * <p>BEGIN and END are not reserved words, and IF and REPEAT are functions too; so a word opens or
 * closes a block only where the syntax has a place for it: where a statement can begin. Source:
 * MySQL manual, "Compound Statement Syntax" and "Keywords and Reserved Words"; MariaDB manual,
 * "FOR".
 */
final class ProgramBlocks {

  /** Behind these an operand must follow, so END is the name of a column there. */
  private static final Set<String> BEFORE_OPERAND =
      Set.of(
          "AND", "BETWEEN", "CASE", "DIV", "ELSE", "IN", "LIKE", "MOD", "NOT", "OR", "THEN", "WHEN",
          "XOR");

  /** What can be open, with the word that stands behind its END. */
  private enum Block {
    BEGIN(""),
    CASE_STATEMENT("CASE"),
    CASE_EXPRESSION(""),
    FOR("FOR"),
    IF("IF"),
    LOOP("LOOP"),
    REPEAT("REPEAT"),
    WHILE("WHILE");

    private final String endWord;

    Block(String endWord) {
      this.endWord = endWord;
    }
  }

  /** How far a handler is declared: its statement stands behind its conditions. */
  private enum Handler {
    NONE,
    DECLARE,
    CONDITION_NEXT,
    CONDITION_READ
  }

  private final Deque<Block> blocks = new ArrayDeque<>();
  private StoredProgram.Place outermost = new StoredProgram.Place(0, 0);
  private Handler handler = Handler.NONE;
  private boolean atStatement;
  private boolean labelRead;
  private boolean operandNext;
  private boolean endOfRepeat;
  private String endWord = "";
  private String previousWord = "";

  void reset() {
    blocks.clear();
    handler = Handler.NONE;
    atStatement = false;
    forgetLastToken();
  }

  /** The word that opened the outermost block that is still open. */
  Optional<StoredProgram.Place> open() {
    return blocks.isEmpty() ? Optional.empty() : Optional.of(outermost);
  }

  /** The next word begins a statement. */
  void expectStatement() {
    atStatement = true;
    handler = Handler.NONE;
  }

  /** Whether the body has not begun yet. */
  boolean atFirstStatement() {
    return atStatement && blocks.isEmpty();
  }

  /** A quoted text, or a quoted name: of a label, if it stands where a statement begins. */
  void literal() {
    boolean canBeLabel = atStatement;
    atStatement = false;
    if (handler == Handler.CONDITION_NEXT) {
      handler = Handler.CONDITION_READ;
    }
    forgetLastToken();
    labelRead = canBeLabel;
  }

  void punctuation(char c) {
    boolean behindLabel = c == ':' && labelRead;
    forgetLastToken();
    operandNext = c != ')';
    atStatement = behindLabel;
    if (c == ',' && handler == Handler.CONDITION_READ) {
      handler = Handler.CONDITION_NEXT;
    } else if (c == ';') {
      // No expression goes on behind a semicolon.
      while (blocks.peek() == Block.CASE_EXPRESSION) {
        blocks.pop();
      }
      expectStatement();
    }
  }

  private void forgetLastToken() {
    labelRead = false;
    operandNext = false;
    endOfRepeat = false;
    endWord = "";
    previousWord = "";
  }

  /**
   * A word without quotes.
   *
   * @param word in upper case; empty where it is a name for certain
   */
  void word(String word, StoredProgram.Place place) {
    boolean closesRepeat = endOfRepeat && word.equals("REPEAT");
    boolean belongsToEnd = !endWord.isEmpty() && word.equals(endWord);
    boolean operandExpected = operandNext || BEFORE_OPERAND.contains(previousWord);
    String before = previousWord;
    forgetLastToken();
    if (closesRepeat) {
      blocks.pop();
    } else if (!belongsToEnd && !isHandlerWord(word, before)) {
      if (atStatement) {
        statementWord(word, place);
      } else {
        innerWord(word, operandExpected);
      }
    }
    previousWord = word;
  }

  /** Whether the word belongs to {@code DECLARE ... HANDLER FOR condition, ...}. */
  private boolean isHandlerWord(String word, String before) {
    return switch (handler) {
      case NONE -> false;
      case DECLARE -> {
        if (word.equals("FOR")) {
          // A cursor and a condition have a FOR too, and no statement of their own behind it.
          handler = before.equals("HANDLER") ? Handler.CONDITION_NEXT : Handler.NONE;
        }
        yield true;
      }
      case CONDITION_NEXT -> {
        handler = Handler.CONDITION_READ;
        yield true;
      }
      case CONDITION_READ -> {
        boolean goesOn =
            (word.equals("VALUE") && before.equals("SQLSTATE"))
                || (word.equals("FOUND") && before.equals("NOT"));
        if (!goesOn) {
          expectStatement();
        }
        yield goesOn;
      }
    };
  }

  private void statementWord(String word, StoredProgram.Place place) {
    atStatement = false;
    switch (word) {
      case "BEGIN" -> openWithStatements(Block.BEGIN, place);
      case "LOOP" -> openWithStatements(Block.LOOP, place);
      case "REPEAT" -> openWithStatements(Block.REPEAT, place);
      case "CASE" -> push(Block.CASE_STATEMENT, place);
      case "FOR" -> push(Block.FOR, place);
      case "IF" -> push(Block.IF, place);
      case "WHILE" -> push(Block.WHILE, place);
      case "ELSE" -> atStatement = branches();
      case "END" -> end();
      case "DECLARE" -> handler = Handler.DECLARE;
      default -> labelRead = true;
    }
  }

  private void innerWord(String word, boolean operandExpected) {
    switch (word) {
      case "CASE" -> {
        if (!blocks.isEmpty()) {
          blocks.push(Block.CASE_EXPRESSION);
        }
      }
      case "THEN" -> atStatement = branches();
      case "DO" -> atStatement = blocks.peek() == Block.WHILE || blocks.peek() == Block.FOR;
      case "END" -> {
        if (blocks.peek() == Block.CASE_EXPRESSION && !operandExpected) {
          blocks.pop();
        } else if (blocks.peek() == Block.REPEAT) {
          // UNTIL condition END REPEAT: the only END that no semicolon comes before.
          endOfRepeat = true;
        }
      }
      default -> {
        // No other word opens or closes anything inside of a statement.
      }
    }
  }

  private boolean branches() {
    return blocks.peek() == Block.IF || blocks.peek() == Block.CASE_STATEMENT;
  }

  private void openWithStatements(Block block, StoredProgram.Place place) {
    push(block, place);
    atStatement = true;
  }

  private void push(Block block, StoredProgram.Place place) {
    if (blocks.isEmpty()) {
      outermost = place;
    }
    blocks.push(block);
  }

  private void end() {
    if (!blocks.isEmpty() && blocks.peek() != Block.REPEAT) {
      endWord = blocks.pop().endWord;
    }
  }
}
