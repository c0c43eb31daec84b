package dev.schemend.parser.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.expr.Query;
import dev.schemend.model.Column;
import dev.schemend.model.Routine;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.StoredDefinition.Clause;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.code.CodeDialect;
import dev.schemend.parser.code.CodeSyntaxException;
import dev.schemend.parser.code.Lexeme;
import dev.schemend.parser.code.Lexemes;
import dev.schemend.parser.code.TypeNames;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;

/**
 * What stands before the body of a view, a trigger, a routine or an event (MySQL manual, 15.1.13,
 * 15.1.17, 15.1.22, 15.1.23 and their {@code ALTER}; MariaDB's pages on the same).
 */
final class DefinitionReader {

  private static final Map<String, ObjectKind> KINDS =
      Map.of(
          "view", ObjectKind.VIEW,
          "trigger", ObjectKind.TRIGGER,
          "procedure", ObjectKind.ROUTINE,
          "function", ObjectKind.ROUTINE,
          "event", ObjectKind.EVENT);

  private final MySqlGrammar grammar;
  private final MySqlDialect dialect;
  private final Lexemes lexemes;
  private final EventReader events;
  private final Map<Clause, String> clauses = new EnumMap<>(Clause.class);

  DefinitionReader(MySqlGrammar grammar, MySqlDialect dialect) {
    this.grammar = grammar;
    this.dialect = dialect;
    this.lexemes = Lexemes.of(grammar.text(), new CodeDialect(dialect.identifiers(), true));
    this.events = new EventReader(lexemes, clauses);
  }

  /** The statement; empty where what stands before the body is not understood. */
  Optional<DdlStatement> read() {
    try {
      return Optional.of(lexemes.take("alter") ? alter() : create());
    } catch (CodeSyntaxException | Refusal notUnderstood) {
      return Optional.empty();
    }
  }

  private DdlStatement create() {
    lexemes.expect("create");
    boolean orReplace = lexemes.take("or", "replace");
    String word = head();
    boolean ifNotExists = lexemes.take("if", "not", "exists");
    return new DdlStatement.CreateObject(object(word), orReplace, ifNotExists);
  }

  private DdlStatement alter() {
    String word = head();
    lexemes.take("if", "exists");
    if (word.equals("view")) {
      return new DdlStatement.CreateObject(object(word), true, false);
    }
    ObjectRef ref = reference(word);
    Optional<ObjectName> newName = Optional.empty();
    Optional<StoredDefinition.Body> body = Optional.empty();
    if (word.equals("event")) {
      if (lexemes.is("on", "schedule")) {
        events.schedule();
      }
      events.completion();
      if (lexemes.take("rename", "to")) {
        newName = Optional.of(lexemes.objectName());
      }
      events.status();
      if (lexemes.take("do")) {
        body = Optional.of(body(bodyTokens()));
      }
    } else if (word.equals("trigger")) {
      throw new CodeSyntaxException("expecting what can be altered", lexemes.peek());
    } else {
      characteristics();
    }
    if (body.isEmpty() && !lexemes.atEnd() && !lexemes.isSymbol(";")) {
      throw new CodeSyntaxException("expecting the end of the statement", lexemes.peek());
    }
    return new DdlStatement.OfMySql.AlterDefinition(ref, new TreeMap<>(clauses), newName, body);
  }

  /** Steps over what may stand before the kind of object, and over the kind. */
  private String head() {
    while (true) {
      if (lexemes.take("algorithm")) {
        lexemes.expectSymbol("=");
        clauses.put(Clause.ALGORITHM, word());
      } else if (lexemes.take("definer")) {
        lexemes.expectSymbol("=");
        clauses.put(Clause.DEFINER, account());
      } else if (lexemes.take("sql", "security")) {
        clauses.put(Clause.SECURITY, word());
      } else if (lexemes.take("aggregate")) {
        clauses.put(Clause.AGGREGATE, "YES");
      } else {
        break;
      }
    }
    Lexeme kind = lexemes.next();
    if (kind.kind() != Lexeme.Kind.WORD || !KINDS.containsKey(kind.text())) {
      throw new CodeSyntaxException("expecting a kind of object", kind);
    }
    return kind.text();
  }

  private String account() {
    int start = lexemes.index();
    lexemes.next();
    if (lexemes.takeSymbol("(")) {
      lexemes.expectSymbol(")");
    }
    while (lexemes.takeSymbol("@") || lexemes.peek().kind() == Lexeme.Kind.VARIABLE) {
      lexemes.next();
    }
    return lexemes.text(start, lexemes.index());
  }

