package dev.schemend.parser.code;

import dev.schemend.code.Target;
import dev.schemend.name.Identifier;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Queries. Clauses that change no row of the result (locks, windows) are stepped over; what cannot
 * be read ends in a {@link CodeSyntaxException}.
 */
public final class QueryReader {

  /** Of the words that may follow a list of outputs, those that are reserved: no function is. */
  private static final Set<String> NEVER_CALLED =
      Set.of(
          "from",
          "where",
          "group",
          "having",
          "order",
          "limit",
          "offset",
          "union",
          "intersect",
          "except",
          "into");

  private static final Set<String> BEHIND_QUERY =
      Set.of(
          "from",
          "where",
          "group",
          "having",
          "order",
          "limit",
          "offset",
          "union",
          "intersect",
          "except",
          "fetch",
          "for",
          "on",
          "using",
          "join",
          "inner",
          "left",
          "right",
          "full",
          "cross",
          "natural",
          "window",
          "into",
          "loop",
          "then",
          "lock",
          "set",
          "returning",
          "as",
          "with",
          "do",
          "when",
          "end",
          "if",
          "else",
          "elsif",
          "straight_join",
          "partition",
          "use",
          "force",
          "ignore",
          "begin",
          "and",
          "or",
          "tablesample",
          "procedure",
          "minus");

  // Each try may hold others, so that their number and not their length is what must be bounded.
  private static final int MOST_TRIES = 200;

  private final Lexemes lexemes;
  private final ExpressionReader expressions;
  private final List<Target> into = new ArrayList<>();
  private boolean strict;
  private int depth;
  private int tries;

  /** A reader from the place where {@code lexemes} stand. */
  public QueryReader(Lexemes lexemes) {
    this.lexemes = lexemes;
    this.expressions = new ExpressionReader(lexemes, this);
  }

  /** The targets of the {@code INTO} that was read. */
  public List<Target> into() {
    return into;
  }

  /** Whether {@code INTO STRICT} was read. */
  public boolean strict() {
    return strict;
  }

  /** An expression. */
  public Scalar expression() {
    return expressions.expression();
  }

  /** The arguments of a call, up to its closing bracket. */
  public List<Scalar.Call.Argument> arguments() {
    return new CallReader(lexemes, expressions, this).arguments();
  }

  /** Whether a query begins here. */
  public boolean startsQuery() {
    int ahead = 0;
    while (lexemes.peek(ahead).isSymbol("(")) {
      ahead++;
    }
    boolean query = startsWithWord(ahead);
    if (ahead == 0) {
      return query;
    }
    // ((SELECT 1) + 1) begins with an expression: that is found out by trying.
    return query && closesBeforeEnd(ahead);
  }

  private boolean closesBeforeEnd(int brackets) {
    attempt();
    int start = lexemes.index();
    for (int i = 0; i < brackets; i++) {
      lexemes.next();
    }
    try {
      query();
      for (int i = 0; i < brackets; i++) {
        lexemes.expectSymbol(")");
        tail();
      }
      return lexemes.isSymbol(")") || lexemes.atEnd();
    } catch (CodeSyntaxException noQuery) {
      return false;
    } finally {
      lexemes.go(start);
    }
  }

  /** The query up to the bracket that closes it; empty where something else stands here. */
  Optional<Query> bracketed() {
    boolean sure = startsWithWord(0);
    int ahead = 0;
    while (lexemes.peek(ahead).isSymbol("(")) {
      ahead++;
    }
    if (!startsWithWord(ahead)) {
      return Optional.empty();
    }
    if (!sure) {
      attempt();
    }
    try {
      Query query = query();
      lexemes.expectSymbol(")");
      return Optional.of(query);
    } catch (CodeSyntaxException noQuery) {
      if (sure) {
        throw noQuery;
      }
      return Optional.empty();
    }
  }

  private boolean startsWithWord(int ahead) {
    Lexeme first = lexemes.peek(ahead);
    return first.isWord("select") || first.isWord("with") || first.isWord("values");
  }

  private void attempt() {
    tries++;
    if (tries > MOST_TRIES) {
      throw new CodeSyntaxException("its brackets are nested too deeply", lexemes.peek());
    }
  }

