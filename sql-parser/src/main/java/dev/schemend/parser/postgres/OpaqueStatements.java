package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.OpaqueObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.query.QueryRelations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/**
 * {@code CREATE} and {@code DROP} of objects that are carried, not understood: what they are
 * called, and every name that they may depend on.
 */
final class OpaqueStatements {

  /** Objects that live on a table, and have their names there. */
  private static final Set<ObjectKind> ON_TABLE =
      Set.of(ObjectKind.TRIGGER, ObjectKind.POLICY, ObjectKind.RULE);

  private static final Set<ObjectKind> QUERIES =
      Set.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

  private final Names names;

  OpaqueStatements(Names names) {
    this.names = names;
  }

  /** Empty where no name stands where one must. */
  Optional<DdlStatement> create(ObjectKind kind, List<Token> tokens, String text) {
    TokenCursor cursor = new TokenCursor(tokens, names);
    boolean orReplace = false;
    cursor.skip();
    if (cursor.take("or", "replace")) {
      orReplace = true;
    }
    toName(cursor);
    Optional<ObjectRef> ref = reference(kind, cursor);
    if (ref.isEmpty()) {
      return Optional.empty();
    }
    boolean replaces = orReplace;
    return ref.map(
        object ->
            new DdlStatement.CreateOpaque(
                OpaqueObject.of(object, text, dependencies(object, cursor, tokens, text)),
                replaces));
  }

  // Behind the words of the kind; a name may be a word itself, so they are known ones only.
  private static void toName(TokenCursor cursor) {
    while (KIND_WORDS.contains(cursor.word())) {
      cursor.skip();
    }
    cursor.take("if", "not", "exists");
    cursor.take("if", "exists");
  }

  private static final Set<String> KIND_WORDS =
      Set.of(
          "trusted",
          "procedural",
          "recursive",
          "constraint",
          "default",
          "view",
          "materialized",
          "function",
          "procedure",
          "routine",
          "trigger",
          "event",
          "policy",
          "extension",
          "domain",
          "rule",
          "aggregate",
          "operator",
          "class",
          "family",
          "cast",
          "publication",
          "subscription",
          "statistics",
          "collation",
          "text",
          "search",
          "configuration",
          "dictionary",
          "parser",
          "template",
          "server",
          "foreign",
          "table",
          "language",
          "access",
          "method",
          "type",
          "concurrently");

  private Optional<ObjectRef> reference(ObjectKind kind, TokenCursor cursor) {
    if (kind == ObjectKind.CAST) {
      return Optional.of(ObjectRef.to(kind, verbatim(cursor)));
    }
    int start = cursor.position();
    Optional<ObjectName> symbol = kind == ObjectKind.OPERATOR ? operator(cursor) : Optional.empty();
    if (symbol.isPresent()) {
      return Optional.of(ObjectRef.to(kind, symbol.get()));
    }
    cursor.back(start);
    Optional<ObjectName> name = cursor.name();
    if (kind == ObjectKind.STATISTICS && (name.isEmpty() || isOn(name.get()))) {
      cursor.back(start);
      return statistics(cursor).map(found -> ObjectRef.to(kind, found));
    }
    if (name.isEmpty() || !ON_TABLE.contains(kind)) {
      return name.map(found -> ObjectRef.to(kind, found));
    }
    // CREATE RULE r AS ON event TO t; all others, and DROP RULE, say ON t.
    boolean rule = kind == ObjectKind.RULE && cursor.word().equals("as");
    if (!cursor.skipPast(rule ? "to" : "on")) {
      return Optional.empty();
    }
    return cursor.name().map(table -> new ObjectRef(kind, table, name.get().name()));
  }

  /** Characters that names of operators are made of (manual, 4.1.3). */
  private static final Pattern SYMBOLS = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");

  // [schema.]symbols, in as many tokens as the grammar of expressions makes of them.
  private static Optional<ObjectName> operator(TokenCursor cursor) {
    Identifier schema = Identifier.NONE;
    if (!SYMBOLS.matcher(cursor.current().getText()).matches()) {
      Optional<Identifier> written = cursor.part();
      if (written.isEmpty() || !cursor.take(PostgresLexer.DOT)) {
        return Optional.empty();
      }
      schema = written.get();
    }
    StringBuilder symbols = new StringBuilder();
    while (!cursor.atEnd() && SYMBOLS.matcher(cursor.current().getText()).matches()) {
      symbols.append(cursor.current().getText());
      cursor.skip();
    }
    return symbols.isEmpty()
        ? Optional.empty()
        : Optional.of(new ObjectName(schema, Identifier.of(symbols.toString())));
  }

  // CREATE STATISTICS ON …: what stands where the name would is a reserved word.
  private static boolean isOn(ObjectName name) {
    return !name.isQualified() && name.name().key().equals("on");
  }