  private String word() {
    return lexemes.next().text().toUpperCase(Locale.ROOT);
  }

  private ObjectRef reference(String word) {
    ObjectKind kind = KINDS.get(word);
    ObjectName name = lexemes.objectName();
    return kind == ObjectKind.ROUTINE
        ? new ObjectRef(kind, name, Identifier.of(word))
        : ObjectRef.to(kind, name);
  }

  private StoredDefinition object(String word) {
    ObjectRef ref = reference(word);
    return switch (ref.kind()) {
      case VIEW -> view(ref);
      case TRIGGER -> trigger(ref);
      case EVENT -> event(ref);
      default -> routine(ref, word.equals("function"));
    };
  }

  // ------------------------------------------------------------ kinds

  private StoredDefinition view(ObjectRef ref) {
    List<Identifier> columns = new ArrayList<>();
    if (lexemes.takeSymbol("(")) {
      do {
        columns.add(lexemes.name());
      } while (lexemes.takeSymbol(","));
      lexemes.expectSymbol(")");
    }
    lexemes.expect("as");
    List<Token> tokens = withoutCheckOption(bodyTokens());
    SortedSet<ObjectRef> mentions = new TreeSet<>();
    for (ObjectName name : new OpaqueReader(dialect.identifiers()).names(tokens)) {
      mentions.add(ObjectRef.table(name));
      mentions.add(ObjectRef.to(ObjectKind.VIEW, name));
      mentions.add(new ObjectRef(ObjectKind.ROUTINE, name, Identifier.of("function")));
    }
    StoredDefinition view =
        definition(ref, Optional.empty(), columns, List.of(), Optional.empty(), tokens, mentions);
    StoredDefinition.Body body = view.body();
    return view.withBody(new StoredDefinition.Body(body.text(), body.tokens(), query(body.text())));
  }

  private Optional<Query> query(String text) {
    try {
      MySqlGrammar query = new MySqlGrammar(text, grammar.mode());
      return Optional.of(new StatementBuilder(query, dialect).query());
    } catch (Refusal notUnderstood) {
      return Optional.empty();
    }
  }

  private List<Token> withoutCheckOption(List<Token> tokens) {
    int end = tokens.size();
    if (!isWord(tokens, end - 1, "OPTION") || !isWord(tokens, end - 2, "CHECK")) {
      return tokens;
    }
    boolean local = isWord(tokens, end - 3, "LOCAL");
    int with = local || isWord(tokens, end - 3, "CASCADED") ? end - 4 : end - 3;
    if (!isWord(tokens, with, "WITH")) {
      return tokens;
    }
    clauses.put(Clause.CHECK_OPTION, local ? "LOCAL" : "CASCADED");
    return tokens.subList(0, with);
  }

  private static boolean isWord(List<Token> tokens, int at, String word) {
    return at >= 0 && tokens.get(at).getText().equalsIgnoreCase(word);
  }

  private StoredDefinition trigger(ObjectRef ref) {
    clauses.put(Clause.TIMING, one("before", "after"));
    clauses.put(Clause.EVENT, one("insert", "update", "delete"));
    lexemes.expect("on");
    ObjectName table = lexemes.objectName();
    lexemes.expect("for", "each", "row");
    if (lexemes.is("follows") || lexemes.is("precedes")) {
      Clause order = lexemes.next().isWord("follows") ? Clause.FOLLOWS : Clause.PRECEDES;
      clauses.put(order, lexemes.name().text());
    }
    return definition(
        ref,
        Optional.of(table),
        List.of(),
        List.of(),
        Optional.empty(),
        bodyTokens(),
        new TreeSet<>());
  }

  private String one(String... words) {
    Lexeme found = lexemes.peek();
    if (!lexemes.isOneOf(Set.of(words))) {
      throw new CodeSyntaxException("expecting " + String.join(" or ", words), found);
    }
    return word();
  }

  private StoredDefinition routine(ObjectRef ref, boolean function) {
    List<StoredDefinition.Parameter> parameters = new ArrayList<>();
    lexemes.expectSymbol("(");
    if (!lexemes.takeSymbol(")")) {
      do {
        parameters.add(parameter());
      } while (lexemes.takeSymbol(","));
      lexemes.expectSymbol(")");
    }
    Optional<Column> result = Optional.empty();
    if (function) {
      lexemes.expect("returns");
      result = Optional.of(column(Identifier.NONE));
    }
    characteristics();
    return definition(
        ref, Optional.empty(), List.of(), parameters, result, bodyTokens(), new TreeSet<>());
  }

