package dev.schemend.parser.mysql;

import static dev.schemend.parser.split.Characters.isDigit;
import static dev.schemend.parser.split.Characters.isNameLetter;
import static dev.schemend.parser.split.Characters.isSpace;

import dev.schemend.parser.split.Characters;
import dev.schemend.parser.split.ClientInput;
import dev.schemend.parser.split.SplitProblem;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.parser.split.StatementCollector;
import dev.schemend.source.SourceText;

/** One pass over one script. */
final class MySqlScan {

  private static final String SEMICOLON = ";";

  private final String text;
  private final StatementCollector collector;
  private final StoredProgram program = new StoredProgram();
  private int at;
  private boolean lineStart = true;
  private String delimiter = SEMICOLON;
  // Comments whose text the server reads open and close around tokens.
  private int executableDepth;
  private int executableStart;

  MySqlScan(SourceText script) {
    this.text = script.text();
    this.collector = new StatementCollector(script);
  }

  SplitScript split() {
    while (at < text.length()) {
      step();
    }
    reportOpenBlocks();
    return collector.finish();
  }

  private void step() {
    char c = text.charAt(at);
    if (atTerminator()) {
      terminator();
    } else if (isSpace(c)) {
      lineStart |= c == '\n';
      at++;
    } else if (c == Characters.BYTE_ORDER_MARK && !collector.open()) {
      at++;
    } else if (c == '#' || (c == '-' && startsDashComment())) {
      comment(Characters.lineEnd(text, at));
    } else if (c == '/' && next('*')) {
      slashComment();
    } else if (c == '*' && next('/') && executableDepth > 0) {
      executableDepth--;
      token(at + 2);
    } else if (c == '\\' && ClientCommands.isShort(text, at, collector.open())) {
      clientCommand(ClientCommands.shortEnd(text, at));
    } else if (c == '\'' || c == '"') {
      quoted(c, true, SplitProblem.Code.UNTERMINATED_STRING);
    } else if (c == '`') {
      quoted(c, false, SplitProblem.Code.UNTERMINATED_IDENTIFIER);
    } else if (continuesWord(c)) {
      word();
    } else {
      program.punctuation(c);
      token(at + 1);
    }
  }

  private boolean atTerminator() {
    if (executableDepth > 0 || !text.startsWith(delimiter, at)) {
      return false;
    }
    if (delimiter.equals(SEMICOLON)) {
      return !program.insideBlock();
    }

    // A delimiter that is a word does not end a statement inside of a longer word.
    int end = at + delimiter.length();
    return !isNameLetter(delimiter.charAt(0))
        || end == text.length()
        || !continuesWord(text.charAt(end));
  }

  private void terminator() {
    collector.cut();
    program.reset();
    at += delimiter.length();
    lineStart = false;
  }

  /**
   * Two dashes open a comment only before white space, a control character or the end; between
   * statements the client passes over whatever begins with them (client/mysql.cc, add_line).
   */
  private boolean startsDashComment() {
    return next('-')
        && (at + 2 == text.length() || text.charAt(at + 2) <= ' ' || !collector.open());
  }

  private void comment(int end) {
    collector.comment(at, end);
    at = end;
    lineStart = false;
  }

  /** Comments do not nest, but for a plain one inside of one whose text the server reads. */
  private void slashComment() {
    if (next("!", 2) || next("M!", 2)) {
      if (executableDepth == 0) {
        executableStart = at;
      }
      executableDepth++;
      int end = at + (next("!", 2) ? 3 : 4);
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      token(end);
      return;
    }
    int close = text.indexOf("*/", at + 2);
    if (close < 0) {
      neverClosed(SplitProblem.Code.UNTERMINATED_COMMENT, at + 2);
    } else {
      comment(close + 2);
    }
  }

  private void quoted(char quote, boolean backslashes, SplitProblem.Code code) {
    int end = Characters.closeQuote(text, at + 1, quote, backslashes);
    if (end < 0) {
      neverClosed(code, at + 1);
      return;
    }
    program.literal();
    token(end);
  }