  // Without a name the table and the columns give it (16; ChooseExtendedStatisticName).
  private static Optional<ObjectName> statistics(TokenCursor cursor) {
    if (!cursor.skipPast("on")) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>();
    do {
      boolean expression = cursor.is(PostgresLexer.LPAREN);
      Optional<ObjectName> column = expression ? Optional.empty() : cursor.name();
      boolean call = cursor.is(PostgresLexer.LPAREN);
      if (call) {
        cursor.skipParentheses();
      }
      columns.add(column.isEmpty() || call ? "expr" : column.get().name().text());
    } while (cursor.take(PostgresLexer.COMMA));
    if (!cursor.take("from")) {
      return Optional.empty();
    }
    return cursor
        .name()
        .map(
            table ->
                table.sibling(
                    Identifier.of(
                        table.name().text() + "_" + String.join("_", columns) + "_stat")));
  }

  // A cast or an operator has a signature for a name: its tokens up to the closing parenthesis.
  private static ObjectName verbatim(TokenCursor cursor) {
    List<String> parts = new ArrayList<>();
    while (!cursor.atEnd() && !cursor.is(PostgresLexer.LPAREN)) {
      parts.add(cursor.current().getText());
      cursor.skip();
    }
    if (parts.isEmpty()) {
      while (!cursor.atEnd() && !cursor.is(PostgresLexer.RPAREN)) {
        parts.add(cursor.current().getText());
        cursor.skip();
      }
      parts.add(")");
      cursor.skip();
    }
    return ObjectName.unqualified(Identifier.of(String.join(" ", parts)));
  }

  private SortedSet<ObjectRef> dependencies(
      ObjectRef object, TokenCursor cursor, List<Token> tokens, String text) {
    SortedSet<ObjectRef> found = new TreeSet<>();
    Optional<SortedSet<ObjectName>> read =
        QUERIES.contains(object.kind()) ? query(cursor, text) : Optional.empty();
    for (ObjectName name :
        read.orElseGet(
            () -> NameScan.of(tokens.subList(cursor.position(), tokens.size()), names))) {
      found.add(ObjectRef.table(name));
    }
    if (!object.member().isNone()) {
      found.add(ObjectRef.table(object.name()));
    }
    return found;
  }

  private Optional<SortedSet<ObjectName>> query(TokenCursor cursor, String text) {
    if (!cursor.skipPast("as")) {
      return Optional.empty();
    }
    int start = text.offsetByCodePoints(0, cursor.current().getStartIndex());
    return QueryRelations.read(text.substring(start))
        .map(
            relations -> {
              SortedSet<ObjectName> found = new TreeSet<>();
              relations.forEach(name -> found.add(names.identifiers().inString(name)));
              return found;
            });
  }

  /**
   * {@code RENAME TO} and {@code SET SCHEMA} of an object whose name stands by itself; empty for
   * everything else.
   */
  Optional<DdlStatement> alter(ObjectKind kind, List<Token> tokens) {
    if (!NAMED.contains(kind)) {
      return Optional.empty();
    }
    TokenCursor cursor = new TokenCursor(tokens, names);
    cursor.skip();
    while (KIND_WORDS.contains(cursor.word())) {
      cursor.skip();
    }
    boolean ifExists = cursor.take("if", "exists");
    Optional<ObjectName> name = cursor.name();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<ObjectAction> action =
        cursor.take("rename", "to")
            ? cursor.part().map(ObjectAction.Rename::new)
            : cursor.take("set", "schema")
                ? cursor.part().map(ObjectAction.SetSchema::new)
                : Optional.empty();
    return action.map(
        one -> new DdlStatement.AlterObject(ObjectRef.to(kind, name.get()), ifExists, one));
  }

  /** Kinds of objects that have a name and no signature. */
  private static final Set<ObjectKind> NAMED = Set.of(ObjectKind.FOREIGN_TABLE);

  /** Empty where it names nothing. */
  Optional<DdlStatement> drop(ObjectKind kind, List<Token> tokens) {
    TokenCursor cursor = new TokenCursor(tokens, names);
    cursor.skip();
    while (KIND_WORDS.contains(cursor.word())) {
      cursor.skip();
    }
    boolean ifExists = cursor.take("if", "exists");
    List<ObjectRef> objects = new ArrayList<>();
    do {
      Optional<ObjectRef> object = reference(kind, cursor);
      if (object.isEmpty()) {
        return Optional.empty();
      }
      objects.add(object.get());
      if (cursor.is(PostgresLexer.LPAREN)) {
        cursor.skipParentheses();
      }
    } while (cursor.take(PostgresLexer.COMMA));
    DropBehavior behavior =
        cursor.skipPast("cascade") ? DropBehavior.CASCADE : DropBehavior.RESTRICT;
    return Optional.of(new DdlStatement.DropOpaque(objects, ifExists, behavior));
  }
}