  private void tail() {
    while (lexemes.isOneOf(Set.of("union", "intersect", "except"))) {
      lexemes.next();
      lexemes.take("all");
      term();
    }
    if (lexemes.take("order", "by")) {
      orderings();
    }
  }

  /** The query that begins here. */
  public Query query() {
    depth++;
    try {
      List<Query.Common> with =
          lexemes.take("with") ? new CommonReader(lexemes, this).commons() : List.of();
      Query.Body body = body();
      List<Query.Ordering> order = lexemes.take("order", "by") ? orderings() : List.of();
      return limits(with, body, order);
    } finally {
      depth--;
    }
  }

  /** The query that begins behind a word that stands for {@code SELECT}. */
  public Query selected() {
    depth++;
    try {
      Query.Body left = select();
      while (lexemes.isOneOf(Set.of("union", "intersect", "except"))) {
        String operator = lexemes.next().text();
        boolean all = lexemes.take("all");
        left = new Query.Combined(operator, all, whole(left), whole(term()));
      }
      List<Query.Ordering> order = lexemes.take("order", "by") ? orderings() : List.of();
      return limits(List.of(), left, order);
    } finally {
      depth--;
    }
  }

  private Query limits(List<Query.Common> with, Query.Body body, List<Query.Ordering> order) {
    Optional<Scalar> limit = Optional.empty();
    Optional<Scalar> offset = Optional.empty();
    while (true) {
      if (lexemes.take("limit")) {
        Optional<Scalar> first = lexemes.take("all") ? Optional.empty() : Optional.of(expression());
        if (lexemes.takeSymbol(",")) {
          offset = first;
          limit = Optional.of(expression());
        } else {
          limit = first;
        }
      } else if (lexemes.take("offset")) {
        offset = Optional.of(expression());
        rowWord();
      } else if (lexemes.take("fetch")) {
        lexemes.next();
        boolean counted = !lexemes.is("row") && !lexemes.is("rows");
        limit = Optional.of(counted ? expression() : new Scalar.Constant(Value.of(1)));
        rowWord();
        lexemes.expect("only");
      } else if (!lock() && !maybeInto()) {
        return new Query(with, body, order, limit, offset);
      }
    }
  }

  private void rowWord() {
    if (!lexemes.take("rows")) {
      lexemes.take("row");
    }
  }

  // FOR UPDATE and its kin; FOR may also be a word of the code behind the query.
  private boolean lock() {
    Lexeme kind = lexemes.peek(1);
    boolean lock =
        lexemes.is("for")
            && (kind.isWord("update")
                || kind.isWord("share")
                || kind.isWord("no")
                || kind.isWord("key"));
    if (!lock) {
      return false;
    }
    lexemes.next();
    while (lexemes.peek().kind() == Lexeme.Kind.WORD
        && Set.of("update", "share", "no", "key", "of", "nowait", "skip", "locked")
            .contains(lexemes.peek().text())) {
      boolean names = lexemes.next().isWord("of");
      while (names) {
        lexemes.objectName();
        names = lexemes.takeSymbol(",");
      }
    }
    return true;
  }

  List<Identifier> aliasColumns() {
    return lexemes.isSymbol("(") ? new CommonReader(lexemes, this).columns() : List.of();
  }

  private Query.Body body() {
    Query.Body left = term();
    while (lexemes.isOneOf(Set.of("union", "intersect", "except"))) {
      String operator = lexemes.next().text();
      boolean all = lexemes.take("all");
      lexemes.take("distinct");
      left = new Query.Combined(operator, all, whole(left), whole(term()));
    }
    return left;
  }

  private static Query whole(Query.Body body) {
    return new Query(List.of(), body, List.of(), Optional.empty(), Optional.empty());
  }

  private Query.Body term() {
    if (lexemes.takeSymbol("(")) {
      Query inner = query();
      lexemes.expectSymbol(")");
      boolean plain =
          inner.with().isEmpty()
              && inner.order().isEmpty()
              && inner.limit().isEmpty()
              && inner.offset().isEmpty();
      return plain
          ? inner.body()
          : select(List.of(new Query.Output(new Scalar.Star(List.of()), Identifier.NONE)), inner);
    }
    if (lexemes.take("values")) {
      List<List<Scalar>> rows = new ArrayList<>();
      do {
        lexemes.take("row");
        lexemes.expectSymbol("(");
        rows.add(expressions.list());
        lexemes.expectSymbol(")");
      } while (lexemes.takeSymbol(","));
      return new Query.Values(rows);
    }
    lexemes.expect("select");
    return select();
  }