  private void word() {
    int end = at + 1;
    while (end < text.length()
        && continuesWord(text.charAt(end))
        && !startsDelimiterInsideWord(end)) {
      end++;
    }
    if (isDelimiterWord(end) && delimiterCommand(end)) {
      return;
    }
    if (lineStart && !collector.open() && ClientCommands.isLong(text, at, end)) {
      lineCommand(end);
      return;
    }
    program.word(text, at, end);
    token(end);
  }

  /** {@code END$$}: a delimiter of dollars ends a word, though a name may hold dollars. */
  private boolean startsDelimiterInsideWord(int offset) {
    return delimiter.charAt(0) == '$' && text.startsWith(delimiter, offset);
  }

  private boolean isDelimiterWord(int end) {
    return executableDepth == 0
        && end - at == "delimiter".length()
        && text.regionMatches(true, at, "delimiter", 0, end - at)
        && end < text.length()
        && isSpace(text.charAt(end))
        && (lineStart || !collector.open());
  }

  /**
   * Reads {@code DELIMITER} and its argument, if that is what stands here. Inside of a statement
   * that was left without terminator only a line is taken that cannot be anything else, for a
   * column may have that name.
   */
  private boolean delimiterCommand(int wordEnd) {
    int lineEnd = Characters.trimEnd(text, wordEnd, Characters.lineEnd(text, wordEnd));
    String argument = text.substring(wordEnd, lineEnd).stripLeading();
    if (collector.open() && !DelimiterArgument.isUnmistakable(argument)) {
      return false;
    }
    reportOpenBlocks();
    collector.clientInput(at, lineEnd, ClientInput.Kind.DELIMITER);
    program.reset();
    DelimiterArgument.read(argument)
        .ifPresentOrElse(
            read -> delimiter = read,
            () -> collector.problem(SplitProblem.Code.BAD_DELIMITER, at, wordEnd));
    at = lineEnd;
    return true;
  }

  /**
   * A command that is a line of its own. {@code USE} is a statement too; here it needs no
   * terminator.
   */
  private void lineCommand(int wordEnd) {
    int lineEnd = Characters.trimEnd(text, wordEnd, Characters.lineEnd(text, wordEnd));
    int found = text.indexOf(delimiter, wordEnd);
    int end = found >= 0 && found < lineEnd ? Characters.trimEnd(text, at, found) : lineEnd;
    if (ClientCommands.isUse(text, at, wordEnd)) {
      token(end);
      collector.cut();
    } else {
      clientCommand(end);
    }
  }

  private void clientCommand(int end) {
    reportOpenBlocks();
    collector.clientInput(at, end, ClientInput.Kind.CLIENT_COMMAND);
    program.reset();
    at = end;
    lineStart = false;
  }

  private void token(int end) {
    collector.token(at, end);
    at = end;
    lineStart = false;
  }

  private void neverClosed(SplitProblem.Code code, int openingEnd) {
    collector.neverClosed(code, at, openingEnd);
    at = text.length();
    // One opening explains why everything behind it is left open.
    executableDepth = 0;
    program.reset();
  }

  private void reportOpenBlocks() {
    if (executableDepth > 0) {
      collector.problem(
          SplitProblem.Code.UNTERMINATED_COMMENT, executableStart, executableStart + 2);
    } else if (delimiter.equals(SEMICOLON)) {
      program
          .openBlock()
          .ifPresent(
              word ->
                  collector.problem(SplitProblem.Code.UNCLOSED_BLOCK, word.start(), word.end()));
    }
    executableDepth = 0;
  }

  /** A name may begin with a digit. */
  private static boolean continuesWord(char c) {
    return isNameLetter(c) || isDigit(c) || c == '$';
  }

  private boolean next(char c) {
    return at + 1 < text.length() && text.charAt(at + 1) == c;
  }

  private boolean next(String expected, int distance) {
    return text.startsWith(expected, at + distance);
  }
}
