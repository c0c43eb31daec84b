package dev.schemend.parser.postgres;

import static dev.schemend.parser.split.Characters.isNameLetter;
import static dev.schemend.parser.split.Characters.isSpace;

import dev.schemend.parser.split.Characters;
import dev.schemend.source.SourceComposer;
import dev.schemend.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a script as psql does before it looks for statements: variables are replaced and only the
 * branches that run are kept. Source: manual, "psql"; server source {@code
 * src/bin/psql/mainloop.c}, {@code psqlscanslash.l}.
 */
final class PsqlInput {

  /** Without one of these there is nothing to replace. */
  private static final Pattern SETS_OR_BRANCHES =
      Pattern.compile("\\\\(set|if|gset|getenv|prompt|unset)\\b");

  /** As much as values may add to a script: one can be named a million times. */
  private static final int MOST_ADDED = 16_000_000;

  private final SourceText script;
  private final String text;
  private final SourceComposer composer;
  private final PsqlVariables variables = new PsqlVariables();
  private final PsqlBranches branches = new PsqlBranches();
  private final StatementShape shape = new StatementShape();
  private final List<Unknown> unknown = new ArrayList<>();
  private int at;
  private int kept;
  private int added;
  private boolean open;
  private int statementStart;
  private boolean lineStart = true;
  private boolean copyDataNext;

  /**
   * Something that only a running psql knows.
   *
   * @param offset where it stands in the script as it is read
   * @param why what it is
   */
  record Unknown(int offset, String why) {}

  /**
   * A script as it is read.
   *
   * @param source its text; the script itself where nothing in it changes
   * @param unknown what could not be replaced, in order
   */
  record Result(SourceText source, List<Unknown> unknown) {}

  private PsqlInput(SourceText script) {
    this.script = script;
    this.text = script.text();
    this.composer = new SourceComposer(script.name());
  }

  static Result read(SourceText script) {
    return SETS_OR_BRANCHES.matcher(script.text()).find()
        ? new PsqlInput(script).read()
        : new Result(script, List.of());
  }

  private Result read() {
    while (at < text.length()) {
      step();
    }
    flush(text.length());
    return new Result(composer.build(), List.copyOf(unknown));
  }

  private void step() {
    char c = text.charAt(at);
    if (isSpace(c)) {
      space(c);
    } else if (text.startsWith("--", at)) {
      at = Lexis.lineCommentEnd(text, at);
    } else if (text.startsWith("/*", at)) {
      at = orEnd(Lexis.blockCommentEnd(text, at));
    } else if (c == '\\' && (!open || lineStart || text.startsWith("\\g", at))) {
      command();
    } else if (c == ';' && !shape.holdsSemicolons()) {
      copyDataNext = shape.readsStandardInput();
      endStatement();
      at++;
    } else if (c == ':') {
      colon();
    } else if (c == '\'' || c == '"') {
      shape.literal();
      token(orEnd(Characters.closeQuote(text, at + 1, c, false)));
    } else if (c == '$') {
      dollar();
    } else if (isNameLetter(c)) {
      word();
    } else {
      shape.punctuation(c, at);
      token(at + 1);
    }
  }

  private int orEnd(int end) {
    return end < 0 ? text.length() : end;
  }

  private void token(int end) {
    if (!open) {
      statementStart = at;
    }
    open = true;
    lineStart = false;
    copyDataNext = false;
    at = end;
  }

  private void endStatement() {
    shape.reset();
    open = false;
    lineStart = false;
  }

  private void space(char c) {
    at++;
    if (c != '\n') {
      return;
    }
    lineStart = true;
    while (copyDataNext && at < text.length()) {
      int end = Characters.lineEnd(text, at);
      copyDataNext = !text.substring(at, Characters.trimEnd(text, at, end)).equals("\\.");
      at = Math.min(end + 1, text.length());
    }
  }

  private void dollar() {
    int tagEnd = Lexis.dollarTagEnd(text, at);
    shape.literal();
    if (tagEnd < 0) {
      token(at + 1);
      return;
    }
    String tag = text.substring(at, tagEnd);
    int close = text.indexOf(tag, tagEnd);
    token(close < 0 ? text.length() : close + tag.length());
  }

