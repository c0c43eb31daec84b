package dev.schemend.parser.code;

import dev.schemend.code.CodeSpan;
import dev.schemend.code.CodeStatement;
import dev.schemend.code.Target;
import dev.schemend.name.ObjectName;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A place in code whose statements are found by their words and semicolons, and whose expressions
 * end where the code says so. An expression that cannot be read is {@link Scalar.Unreadable}.
 */
public final class CodeCursor {

  private final Lexemes lexemes;
  private final int offset;

  /**
   * A cursor.
   *
   * @param offset what is added to the places in the text, or -1 where they mean nothing
   */
  public CodeCursor(Lexemes lexemes, int offset) {
    this.lexemes = lexemes;
    this.offset = offset;
  }

  /** The lexemes. */
  public Lexemes lexemes() {
    return lexemes;
  }

  /** The stretch from the lexeme at {@code from} to the last one read. */
  public CodeSpan span(int from) {
    int now = lexemes.index();
    lexemes.go(from);
    int start = lexemes.peek().start();
    lexemes.go(now);
    int end = Math.max(start, lexemes.lastEnd());
    return offset < 0 ? new CodeSpan(0, 0) : new CodeSpan(start + offset, end + offset);
  }

  /** The stretch from the lexeme at {@code from} to that before {@code end}. */
  public CodeSpan span(int from, int end) {
    int now = lexemes.index();
    lexemes.go(end);
    CodeSpan span = span(from);
    lexemes.go(now);
    return span;
  }

  /** Reads the statement from one lexeme to before another. */
  public interface StatementReader {
    /** Throws where the text is not such a statement. */
    CodeStatement read(int start, int end);
  }

  /**
   * The statement here, up to its semicolon; one that the reader cannot read is told of as such.
   */
  public CodeStatement statement(StatementReader reader) {
    int start = lexemes.index();
    int end = statementEnd();
    CodeStatement statement;
    try {
      statement = reader.read(start, end);
    } catch (CodeSyntaxException error) {
      lexemes.go(end);
      statement =
          new CodeStatement.Unreadable(
              span(start), "the statement cannot be read: " + error.getMessage());
    }
    lexemes.go(end);
    return statement;
  }

  /** The index of the semicolon that ends the statement here, or of the end. */
  public int statementEnd() {
    return find(Set.of(), true);
  }

  /** The index of the first of the words outside of brackets; the end where there is none. */
  public int find(Set<String> words, boolean orSemicolon) {
    int start = lexemes.index();
    int brackets = 0;
    while (!lexemes.atEnd()) {
      Lexeme lexeme = lexemes.peek();
      if (lexeme.isSymbol("(") || lexeme.isSymbol("[")) {
        brackets++;
      } else if (lexeme.isSymbol(")") || lexeme.isSymbol("]")) {
        brackets--;
      } else if (brackets <= 0) {
        boolean word = lexeme.kind() == Lexeme.Kind.WORD && words.contains(lexeme.text());
        if (word || (orSemicolon && lexeme.isSymbol(";"))) {
          break;
        }
      }
      lexemes.next();
    }
    int found = lexemes.index();
    lexemes.go(start);
    return found;
  }

  /** The index of the first such symbol before {@code end}, brackets left out; -1 for none. */
  public int findSymbol(String symbol, int end) {
    int start = lexemes.index();
    int found = -1;
    while (lexemes.index() < end && found < 0) {
      if (lexemes.isSymbol("(")) {
        lexemes.skipBrackets();
      } else if (lexemes.isSymbol(symbol)) {
        found = lexemes.index();
      } else {
        lexemes.next();
      }
    }
    lexemes.go(start);
    return found;
  }

  /** The expression from here to before {@code end}; the cursor stands at {@code end} then. */
  public Scalar expression(int end) {
    int start = lexemes.index();
    Lexemes part = lexemes.between(start, end);
    lexemes.go(end);
    if (part.atEnd()) {
      throw new CodeSyntaxException("expecting an expression", lexemes.peek());
    }
    try {
      Query query = new QueryReader(part).selected();
      if (part.atEnd()) {
        return scalar(query);
      }
    } catch (CodeSyntaxException | StackOverflowError unreadable) {
      // Told apart by what stands in the tree.
    }
    return unreadable(start, end);
  }

  private static Scalar scalar(Query query) {
    boolean plain =
        query.body() instanceof Query.Select select
            && select.from().isEmpty()
            && select.where().isEmpty()
            && select.outputs().size() == 1
            && query.limit().isEmpty();
    return plain
        ? ((Query.Select) query.body()).outputs().getFirst().value()
        : new Scalar.Subquery(query);
  }

  /** The lexemes from here to before {@code end} as an expression that nobody could read. */
  public Scalar.Unreadable unreadable(int start, int end) {
    return new Scalar.Unreadable(lexemes.text(start, end), calls(start, end));
  }

  private SortedSet<ObjectName> calls(int start, int end) {
    SortedSet<ObjectName> calls = new TreeSet<>();
    Lexemes part = lexemes.between(start, end);
    while (!part.atEnd()) {
      if (part.peek().isName()) {
        ObjectName name = part.objectName();
        if (part.isSymbol("(")) {
          calls.add(name);
        }
      } else {
        part.next();
      }
    }
    return calls;
  }

  /** A query and the variables that take its first row. */
  public record ReadQuery(Query query, List<Target> into, boolean strict) {}

  /**
   * The query from here to before {@code end}.
   *
   * @param selected whether a word that stands for {@code SELECT} has been read
   */
  public ReadQuery query(int end, boolean selected) {
    int start = lexemes.index();
    Lexemes part = lexemes.between(start, end);
    lexemes.go(end);
    QueryReader reader = new QueryReader(part);
    try {
      Query query = selected ? reader.selected() : reader.query();
      if (part.atEnd()) {
        return new ReadQuery(query, List.copyOf(reader.into()), reader.strict());
      }
    } catch (CodeSyntaxException | StackOverflowError unreadable) {
      // What it assigns to is known even so.
    }
    return new ReadQuery(Query.of(unreadable(start, end)), into(start, end), false);
  }

  /** The targets of an {@code INTO} between two places. */
  public List<Target> into(int start, int end) {
    Lexemes part = lexemes.between(start, end);
    int brackets = 0;
    Lexeme before = part.peek();
    while (!part.atEnd()) {
      Lexeme lexeme = part.next();
      brackets += lexeme.isSymbol("(") ? 1 : lexeme.isSymbol(")") ? -1 : 0;
      boolean fills =
          !before.isWord("insert") && !before.isWord("merge") && !before.isWord("ignore");
      if (brackets == 0 && lexeme.isWord("into") && fills) {
        part.take("strict");
        try {
          return new QueryReader(part).targets();
        } catch (CodeSyntaxException noTargets) {
          return List.of();
        }
      }
      before = lexeme;
    }
    return List.of();
  }
}