  private StoredDefinition.Parameter parameter() {
    Routine.Mode mode =
        lexemes.take("out")
            ? Routine.Mode.OUT
            : lexemes.take("inout") ? Routine.Mode.INOUT : Routine.Mode.IN;
    // IN may be left out, and is no reserved word's name then.
    if (mode == Routine.Mode.IN) {
      lexemes.take("in");
    }
    return new StoredDefinition.Parameter(mode, column(lexemes.name()));
  }

  private Column column(Identifier name) {
    int start = lexemes.index();
    TypeNames.read(lexemes);
    String type = lexemes.text(start, lexemes.index());
    String shown = SqlNames.quoted(name.isNone() ? Identifier.of("result") : name);
    MySqlGrammar text = new MySqlGrammar(shown + " " + type, grammar.mode());
    Column column = new StatementBuilder(text, dialect).column();
    return name.isNone() ? column.withName(Identifier.NONE) : column;
  }

  private void characteristics() {
    while (true) {
      if (lexemes.take("comment")) {
        clauses.put(Clause.COMMENT, lexemes.next().text());
      } else if (lexemes.take("not", "deterministic")) {
        clauses.put(Clause.DETERMINISTIC, "NO");
      } else if (lexemes.take("deterministic")) {
        clauses.put(Clause.DETERMINISTIC, "YES");
      } else if (lexemes.take("contains", "sql")) {
        clauses.put(Clause.DATA, "CONTAINS SQL");
      } else if (lexemes.take("no", "sql")) {
        clauses.put(Clause.DATA, "NO SQL");
      } else if (lexemes.take("reads", "sql", "data")) {
        clauses.put(Clause.DATA, "READS SQL DATA");
      } else if (lexemes.take("modifies", "sql", "data")) {
        clauses.put(Clause.DATA, "MODIFIES SQL DATA");
      } else if (lexemes.take("sql", "security")) {
        clauses.put(Clause.SECURITY, word());
      } else if (!lexemes.take("language", "sql")) {
        return;
      }
    }
  }

  private StoredDefinition event(ObjectRef ref) {
    events.schedule();
    events.completion();
    events.status();
    lexemes.expect("do");
    return definition(
        ref,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        bodyTokens(),
        new TreeSet<>());
  }

  // ------------------------------------------------------------ bodies

  /** The tokens from here to the end, without what ends the statement. */
  private List<Token> bodyTokens() {
    int start = lexemes.peek().start();
    List<Token> tokens =
        grammar.tokens().stream().filter(token -> grammar.start(token) >= start).toList();
    int end = tokens.size();
    while (end > 0 && tokens.get(end - 1).getType() == MySqlLexer.SEMICOLON) {
      end--;
    }
    if (end == 0) {
      throw new CodeSyntaxException("expecting a body", lexemes.peek());
    }
    return tokens.subList(0, end);
  }

  private StoredDefinition.Body body(List<Token> tokens) {
    return new StoredDefinition.Body(
        grammar.slice(tokens.getFirst(), tokens.getLast()), texts(tokens));
  }

  // Strings by their value: MariaDB shows them with escapes of its own, and strings that stand next
  // to each other as one.
  private static List<String> texts(List<Token> tokens) {
    List<String> texts = new ArrayList<>();
    StringBuilder strings = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.getType() != MySqlLexer.STRING) {
        texts.add(token.getText());
        continue;
      }
      strings.append(Literals.unquoted(token.getText()));
      if (i + 1 == tokens.size() || tokens.get(i + 1).getType() != MySqlLexer.STRING) {
        texts.add(Literals.quoted(strings.toString()));
        strings.setLength(0);
      }
    }
    return texts;
  }

  private StoredDefinition definition(
      ObjectRef ref,
      Optional<ObjectName> table,
      List<Identifier> columns,
      List<StoredDefinition.Parameter> parameters,
      Optional<Column> result,
      List<Token> tokens,
      SortedSet<ObjectRef> mentions) {
    return new StoredDefinition(
        ref, table, columns, parameters, result, new TreeMap<>(clauses), body(tokens), mentions);
  }
}
