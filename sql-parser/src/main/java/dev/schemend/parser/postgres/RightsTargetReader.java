package dev.schemend.parser.postgres;

import dev.schemend.ddl.RightsAction.Family;
import dev.schemend.ddl.RightsAction.Target;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** The objects that a statement on rights names. */
final class RightsTargetReader {

  /** By the words behind {@code ON}; the longer come first. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(ObjectKind.FOREIGN_SERVER, "foreign", "server"),
          new Kind(ObjectKind.TABLE, "table"),
          new Kind(ObjectKind.SEQUENCE, "sequence"),
          new Kind(ObjectKind.SCHEMA, "schema"),
          new Kind(ObjectKind.ROUTINE, "function"),
          new Kind(ObjectKind.ROUTINE, "procedure"),
          new Kind(ObjectKind.ROUTINE, "routine"),
          new Kind(ObjectKind.DOMAIN, "domain"),
          new Kind(ObjectKind.ENUM_TYPE, "type"));

  /** What is no part of a schema, or in no model. */
  private static final Set<String> OUTSIDE =
      Set.of("database", "foreign", "language", "large", "parameter", "tablespace");

  /** By the words behind {@code ALTER}. */
  private static final List<Kind> ALTERED =
      List.of(
          new Kind(ObjectKind.MATERIALIZED_VIEW, "materialized", "view"),
          new Kind(ObjectKind.FOREIGN_TABLE, "foreign", "table"),
          new Kind(ObjectKind.EVENT_TRIGGER, "event", "trigger"),
          new Kind(ObjectKind.TABLE, "table"),
          new Kind(ObjectKind.VIEW, "view"),
          new Kind(ObjectKind.SEQUENCE, "sequence"),
          new Kind(ObjectKind.SCHEMA, "schema"),
          new Kind(ObjectKind.ROUTINE, "function"),
          new Kind(ObjectKind.ROUTINE, "procedure"),
          new Kind(ObjectKind.ROUTINE, "routine"),
          new Kind(ObjectKind.AGGREGATE, "aggregate"),
          new Kind(ObjectKind.DOMAIN, "domain"),
          new Kind(ObjectKind.ENUM_TYPE, "type"),
          new Kind(ObjectKind.COLLATION, "collation"),
          new Kind(ObjectKind.STATISTICS, "statistics"),
          new Kind(ObjectKind.PUBLICATION, "publication"),
          new Kind(ObjectKind.FOREIGN_SERVER, "server"));

  private static final Map<String, Family> FAMILIES =
      Map.of(
          "tables", Family.TABLES,
          "sequences", Family.SEQUENCES,
          "functions", Family.FUNCTIONS,
          "procedures", Family.PROCEDURES,
          "routines", Family.ROUTINES);

  private record Kind(ObjectKind kind, List<String> words) {
    Kind(ObjectKind kind, String... words) {
      this(kind, List.of(words));
    }
  }

  /** The object of an {@code ALTER}; the cursor stands before its first action then. */
  record Altered(ObjectRef object, boolean ifExists) {}

  private final TokenCursor cursor;
  private final StatementBuilder builder;

  RightsTargetReader(TokenCursor cursor, StatementBuilder builder) {
    this.cursor = cursor;
    this.builder = builder;
  }

  /** What stands behind {@code ON}; empty where it is no part of a schema. */
  Optional<Target> read() {
    if (cursor.take("all")) {
      return Optional.of(all());
    }
    Optional<ObjectKind> kind = kind(KINDS);
    if (kind.isEmpty() && OUTSIDE.contains(cursor.word()) && !isName()) {
      return Optional.empty();
    }
    List<ObjectRef> objects = new ArrayList<>();
    do {
      objects.add(object(kind.orElse(ObjectKind.TABLE)));
    } while (cursor.take(PostgresLexer.COMMA));
    return Optional.of(new Target.Named(objects));
  }

  private Target all() {
    Family family = FAMILIES.get(cursor.word());
    if (family == null) {
      throw new RightsReader.Misread(
          cursor.current(), "TABLES, SEQUENCES, FUNCTIONS, PROCEDURES or ROUTINES");
    }
    cursor.skip();
    if (!cursor.take("in", "schema")) {
      throw new RightsReader.Misread(cursor.current(), "IN SCHEMA");
    }
    List<Identifier> schemas = new ArrayList<>();
    do {
      schemas.add(name().name());
    } while (cursor.take(PostgresLexer.COMMA));
    return new Target.AllIn(family, schemas);
  }

  /** The object of an {@code ALTER}; empty for a kind without an owner in the model. */
  Optional<Altered> altered() {
    if (!cursor.take("alter")) {
      return Optional.empty();
    }
    Optional<ObjectKind> kind = kind(ALTERED);
    if (kind.isEmpty() || cursor.is(PostgresLexer.EOF)) {
      return Optional.empty();
    }
    boolean ifExists = cursor.take("if", "exists");
    cursor.take("only");
    if (cursor.take("all", "in", "tablespace")) {
      return Optional.empty();
    }
    ObjectRef object = object(kind.get());
    cursor.take(PostgresLexer.STAR);
    return Optional.of(new Altered(object, ifExists));
  }

  private Optional<ObjectKind> kind(List<Kind> kinds) {
    if (isName()) {
      return Optional.empty();
    }
    return kinds.stream()
        .filter(one -> cursor.take(one.words().toArray(String[]::new)))
        .map(Kind::kind)
        .findFirst();
  }

  // A word that is all there is in front of TO, FROM, a comma or a dot names an object.
  private boolean isName() {
    int start = cursor.position();
    cursor.skip();
    boolean name =
        cursor.is(PostgresLexer.COMMA)
            || cursor.is(PostgresLexer.DOT)
            || cursor.word().equals("to")
            || cursor.word().equals("from");
    cursor.back(start);
    return name;
  }

  private ObjectRef object(ObjectKind kind) {
    if (kind == ObjectKind.ROUTINE || kind == ObjectKind.AGGREGATE) {
      return routine(kind);
    }
    ObjectName name = name();
    return kind == ObjectKind.SCHEMA ? ObjectRef.schema(name.name()) : ObjectRef.to(kind, name);
  }

  private ObjectName name() {
    Token token = cursor.current();
    return cursor.name().orElseThrow(() -> new RightsReader.Misread(token, "a name"));
  }

  // The types in its brackets are the grammar's.
  private ObjectRef routine(ObjectKind kind) {
    int start = cursor.position();
    name();
    if (cursor.is(PostgresLexer.LPAREN)) {
      cursor.skipParentheses();
    }
    return switch (PostgresGrammar.parse(
        cursor.between(start, cursor.position()), PostgresParser::loneSignature, false)) {
      case PostgresGrammar.Outcome.Tree<PostgresParser.LoneSignatureContext>(var tree) ->
          builder.signature(kind, tree);
      case PostgresGrammar.Outcome.Failure<PostgresParser.LoneSignatureContext>(
              var token,
              var expected) ->
          throw new RightsReader.Misread(token, "the types of arguments");
    };
  }
}
