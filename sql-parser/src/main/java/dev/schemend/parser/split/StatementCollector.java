package dev.schemend.parser.split;

import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns what a dialect's scanner sees, in order, into a {@link SplitScript}. A scanner tells tokens
 * and comments and says where to cut; the collector keeps count of statements and places.
 */
public final class StatementCollector {

  private final SourceText source;
  private final List<StatementText> statements = new ArrayList<>();
  private final List<ClientInput> clientInputs = new ArrayList<>();
  private final List<SourceSpan> comments = new ArrayList<>();
  private final List<SplitProblem> problems = new ArrayList<>();
  // Comments since the last token: inside of the statement if a token follows, else outside.
  private final List<SourceSpan> undecided = new ArrayList<>();
  private boolean full;
  private int start = -1;
  private int end;

  /** A collector for one script. */
  public StatementCollector(SourceText source) {
    this.source = source;
  }

  /** Whether a statement has begun and is not yet cut. */
  public boolean open() {
    return start >= 0;
  }

  /** Characters of a statement, white space and comments between them aside. */
  public void token(int from, int to) {
    if (!open() && isFull(from)) {
      return;
    }
    if (open()) {
      undecided.clear();
    } else {
      settleComments();
      start = from;
    }
    end = to;
  }

  /** A comment. */
  public void comment(int from, int to) {
    if (isFull(from)) {
      return;
    }
    undecided.add(source.span(from, to));
  }

  /**
   * Whether nothing more is kept: what stands here and behind it belongs to one last statement.
   * Each thing that is kept costs a hundred times its least text.
   */
  private boolean isFull(int at) {
    if (!full
        && statements.size() + clientInputs.size() + comments.size() + undecided.size()
            >= ReadingLimits.MOST_PARTS) {
      full = true;
      problem(SplitProblem.Code.TOO_MANY_STATEMENTS, at, at);
      if (!open()) {
        settleComments();
        start = at;
      }
    }
    return full;
  }

  /** The statement that is open, if any, ends with its last token. */
  public void cut() {
    if (full) {
      return;
    }
    if (open()) {
      statements.add(
          new StatementText(
              source.span(start, end), source.text().substring(start, end), statements.size() + 1));
      start = -1;
    }
    settleComments();
  }

  /** Input for the client; a statement that is open is cut before it. */
  public void clientInput(int from, int to, ClientInput.Kind kind) {
    cut();
    String text = source.text().substring(from, to);
    clientInputs.add(new ClientInput(source.span(from, to), text, kind));
    if (kind == ClientInput.Kind.COPY_DATA && !statements.isEmpty()) {
      statements.add(statements.removeLast().withRows(rows(text)));
    }
  }

  /** Without the line that ends them, {@code \.}, where one does. */
  private static String rows(String text) {
    boolean ended = text.equals("\\.") || text.endsWith("\n\\.");
    return ended ? text.substring(0, text.length() - 2) : text;
  }

  /** A problem, at what opens it. */
  public void problem(SplitProblem.Code code, int from, int to) {
    problems.add(new SplitProblem(source.span(from, to), code));
  }

  /**
   * What opens at {@code from} is never closed: everything from there on belongs to the statement.
   *
   * @param to behind the opening
   */
  public void neverClosed(SplitProblem.Code code, int from, int to) {
    problem(code, from, to);
    token(from, source.text().length());
  }

  /** Cuts what is open and hands over. */
  public SplitScript finish() {
    if (full) {
      end = source.text().length();
    }
    full = false;
    cut();
    return new SplitScript(source, statements, clientInputs, comments, problems);
  }

  private void settleComments() {
    comments.addAll(undecided);
    undecided.clear();
  }
}
