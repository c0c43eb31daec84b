package dev.schemend.parser.postgres;

import dev.schemend.code.CodeFrontend;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.postgres.PostgresIdentifiers;
import dev.schemend.expr.Query;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.split.ReadingLimits;
import dev.schemend.script.ParsedStatement;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.SourceText;
import dev.schemend.source.StatementText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Reads one statement of a script, whatever it is. */
final class StatementReader {

  private static final String CHECKING = "check_function_bodies";
  private static final String UNKNOWABLE = "unknowable";
  private static final Set<String> TEMPORARY = Set.of("temp", "temporary", "local", "global");
  private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge");

  /** The rules for what is declared, by its kind. */
  private static final Map<ObjectKind, Function<PostgresParser, ParserRuleContext>> DECLARED =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(ObjectKind.AGGREGATE, PostgresParser::declaration),
              Map.entry(ObjectKind.STATISTICS, PostgresParser::declaration),
              Map.entry(ObjectKind.COLLATION, PostgresParser::declaration),
              Map.entry(ObjectKind.PUBLICATION, PostgresParser::declaration),
              Map.entry(ObjectKind.EVENT_TRIGGER, PostgresParser::declaration),
              Map.entry(ObjectKind.SUBSCRIPTION, PostgresParser::subscriptionStatement),
              Map.entry(ObjectKind.OPERATOR, PostgresParser::operatorStatement),
              Map.entry(ObjectKind.COMPOSITE_TYPE, PostgresParser::baseTypeStatement),
              Map.entry(ObjectKind.CAST, PostgresParser::castStatement),
              Map.entry(ObjectKind.TRANSFORM, PostgresParser::transformStatement),
              Map.entry(ObjectKind.CONVERSION, PostgresParser::conversionStatement),
              Map.entry(ObjectKind.OPERATOR_CLASS, PostgresParser::operatorGroupStatement),
              Map.entry(ObjectKind.OPERATOR_FAMILY, PostgresParser::operatorGroupStatement),
              Map.entry(ObjectKind.TEXT_SEARCH_PARSER, PostgresParser::textSearchStatement),
              Map.entry(ObjectKind.TEXT_SEARCH_TEMPLATE, PostgresParser::textSearchStatement),
              Map.entry(ObjectKind.TEXT_SEARCH_DICTIONARY, PostgresParser::textSearchStatement),
              Map.entry(ObjectKind.TEXT_SEARCH_CONFIGURATION, PostgresParser::textSearchStatement),
              Map.entry(ObjectKind.FOREIGN_DATA_WRAPPER, PostgresParser::foreignStatement),
              Map.entry(ObjectKind.FOREIGN_SERVER, PostgresParser::foreignStatement),
              Map.entry(ObjectKind.USER_MAPPING, PostgresParser::foreignStatement),
              Map.entry(ObjectKind.LANGUAGE, PostgresParser::languageStatement),
              Map.entry(ObjectKind.ACCESS_METHOD, PostgresParser::languageStatement)));

  private static final Set<String> ON_RIGHTS =
      Set.of("grant", "revoke", "alter", "reassign", "drop", "set", "reset");
  private static final CodeFrontend CODE = new PostgresCodeFrontend();

  private final BrokenStatements broken;
  private final StatementBuilder builder;
  private final Names names;
  private final boolean rights;
  private final PreparedQueries prepared;
  private int explained;

  /**
   * A reader of one script's statements.
   *
   * @param rights whether owners and privileges are part of the schema
   */
  StatementReader(
      SourceText source,
      StatementBuilder builder,
      PostgresIdentifiers identifiers,
      boolean rights) {
    this.rights = rights;
    this.broken = new BrokenStatements(source);
    this.builder = builder;
    this.names = new Names(identifiers);
    this.prepared = new PreparedQueries(names);
  }

  ParsedStatement read(StatementText statement) {
    try {
      List<String> words = leadingWords(statement.text());
      StatementClass found = StatementClasses.of(words);
      return rights && !words.isEmpty() && ON_RIGHTS.contains(words.getFirst())
          ? withRights(statement, found)
          : classified(statement, found);
    } catch (StackOverflowError tooDeep) {
      // The depth of a tree is the depth of its text; no server reads one of this depth either.
      return tooMuch(statement);
    }
  }

  private ParsedStatement withRights(StatementText statement, StatementClass found) {
    if (statement.text().length() > ReadingLimits.MOST_CHARACTERS) {
      return tooMuch(statement);
    }
    List<Token> tokens = PostgresGrammar.tokens(statement.text());
    if (PostgresGrammar.isTooMuch(tokens)) {
      return tooMuch(statement);
    }
    Optional<SortedMap<String, Optional<String>>> settings =
        new SessionRoleStatements(names).read(tokens);
    if (settings.isPresent()) {
      return new ParsedStatement.SetVariables(statement, settings.get());
    }
    try {
      RightsReader reader = new RightsReader(tokens, names, builder);
      Optional<DdlStatement> change = reader.read();
      return change.isPresent()
          ? new ParsedStatement.Ddl(statement, List.of(change.get()))
          : withOwner(classified(statement, found), reader);
    } catch (RightsReader.Misread misread) {
      return broken.at(statement, misread.token(), List.of(misread.expected()));
    }
  }

  // An owner is one of the actions of ALTER TABLE, and all that others do.
  private static ParsedStatement withOwner(ParsedStatement read, RightsReader reader) {
    Optional<DdlStatement> owner = isUnderstood(read) ? reader.owner() : Optional.empty();
    if (owner.isEmpty()) {
      return read;
    }
    List<DdlStatement> all = new ArrayList<>();
    if (read instanceof ParsedStatement.Ddl ddl) {
      all.addAll(ddl.statements());
    }
    all.add(owner.get());
    return new ParsedStatement.Ddl(read.source(), all);
  }

  private static boolean isUnderstood(ParsedStatement read) {
    return read instanceof ParsedStatement.Ddl || read instanceof ParsedStatement.Inert;
  }

  private ParsedStatement tooMuch(StatementText statement) {
    return unknowable(
        statement, List.of(), statement.span(), "it is too long or nested too deeply to be read");
  }

  private static List<String> leadingWords(String text) {
    PostgresLexer lexer = new PostgresLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<String> words = new ArrayList<>();
    Token token = lexer.nextToken();
    while (token.getType() != Token.EOF && words.size() < StatementClasses.WORDS) {
      words.add(TokenCursor.word(token));
      token = lexer.nextToken();
    }
    return words;
  }

  private ParsedStatement classified(StatementText statement, StatementClass found) {
    if (found instanceof StatementClass.Inert inert) {
      remember(statement, inert.kind());
      return new ParsedStatement.Inert(statement, inert.kind());
    }
    if (statement.text().length() > ReadingLimits.MOST_CHARACTERS) {
      return tooMuch(statement);
    }
    List<Token> tokens = PostgresGrammar.tokens(statement.text());
    if (PostgresGrammar.isTooMuch(tokens)) {
      return tooMuch(statement);
    }
    return switch (found) {
      case StatementClass.Inert inert -> new ParsedStatement.Inert(statement, inert.kind());
      case StatementClass.Modelled modelled -> modelled(statement, tokens);
      case StatementClass.CreateOpaque create ->
          declaration(statement, tokens, create.kind())
              .orElseGet(() -> opaque(statement, tokens, create.kind()));
      case StatementClass.DropOpaque drop ->
          declaration(statement, tokens, drop.kind())
              .or(
                  () ->
                      new OpaqueStatements(names)
                          .drop(drop.kind(), tokens)
                          .map(one -> new ParsedStatement.Ddl(statement, List.of(one))))
              .orElseGet(() -> broken.nameless(statement, tokens));
      case StatementClass.AlterOpaque alter ->
          declaration(statement, tokens, alter.kind())
              .or(
                  () ->
                      new OpaqueStatements(names)
                          .alter(alter.kind(), tokens)
                          .map(one -> new ParsedStatement.Ddl(statement, List.of(one))))
              .orElseGet(() -> alterOpaque(statement, tokens, alter.words()));
      case StatementClass.CommentOpaque comment ->
          comment(statement, tokens, comment.kind())
              .orElseGet(() -> new ParsedStatement.Inert(statement, "COMMENT"));
      case StatementClass.Cluster cluster ->
          Rewordings.cluster(tokens)
              .map(alter -> modelled(statement, alter))
              .orElseGet(() -> new ParsedStatement.Inert(statement, "CLUSTER"));
      case StatementClass.Code code -> code(statement, tokens);
      case StatementClass.Unknowable other ->
          unknowable(
              statement, tokens, statement.span(), other.why() + " cannot be followed offline");
      case StatementClass.MaybePath path -> maybePath(statement, tokens, path.kind());
      case StatementClass.None none -> broken.noStatement(statement, tokens);
    };
  }

  private void remember(StatementText statement, String kind) {
    boolean isLong = statement.text().length() > ReadingLimits.MOST_CHARACTERS;
    if (kind.equals("PREPARE") && !isLong) {
      prepared.prepare(statement.text());
    } else if (kind.equals("DEALLOCATE") && !isLong) {
      prepared.deallocate(statement.text());
    }
  }

  private ParsedStatement modelled(StatementText statement, List<Token> written) {
    List<Token> tokens = prepared.inPlaceOfExecute(written);
    Optional<ObjectKind> otherType = otherType(tokens);
    if (otherType.isPresent()) {
      return declaration(statement, tokens, otherType.get())
          .orElseGet(() -> opaque(statement, tokens, otherType.get()));
    }
    return switch (PostgresGrammar.parse(
        tokens, PostgresParser::statement, explained < ReadingLimits.MOST_EXPLAINED)) {
      case PostgresGrammar.Outcome.Tree<PostgresParser.StatementContext>(var tree) ->
          built(statement, tokens, tree.ddl());
      case PostgresGrammar.Outcome.Failure<PostgresParser.StatementContext>(
              var token,
              var expected) -> {
        explained++;
        yield broken.at(statement, token, expected);
      }
    };
  }

  private ParsedStatement built(
      StatementText statement, List<Token> tokens, PostgresParser.DdlContext tree) {
    try {
      return builder
          .statement(tree)
          .<ParsedStatement>map(one -> new ParsedStatement.Ddl(statement, List.of(one)))
          .orElseGet(() -> new ParsedStatement.Inert(statement, leading(tokens, 2)));
    } catch (BeyondTheModel beyond) {
      return unknowable(
          statement,
          tokens,
          broken.spanOf(statement, beyond.where()),
          "the model has no words for " + beyond.getMessage());
    } catch (RefusedText refused) {
      return broken.at(statement, refused.where(), refused.sqlState(), refused.getMessage());
    }
  }

  // CREATE TYPE without AS makes a base type, or the shell of one.
  private Optional<ObjectKind> otherType(List<Token> tokens) {
    TokenCursor cursor = new TokenCursor(tokens, names);
    if (!cursor.take("create", "type") || cursor.name().isEmpty()) {
      return Optional.empty();
    }
    boolean base = cursor.is(PostgresLexer.LPAREN) || cursor.atEnd();
    return base ? Optional.of(ObjectKind.COMPOSITE_TYPE) : Optional.empty();
  }

  // What the model has no words for is carried as its author wrote it.
  private Optional<ParsedStatement> declaration(
      StatementText statement, List<Token> tokens, ObjectKind kind) {
    if (kind == ObjectKind.FOREIGN_TABLE) {
      return foreignTable(statement, tokens);
    }
    Function<PostgresParser, ParserRuleContext> rule = DECLARED.get(kind);
    if (rule == null
        || !(PostgresGrammar.parse(tokens, rule, false)
            instanceof PostgresGrammar.Outcome.Tree<ParserRuleContext>(var tree))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          builder
              .declaration(kind, tree)
              .<ParsedStatement>map(one -> new ParsedStatement.Ddl(statement, List.of(one)))
              .orElseGet(() -> new ParsedStatement.Inert(statement, leading(tokens, 2))));
    } catch (BeyondTheModel beyond) {
      return Optional.empty();
    } catch (RefusedText refused) {
      return Optional.of(
          broken.at(statement, refused.where(), refused.sqlState(), refused.getMessage()));
    }
  }

  private Optional<ParsedStatement> comment(
      StatementText statement, List<Token> tokens, ObjectKind kind) {
    Rewordings.CommentOn comment = Rewordings.comment(tokens).orElse(null);
    return comment != null
            && declaration(statement, comment.drop(), kind).orElse(null)
                instanceof ParsedStatement.Ddl ddl
            && ddl.statements().getFirst() instanceof DdlStatement.DropObjects drop
        ? Optional.of(
            new ParsedStatement.Ddl(
                statement,
                List.of(
                    new DdlStatement.CommentOn(drop.objects().getFirst(), text(comment.text())))))
        : Optional.empty();
  }

  private Optional<String> text(List<Token> tokens) {
    return PostgresGrammar.parse(tokens, PostgresParser::stringConstant, false)
            instanceof PostgresGrammar.Outcome.Tree<PostgresParser.StringConstantContext>(var tree)
        ? Optional.of(names.string(tree))
        : Optional.empty();
  }

  // Heirs and partitions are carried; of what is done to a foreign table nothing is passed over.
  private Optional<ParsedStatement> foreignTable(StatementText statement, List<Token> tokens) {
    Optional<DdlStatement> read;
    try {
      read = new ForeignTableReader(names, builder, tokens).read();
    } catch (BeyondTheModel beyond) {
      read = Optional.empty();
    }
    boolean alters = tokens.getFirst().getType() == PostgresLexer.ALTER;
    TokenCursor owner = new TokenCursor(tokens, names);
    boolean owned = owner.skipPast("owner") && owner.take("to");
    return read.<ParsedStatement>map(one -> new ParsedStatement.Ddl(statement, List.of(one)))
        .or(
            () ->
                alters && !owned
                    ? Optional.of(
                        unknowable(
                            statement,
                            tokens,
                            statement.span(),
                            "the model has no words for this change of a foreign table"))
                    : Optional.empty());
  }

  private ParsedStatement opaque(StatementText statement, List<Token> tokens, ObjectKind kind) {
    return new OpaqueStatements(names)
        .create(kind, tokens, statement.text())
        .<ParsedStatement>map(one -> new ParsedStatement.Ddl(statement, List.<DdlStatement>of(one)))
        .orElseGet(() -> broken.nameless(statement, tokens));
  }

  // Its attributes are in no model; its name and schema are what others refer to.
  private ParsedStatement alterOpaque(StatementText statement, List<Token> tokens, String kind) {
    TokenCursor renaming = new TokenCursor(tokens, names);
    TokenCursor moving = new TokenCursor(tokens, names);
    boolean moves = moving.skipPast("set") && moving.take("schema");
    boolean renames = renaming.skipPast("rename") && renaming.take("to");
    return renames || moves
        ? unknowable(
            statement,
            tokens,
            statement.span(),
            kind + " gives another name to an object that is carried, not understood")
        : new ParsedStatement.Inert(statement, kind);
  }

  private ParsedStatement maybePath(StatementText statement, List<Token> tokens, String kind) {
    Optional<SearchPathStatements.Path> path = new SearchPathStatements(names).read(tokens);
    if (path.isPresent()) {
      return new ParsedStatement.SetSearchPath(
          statement, path.get().schemas(), path.get().written());
    }
    boolean query = kind.equals("SELECT") || kind.equals("WITH");
    if (!query) {
      Optional<DdlStatement> checking = checking(tokens);
      if (checking.isPresent()) {
        return new ParsedStatement.Ddl(statement, List.of(checking.get()));
      }
      return new ParsedStatement.Inert(statement, kind);
    }
    return into(tokens)
        .map(at -> selectInto(statement, tokens, at))
        .orElseGet(() -> query(statement, tokens, kind));
  }

  // As plans write it; in any other spelling it is a setting like others.
  private Optional<DdlStatement> checking(List<Token> tokens) {
    TokenCursor cursor = new TokenCursor(tokens, names);
    if (cursor.take("reset", CHECKING)) {
      return Optional.of(new DdlStatement.CheckBodies(true));
    }
    boolean off =
        cursor.take("set", CHECKING) && cursor.take(PostgresLexer.EQUAL) && cursor.take("off");
    return off ? Optional.of(new DdlStatement.CheckBodies(false)) : Optional.empty();
  }

  // SELECT INTO is CREATE TABLE AS with the name in another place (manual, SELECT INTO).
  private ParsedStatement selectInto(StatementText statement, List<Token> tokens, int into) {
    List<Token> rest = new ArrayList<>(tokens.subList(into + 1, tokens.size()));
    TokenCursor cursor = new TokenCursor(rest, names);
    boolean unlogged = cursor.take("unlogged");
    boolean temporary = false;
    while (TEMPORARY.contains(cursor.word())) {
      temporary = true;
      cursor.skip();
    }
    cursor.take("table");
    Optional<ObjectName> name = cursor.name();
    List<Token> query = new ArrayList<>(tokens.subList(0, into));
    query.addAll(rest.subList(cursor.position(), rest.size()));
    boolean temp = temporary;
    return name.<ParsedStatement>map(
            table ->
                new ParsedStatement.Ddl(
                    statement, List.of(builder.tableAs(table, temp, unlogged, query(query)))))
        .orElseGet(
            () ->
                unknowable(
                    statement,
                    tokens,
                    statement.span(),
                    "SELECT INTO makes a table of a query's result"));
  }

  private Query query(List<Token> tokens) {
    return PostgresGrammar.parse(tokens, PostgresParser::loneQuery, false)
            instanceof PostgresGrammar.Outcome.Tree<PostgresParser.LoneQueryContext>(var tree)
        ? builder.query(tree)
        : Query.of(new Query.Carried(Tokens.folded(tokens)));
  }

  // A query matters where it calls something; what WITH leads to may change rows instead.
  private ParsedStatement query(StatementText statement, List<Token> tokens, String kind) {
    boolean calls = tokens.stream().anyMatch(token -> token.getType() == PostgresLexer.LPAREN);
    boolean changes =
        kind.equals("WITH") && tokens.stream().map(TokenCursor::word).anyMatch(CHANGES::contains);
    return calls && !changes ? code(statement, tokens) : new ParsedStatement.Inert(statement, kind);
  }

  private ParsedStatement code(StatementText statement, List<Token> tokens) {
    return new ParsedStatement.Code(
        statement, CODE.statement(statement.text()), NameScan.of(tokens, names));
  }

  /** Where the INTO of a SELECT INTO stands. */
  private static Optional<Integer> into(List<Token> tokens) {
    int depth = 0;
    for (int i = 1; i < tokens.size(); i++) {
      switch (tokens.get(i).getType()) {
        case PostgresLexer.LPAREN -> depth++;
        case PostgresLexer.RPAREN -> depth--;
        case PostgresLexer.INTO -> {
          String before = TokenCursor.word(tokens.get(i - 1));
          if (depth == 0 && !before.equals("insert") && !before.equals("merge")) {
            return Optional.of(i);
          }
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private ParsedStatement unknowable(
      StatementText statement, List<Token> tokens, SourceSpan span, String message) {
    return new ParsedStatement.Unknowable(
        statement,
        new Diagnostic(
            UNKNOWABLE,
            Diagnostic.Severity.WARNING,
            Optional.of(span),
            message,
            "what it does to the schema is not in the model"),
        NameScan.of(tokens, names));
  }

  private static String leading(List<Token> tokens, int count) {
    return tokens.stream()
        .limit(count)
        .map(token -> Quoting.upper(token.getText()))
        .collect(Collectors.joining(" "));
  }
}