  private static Query.Select select(List<Query.Output> outputs, Query inner) {
    return new Query.Select(
        false,
        outputs,
        Optional.of(new Query.Derived(inner, Identifier.NONE, List.of())),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private Query.Select select() {
    boolean distinct = false;
    while (lexemes.isOneOf(
        Set.of(
            "all",
            "distinct",
            "distinctrow",
            "high_priority",
            "sql_no_cache",
            "sql_calc_found_rows"))) {
      distinct |= lexemes.next().text().startsWith("distinct");
      if (distinct && lexemes.take("on")) {
        lexemes.skipBrackets();
      }
    }
    maybeInto();
    List<Query.Output> outputs = outputs();
    maybeInto();
    Optional<Query.Source> from =
        lexemes.take("from")
            ? Optional.of(new SourceReader(lexemes, expressions, this).sources())
            : Optional.empty();
    maybeInto();
    Optional<Scalar> where = lexemes.take("where") ? Optional.of(expression()) : Optional.empty();
    List<Scalar> group = List.of();
    if (lexemes.take("group", "by")) {
      group = expressions.list();
      lexemes.take("with", "rollup");
    }
    Optional<Scalar> having = lexemes.take("having") ? Optional.of(expression()) : Optional.empty();
    while (lexemes.take("window") || (lexemes.isSymbol(",") && lexemes.peek(2).isWord("as"))) {
      lexemes.takeSymbol(",");
      lexemes.name();
      lexemes.expect("as");
      lexemes.skipBrackets();
    }
    maybeInto();
    return new Query.Select(distinct, outputs, from, where, group, having);
  }

  private List<Query.Output> outputs() {
    List<Query.Output> outputs = new ArrayList<>();
    // PostgreSQL takes SELECT FROM t, and a query of nothing at all.
    if (lexemes.atEnd()
        || (lexemes.isOneOf(BEHIND_QUERY)
            && (lexemes.isOneOf(NEVER_CALLED) || !lexemes.peek(1).isSymbol("(")))
        || lexemes.isSymbol(")")
        || lexemes.isSymbol(";")) {
      return outputs;
    }
    do {
      outputs.add(output());
    } while (lexemes.takeSymbol(","));
    return outputs;
  }

  private Query.Output output() {
    Scalar value = expression();
    if (lexemes.take("as")) {
      return new Query.Output(value, label());
    }
    boolean alias =
        startsAlias() || (lexemes.dialect().mysql() && lexemes.peek().kind() == Lexeme.Kind.STRING);
    return new Query.Output(value, alias ? label() : Identifier.NONE);
  }

  private Identifier label() {
    if (lexemes.peek().kind() == Lexeme.Kind.STRING) {
      return Identifier.of(lexemes.next().text());
    }
    return lexemes.name();
  }

  /** Whether the word that stands here may be an alias. */
  boolean startsAlias() {
    return lexemes.peek().isName() && !lexemes.isOneOf(BEHIND_QUERY);
  }

  List<Query.Ordering> orderings() {
    List<Query.Ordering> order = new ArrayList<>();
    do {
      Scalar key = expression();
      boolean descending = lexemes.take("desc");
      lexemes.take("asc");
      if (lexemes.take("using")) {
        lexemes.next();
      }
      if (lexemes.take("nulls")) {
        lexemes.next();
      }
      order.add(new Query.Ordering(key, descending));
    } while (lexemes.takeSymbol(","));
    return order;
  }

  /** {@code INTO} of code, which belongs to the outermost query. */
  private boolean maybeInto() {
    if (depth != 1 || !lexemes.is("into")) {
      return false;
    }
    lexemes.next();
    strict = lexemes.take("strict");
    into.addAll(targets());
    return true;
  }

  /** Variables, parted by commas. */
  public List<Target> targets() {
    return new TargetReader(lexemes, this).targets();
  }

  /** A variable, a field or an element of one. */
  public Target target() {
    return new TargetReader(lexemes, this).target();
  }
}
