package dev.schemend.parser.postgres;

import static dev.schemend.parser.split.Characters.isDigit;
import static dev.schemend.parser.split.Characters.isNameLetter;
import static dev.schemend.parser.split.Characters.isSpace;

import dev.schemend.parser.split.Characters;
import dev.schemend.parser.split.ClientInput;
import dev.schemend.parser.split.SplitProblem;
import dev.schemend.parser.split.SplitScript;
import dev.schemend.parser.split.StatementCollector;
import dev.schemend.source.SourceText;
import java.util.regex.Pattern;

/** One pass over one script. */
final class PostgresScan {

  /** psql's own copy, with the data behind it. */
  private static final Pattern COPY_IN =
      Pattern.compile("\\\\copy\\s.*\\sfrom\\s+stdin\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final String text;
  private final StatementCollector collector;
  private final StatementShape shape = new StatementShape();
  private int at;
  private boolean lineStart = true;
  private boolean copyDataNext;
  // A string that goes on behind a line end keeps the escapes of its first part.
  private boolean escapeStringBefore;
  private boolean lineEndSinceString;

  PostgresScan(SourceText script) {
    this.text = script.text();
    this.collector = new StatementCollector(script);
  }

  SplitScript split() {
    while (at < text.length()) {
      step();
    }
    reportOpenShape();
    return collector.finish();
  }

  private void step() {
    char c = text.charAt(at);
    if (isSpace(c)) {
      space(c);
    } else if (c == Characters.BYTE_ORDER_MARK && !collector.open()) {
      at++;
    } else if (c == '-' && next('-')) {
      lineComment();
    } else if (c == '/' && next('*')) {
      blockComment();
    } else if (c == '\\' && isMetaCommand()) {
      metaCommand();
    } else if (c == ';' && !shape.holdsSemicolons()) {
      terminator();
    } else if (c == '\'') {
      string(escapeStringBefore && lineEndSinceString);
    } else if (c == '"') {
      quotedName();
    } else if (c == '$') {
      dollar();
    } else if (isNameLetter(c)) {
      word();
    } else {
      shape.punctuation(c, at);
      token(at + 1);
    }
  }

  private void space(char c) {
    at++;
    lineEndSinceString |= c == '\n' || c == '\r';
    if (c == '\n') {
      lineStart = true;
      if (copyDataNext) {
        copyData();
      }
    }
  }

  private void lineComment() {
    int end = Lexis.lineCommentEnd(text, at);
    collector.comment(at, end);
    at = end;
    lineStart = false;
  }

  /** Comments nest: each opening needs a close of its own. */
  private void blockComment() {
    int end = Lexis.blockCommentEnd(text, at);
    if (end < 0) {
      neverClosed(SplitProblem.Code.UNTERMINATED_COMMENT, at + 2);
      return;
    }
    collector.comment(at, end);
    at = end;
    lineStart = false;
    escapeStringBefore = false;
  }

  /**
   * A backslash has no meaning in SQL outside of quotes. Inside of a statement only those psql
   * commands are taken for what they are that send the statement, or that stand on their own line.
   */
  private boolean isMetaCommand() {
    return !collector.open()
        || lineStart
        || text.startsWith("\\g", at)
        || text.startsWith("\\watch", at)
        || text.startsWith("\\crosstabview", at);
  }

  private void metaCommand() {
    int lineEnd = Characters.lineEnd(text, at);
    reportOpenShape();
    collector.clientInput(at, Characters.trimEnd(text, at, lineEnd), ClientInput.Kind.META_COMMAND);
    startStatement();
    copyDataNext = COPY_IN.matcher(text.substring(at, lineEnd)).matches();
    at = lineEnd;
  }

  private void terminator() {
    copyDataNext = collector.open() && shape.readsStandardInput();
    collector.cut();
    startStatement();
    at++;
    lineStart = false;
  }

  private void copyData() {
    copyDataNext = false;
    int start = at;
    int line = at;
    while (line < text.length()) {
      int lineEnd = Characters.lineEnd(text, line);
      int contentEnd = lineEnd > line && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
      if (contentEnd == line + 2 && text.startsWith("\\.", line)) {
        collector.clientInput(start, contentEnd, ClientInput.Kind.COPY_DATA);
        at = contentEnd;
        return;
      }
      line = lineEnd + 1;
    }
    at = text.length();
    if (Characters.trimEnd(text, start, at) > start) {
      collector.problem(SplitProblem.Code.UNTERMINATED_COPY_DATA, start, start);
      collector.clientInput(start, Characters.trimEnd(text, start, at), ClientInput.Kind.COPY_DATA);
    }
  }

  private void string(boolean escapes) {
    int end = Characters.closeQuote(text, at + 1, '\'', escapes);
    if (end < 0) {
      neverClosed(SplitProblem.Code.UNTERMINATED_STRING, at + 1);
      return;
    }
    shape.literal();
    token(end);
    escapeStringBefore = escapes;
    lineEndSinceString = false;
  }

  private void quotedName() {
    int end = Characters.closeQuote(text, at + 1, '"', false);
    if (end < 0) {
      neverClosed(SplitProblem.Code.UNTERMINATED_IDENTIFIER, at + 1);
      return;
    }
    shape.literal();
    token(end);
  }

  /** A parameter ({@code $1}), a dollar quote, or a stray dollar. */
  private void dollar() {
    int end = at + 1;
    if (end < text.length() && isDigit(text.charAt(end))) {
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      shape.literal();
      token(end);
      return;
    }
    int tagEnd = Lexis.dollarTagEnd(text, at);
    if (tagEnd < 0) {
      shape.literal();
      token(at + 1);
      return;
    }
    String tag = text.substring(at, tagEnd);
    int close = text.indexOf(tag, tagEnd);
    if (close < 0) {
      neverClosed(SplitProblem.Code.UNTERMINATED_DOLLAR_QUOTE, tagEnd);
      return;
    }
    shape.literal();
    token(close + tag.length());
  }

  /** A name may hold digits and dollars, so no dollar quote can begin inside of one. */
  private void word() {
    int end = Lexis.wordEnd(text, at);
    boolean escapes = end == at + 1 && (text.charAt(at) == 'e' || text.charAt(at) == 'E');
    if (escapes && end < text.length() && text.charAt(end) == '\'') {
      int quote = end;
      collector.token(at, quote);
      at = quote;
      string(true);
      return;
    }
    shape.word(text, at, end);
    token(end);
  }

  private void token(int end) {
    collector.token(at, end);
    at = end;
    lineStart = false;
    copyDataNext = false;
    escapeStringBefore = false;
  }

  private void neverClosed(SplitProblem.Code code, int openingEnd) {
    collector.neverClosed(code, at, openingEnd);
    at = text.length();
    // One opening explains why everything behind it is left open.
    startStatement();
  }

  private void reportOpenShape() {
    if (collector.open()) {
      shape
          .openBlock()
          .ifPresent(
              word ->
                  collector.problem(
                      SplitProblem.Code.UNCLOSED_BLOCK, word, word + "BEGIN".length()));
      shape
          .openParenthesis()
          .ifPresent(
              place -> collector.problem(SplitProblem.Code.UNCLOSED_PARENTHESIS, place, place + 1));
    }
  }

  private void startStatement() {
    shape.reset();
    escapeStringBefore = false;
  }

  private boolean next(char c) {
    return at + 1 < text.length() && text.charAt(at + 1) == c;
  }
}
