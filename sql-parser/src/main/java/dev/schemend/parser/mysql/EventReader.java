package dev.schemend.parser.mysql;

import dev.schemend.model.StoredDefinition.Clause;
import dev.schemend.parser.code.Lexeme;
import dev.schemend.parser.code.Lexemes;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is said of an event besides its name and its body (MySQL manual, 15.1.13). */
final class EventReader {

  private static final Set<String> ENDS_OF_TIMES =
      Set.of("starts", "ends", "on", "rename", "enable", "disable", "comment", "do");

  private final Lexemes lexemes;
  private final Map<Clause, String> clauses;

  /** Reads on from where {@code lexemes} are, into {@code clauses}. */
  EventReader(Lexemes lexemes, Map<Clause, String> clauses) {
    this.lexemes = lexemes;
    this.clauses = clauses;
  }

  /** {@code ON SCHEDULE …}. */
  void schedule() {
    lexemes.expect("on", "schedule");
    if (lexemes.take("at")) {
      clauses.put(Clause.AT, moment());
      return;
    }
    lexemes.expect("every");
    int start = lexemes.index();
    skipTimes();
    int end = lexemes.index() - 1;
    lexemes.go(start);
    Lexeme first = lexemes.peek();
    boolean plain = end == start + 1 && first.kind() != Lexeme.Kind.WORD;
    String value = plain ? first.text() : lexemes.text(start, end);
    lexemes.go(end);
    clauses.put(Clause.EVERY, value + " " + lexemes.next().text().toUpperCase(Locale.ROOT));
    if (lexemes.take("starts")) {
      clauses.put(Clause.STARTS, moment());
    }
    if (lexemes.take("ends")) {
      clauses.put(Clause.ENDS, moment());
    }
  }

  private String moment() {
    int start = lexemes.index();
    skipTimes();
    int end = lexemes.index();
    Lexeme last = lexemes.between(start, end).peek(end - start - 1);
    boolean constant =
        last.kind() == Lexeme.Kind.STRING
            && (end == start + 1
                || (end == start + 2
                    && lexemes.text(start, start + 1).equalsIgnoreCase("timestamp")));
    return constant ? Literals.quoted(last.text()) : lexemes.text(start, end);
  }

  private void skipTimes() {
    while (!lexemes.atEnd() && !lexemes.isOneOf(ENDS_OF_TIMES) && !lexemes.isSymbol(";")) {
      if (lexemes.isSymbol("(")) {
        lexemes.skipBrackets();
      } else {
        lexemes.next();
      }
    }
  }

  /** {@code ON COMPLETION …}, where it is said. */
  void completion() {
    if (lexemes.take("on", "completion")) {
      boolean kept = !lexemes.take("not");
      lexemes.expect("preserve");
      clauses.put(Clause.PRESERVE, kept ? "YES" : "NO");
    }
  }

  /** {@code ENABLE} or {@code DISABLE}, and {@code COMMENT}, where they are said. */
  void status() {
    if (lexemes.take("enable")) {
      clauses.put(Clause.STATUS, "ENABLE");
    } else if (lexemes.take("disable")) {
      boolean elsewhere = lexemes.take("on", "slave") || lexemes.take("on", "replica");
      clauses.put(Clause.STATUS, elsewhere ? "DISABLE ON SLAVE" : "DISABLE");
    }
    if (lexemes.take("comment")) {
      clauses.put(Clause.COMMENT, lexemes.next().text());
    }
  }
}