  private void word() {
    int end = Lexis.wordEnd(text, at);
    boolean escapes = end == at + 1 && (text.charAt(at) == 'e' || text.charAt(at) == 'E');
    if (escapes && end < text.length() && text.charAt(end) == '\'') {
      shape.literal();
      token(orEnd(Characters.closeQuote(text, end + 1, '\'', true)));
    } else {
      shape.word(text, at, end);
      token(end);
    }
  }

  /** Two colons are a cast; one may be a variable's. */
  private void colon() {
    shape.punctuation(':', at);
    if (text.startsWith("::", at)) {
      token(at + 2);
      return;
    }
    Optional<PsqlVariables.Reference> reference = PsqlVariables.reference(text, at);
    if (reference.isEmpty()) {
      token(at + 1);
      return;
    }
    int start = at;
    int end = reference.get().end();
    token(end);
    if (!branches.runs()) {
      return;
    }
    switch (variables.value(reference.get())) {
      case PsqlVariables.Value.None none -> {
        // psql leaves it as it is.
      }
      case PsqlVariables.Value.Known known when added + known.text().length() <= MOST_ADDED -> {
        added += known.text().length();
        flush(start);
        composer.insert(known.text(), script, start);
        kept = end;
      }
      case PsqlVariables.Value.Known tooMuch -> unknown(start, "a value is used without end");
      case PsqlVariables.Value.Unknown value ->
          unknown(start, "only a running psql knows the value of " + text.substring(start, end));
    }
  }

  private void unknown(int start, String why) {
    flush(start);
    unknown.add(new Unknown(composer.length(), why));
  }

  /** Appends what was read since the last time, if it runs. */
  private void flush(int end) {
    if (branches.runs()) {
      composer.copy(script, kept, end);
    }
    kept = end;
  }

  private void command() {
    int start = at;
    int lineEnd = Characters.lineEnd(text, start);
    String line = text.substring(start, Characters.trimEnd(text, start, lineEnd));
    flush(start);
    boolean shown = branches.runs();
    boolean sends = line.startsWith("\\g") || line.startsWith("\\watch");
    for (PsqlCommand command : PsqlCommand.of(line)) {
      shown &= run(command, start);
    }
    // Inside of a statement such a line stands between its words, and ends nothing.
    if (shown && branches.runs() && (!open || sends)) {
      kept = start;
    } else {
      kept = lineEnd;
    }
    if (sends || !open) {
      endStatement();
    }
    at = lineEnd;
  }

  /** What a command does to variables and branches; false where it is of no other interest. */
  private boolean run(PsqlCommand command, int place) {
    List<String> words = command.words();
    return switch (command.name()) {
      case "if", "elif", "else", "endif" -> {
        Optional<String> condition = variables.joined(words);
        boolean before = branches.runs();
        if (!branches.take(command.name(), condition) && before) {
          unknown.add(
              new Unknown(composer.length(), "only a running psql knows which branch is taken"));
          // The line stays, for what is unknown to have a place.
          composer.copy(script, place, Characters.lineEnd(text, place));
        }
        yield false;
      }
      case "set" -> {
        if (branches.runs() && !words.isEmpty()) {
          variables.set(words.getFirst(), variables.joined(words.subList(1, words.size())));
        }
        yield !open;
      }
      case "unset" -> {
        if (branches.runs() && !words.isEmpty()) {
          variables.unset(words.getFirst());
        }
        yield !open;
      }
      case "getenv", "prompt" -> {
        if (branches.runs() && !words.isEmpty()) {
          String name = command.name().equals("getenv") ? words.getFirst() : words.getLast();
          variables.set(name, Optional.empty());
        }
        yield !open;
      }
      case "gset" -> {
        if (branches.runs()) {
          variables.setByQuery(text.substring(Math.min(statementStart, at), at));
        }
        yield true;
      }
      default -> true;
    };
  }
}
