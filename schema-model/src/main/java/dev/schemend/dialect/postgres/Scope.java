package dev.schemend.dialect.postgres;

import dev.schemend.apply.Session;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Collations;
import dev.schemend.model.Column;
import dev.schemend.model.DomainType;
import dev.schemend.model.RangeType;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What names mean for one statement: a schema and the search path it is looked at through. */
record Scope(Schema schema, Session session) {

  private static final List<ObjectKind> RELATIONS =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.SEQUENCE,
          ObjectKind.FOREIGN_TABLE,
          ObjectKind.COMPOSITE_TYPE);
  private static final List<ObjectKind> TYPES =
      List.of(
          ObjectKind.ENUM_TYPE,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW);

  /** The kinds that bring a type of their name (heap_create_with_catalog). */
  private static final Set<ObjectKind> ROW_TYPES =
      EnumSet.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.FOREIGN_TABLE,
          ObjectKind.COMPOSITE_TYPE);

  private static final Identifier CATALOG = Identifier.of("pg_catalog");

  /**
   * The schema of temporary objects, which is looked through first (manual, 5.9 and CREATE TABLE).
   */
  static final Identifier TEMPORARY = Identifier.of("pg_temp");

  /** The qualified name under which a new object goes. */
  ObjectName toCreate(ObjectName written) {
    if (written.schema().equals(TEMPORARY)) {
      return written;
    }
    Identifier target =
        written.isQualified()
            ? written.schema()
            : session.searchPath().stream()
                .filter(candidate -> schema.has(ObjectRef.schema(candidate)))
                .findFirst()
                .or(() -> session.searchPath().stream().findFirst())
                .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.schema(Identifier.NONE)));
    if (!schema.has(ObjectRef.schema(target))) {
      throw PostgresErrors.undefined(ObjectRef.schema(target));
    }
    return new ObjectName(target, written.name());
  }

  /** The first qualified form of {@code written} on the path that {@code exists}. */
  Optional<ObjectName> resolve(ObjectName written, Predicate<ObjectName> exists) {
    if (written.isQualified()) {
      return Optional.of(written).filter(exists);
    }
    return Stream.concat(Stream.of(TEMPORARY), session.searchPath().stream())
        .map(candidate -> new ObjectName(candidate, written.name()))
        .filter(exists)
        .findFirst();
  }

  /** The object of one of {@code kinds} that {@code written} means. */
  Optional<ObjectRef> find(ObjectName written, List<ObjectKind> kinds) {
    return resolve(written, name -> kindOf(name, kinds).isPresent())
        .flatMap(name -> kindOf(name, kinds).map(kind -> ObjectRef.to(kind, name)));
  }

  /** The relation that {@code written} means, indexes included. */
  Optional<ObjectRef> relation(ObjectName written) {
    return resolve(written, this::isTaken)
        .flatMap(
            name ->
                kindOf(name, RELATIONS)
                    .map(kind -> ObjectRef.to(kind, name))
                    .or(() -> schema.index(name)));
  }

  /** Whether a relation of that qualified name exists. */
  boolean isTaken(ObjectName name) {
    return kindOf(name, RELATIONS).isPresent() || schema.index(name).isPresent();
  }

  /** The type that {@code written} means. */
  Optional<ObjectRef> type(ObjectName written) {
    return find(written, TYPES);
  }

  private Optional<ObjectKind> kindOf(ObjectName name, List<ObjectKind> kinds) {
    return kinds.stream().filter(kind -> schema.has(ObjectRef.to(kind, name))).findFirst();
  }

  /** The table that {@code written} means; anything else is refused as the server does. */
  Table table(ObjectName written) {
    return findTable(written)
        .orElseThrow(
            () ->
                relation(written)
                    .map(
                        other ->
                            PostgresErrors.invalid(
                                other, "is not a table", PostgresErrors.WRONG_OBJECT_TYPE))
                    .orElseGet(() -> PostgresErrors.undefined(ObjectRef.table(written))));
  }

  /** Whether it is a table of which no more is known than that it is there. */
  boolean isCarriedTable(ObjectRef relation) {
    return relation.kind() == ObjectKind.TABLE && schema.table(relation.name()).isEmpty();
  }

  /** The table that {@code written} means, if there is one. */
  Optional<Table> findTable(ObjectName written) {
    return resolve(written, name -> schema.table(name).isPresent()).flatMap(schema::table);
  }

  /** Refuses a new relation whose name is taken. */
  void requireFree(ObjectName name, ObjectKind kind) {
    if (isTaken(name)) {
      throw PostgresErrors.duplicate(ObjectRef.to(kind, name));
    }
    if (ROW_TYPES.contains(kind) && type(name).isPresent()) {
      throw PostgresErrors.duplicate(ObjectRef.to(ObjectKind.COMPOSITE_TYPE, name));
    }
  }

  /**
   * {@code type} with user-defined names qualified. A name that nothing made is refused, unless an
   * extension is there that may have brought it.
   */
  SqlType resolve(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> notPseudo(builtin);
      case SqlType.InlineEnum inline -> inline;
      case SqlType.ArrayOf array -> new SqlType.ArrayOf(resolve(array.element()));
      case SqlType.UserDefined user when user.modifiers().contains(COLUMN_TYPE) ->
          ofColumn(user.name(), Identifier.of(user.modifiers().getLast()));
      case SqlType.UserDefined user when element(user.name()).isPresent() ->
          new SqlType.ArrayOf(
              new SqlType.UserDefined(element(user.name()).get(), user.modifiers()));
      case SqlType.UserDefined user ->
          new SqlType.UserDefined(
              type(user.name())
                  .map(ObjectRef::name)
                  .or(() -> resolve(user.name(), this::isMultirange))
                  .orElseGet(() -> foreignType(user.name())),
              // Words without quotes are folded by the parser; the type prints them as it likes.
              user.modifiers().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
    };
  }

  // It comes with its range type (manual, 8.17.1).
  private boolean isMultirange(ObjectName name) {
    return schema
        .ofKind(ObjectKind.RANGE_TYPE)
        .anyMatch(one -> one instanceof RangeType range && range.multirange().equals(name));
  }

  // The type whose array type has that name: an underscore before its own (CREATE TYPE).
  private Optional<ObjectName> element(ObjectName written) {
    String text = written.name().text();
    return text.startsWith("_") && type(written).isEmpty()
        ? type(new ObjectName(written.schema(), Identifier.of(text.substring(1))))
            .map(ObjectRef::name)
        : Optional.empty();
  }

  /** The type that values have in expressions: of a domain, the one under it (getBaseType). */
  SqlType base(SqlType type) {
    if (!(type instanceof SqlType.UserDefined user)
        || !(schema.get(ObjectRef.to(ObjectKind.DOMAIN, user.name())).orElse(null)
            instanceof DomainType domain)) {
      return type;
    }
    return domain.type() instanceof SqlType.Builtin builtin
        ? new SqlType.Builtin(builtin.name(), List.of())
        : base(domain.type());
  }

  // The serial types are words of column definitions, where Serial expands them; no type has the
  // name (manual, 8.1.4).
  private static SqlType notPseudo(SqlType.Builtin builtin) {
    if (Serial.isPseudoType(builtin)) {
      throw PostgresErrors.undefined(
          ObjectRef.to(
              ObjectKind.ENUM_TYPE, ObjectName.unqualified(Identifier.of(builtin.name()))));
    }
    return builtin;
  }

  /** The modifier of a type that is written {@code table.column%TYPE}; the column is the last. */
  static final String COLUMN_TYPE = "%TYPE";

  // The server notes the type that the column has at the time (transformTypeNameForTypmod).
  SqlType ofColumn(ObjectName relation, Identifier column) {
    return findTable(relation)
        .flatMap(table -> table.column(column))
        .map(Column::type)
        .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.column(relation, column)));
  }

  /** Whether an extension is there, which may have brought what nothing else made. */
  boolean hasExtensions() {
    return schema.ofKind(ObjectKind.EXTENSION).findAny().isPresent();
  }

  /** Whether the name is in a schema that is not looked at here. */
  boolean isElsewhere(ObjectName name) {
    return name.isQualified() && !schema.has(ObjectRef.schema(name.schema()));
  }

  /**
   * {@code function} with its schema. One that nothing here made, while extensions are there, loses
   * it: where an extension put its functions is not modelled.
   */
  ObjectName function(ObjectName function) {
    if (function.schema().equals(CATALOG)) {
      return ObjectName.unqualified(function.name());
    }
    Optional<ObjectName> known = resolve(function, this::isRoutine);
    return known.orElseGet(() -> foreignFunction(function));
  }

  /** A name without the schema of the server's own objects. */
  ObjectName outsideCatalog(ObjectName name) {
    return name.schema().equals(CATALOG) ? ObjectName.unqualified(name.name()) : name;
  }

  private ObjectName foreignFunction(ObjectName written) {
    if (isElsewhere(written)) {
      return hasExtensions() ? ObjectName.unqualified(written.name()) : written;
    }
    boolean known =
        hasExtensions()
            // A call with a type's name is a cast (func_get_detail).
            || type(written).isPresent()
            || (!written.isQualified() && OwnFunctions.has(written.name()));
    if (!known) {
      throw PostgresErrors.undefined(ObjectRef.to(ObjectKind.ROUTINE, written));
    }
    return ObjectName.unqualified(written.name());
  }

  /** The routines that a name in a call means. */
  List<Routine> routines(ObjectName written) {
    return resolve(written, this::isRoutine)
        .map(name -> schema.routines(name).toList())
        .orElse(List.of());
  }

  private boolean isRoutine(ObjectName name) {
    return schema.isCallable(name);
  }

  // A bare literal in the call of a type is cast to it (server source: func_get_detail()).
  private boolean callsType(SqlExpr.FunctionCall call) {
    return call.arguments().size() == 1
        && call.arguments().getFirst() instanceof SqlExpr.StringLiteral
        && routines(call.name()).isEmpty()
        && type(call.name()).isPresent();
  }

  /** Names that begin so are the server's own (manual, 5.10.5). */
  private static final String OWN = "pg_";

  // Domains and rows of the information schema and of the catalogs, which are in no model.
  private ObjectName foreignType(ObjectName written) {
    if (written.schema().key().equals("information_schema")) {
      return written;
    }
    boolean searched = !written.isQualified() || written.schema().equals(CATALOG);
    if (searched && written.name().key().startsWith(OWN)) {
      return ObjectName.unqualified(written.name());
    }
    if (!hasExtensions()) {
      throw PostgresErrors.undefined(ObjectRef.to(ObjectKind.ENUM_TYPE, written));
    }
    // Where an extension put its types is not modelled, so the schema would only be noise.
    return ObjectName.unqualified(written.name());
  }

  /**
   * An operator class with its schema, where a statement made it; without the schema that an
   * extension put it in, which is not modelled. What stands in brackets behind it stays.
   */
  String operatorClass(String written) {
    int options = written.indexOf(" (");
    String name = options < 0 ? written : written.substring(0, options);
    int dot = name.lastIndexOf('.');
    Identifier last = unquoted(name.substring(dot + 1));
    Optional<ObjectName> made =
        resolve(
            dot < 0
                ? ObjectName.unqualified(last)
                : new ObjectName(unquoted(name.substring(0, dot)), last),
            this::isOperatorClass);
    String own = name.substring(dot + 1);
    String known =
        made.map(one -> dot < 0 ? quoted(one.schema()) + "." + own : name)
            .orElseGet(() -> hasExtensions() ? own : name);
    return options < 0 ? known : known + written.substring(options);
  }

  private static String quoted(Identifier name) {
    return SIMPLE.matcher(name.text()).matches()
        ? name.text()
        : "\"" + name.text().replace("\"", "\"\"") + "\"";
  }

  /** Names that need no quotes but where they are key words. */
  private static final Pattern SIMPLE = Pattern.compile("[a-z_][a-z0-9_$]*");

  /** The name that a part of a text writes. */
  static Identifier unquoted(String name) {
    return Identifier.of(
        name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name);
  }

  private boolean isOperatorClass(ObjectName name) {
    return schema
        .objects()
        .valuesFrom(ObjectRef.to(ObjectKind.OPERATOR_CLASS, name))
        .findFirst()
        .map(SchemaObject::ref)
        .filter(ref -> ref.kind() == ObjectKind.OPERATOR_CLASS && ref.name().equals(name))
        .isPresent();
  }

  /** A collation with its schema, where a statement made it. */
  String collation(String written) {
    return find(Collations.name(written), List.of(ObjectKind.COLLATION))
        .map(ref -> Collations.text(ref.name()))
        .orElse(written);
  }

  /**
   * Whether an identity column may have its sequence under that name, which is in no model: the
   * name that is made for it stays when its table or column is called otherwise.
   */
  private boolean isOfIdentity(ObjectName name) {
    return name.name().text().endsWith("_seq")
        && schema
            .tables()
            .filter(table -> table.name().schema().equals(name.schema()))
            .anyMatch(table -> table.columns().stream().anyMatch(Canonical::isIdentity));
  }

  /**
   * {@code expression} with casts where a type is called like a function, with the schemas of
   * operators that a statement made, and without those of operators that an extension brought, as
   * if it stood on the search path.
   */
  SqlExpr asWritten(SqlExpr expression) {
    return Expressions.bottomUp(
        expression,
        node ->
            node instanceof SqlExpr.FunctionCall call && callsType(call)
                ? new SqlExpr.Cast(
                    call.arguments().getFirst(),
                    resolve(new SqlType.UserDefined(call.name(), List.of())))
                : Expressions.mapOperator(node, this::operator));
  }

  private SqlExpr.FunctionCall resolve(SqlExpr.FunctionCall call) {
    return new SqlExpr.FunctionCall(
        function(call.name()),
        SearchConfigurations.resolve(this, call.name(), call.arguments()),
        call.parenthesized());
  }

  private String operator(String written) {
    int dot = written.indexOf('.');
    if (dot < 0) {
      // Which namesake of the server's own is meant hangs on the operands.
      return OperatorFacts.isBuiltin(written)
          ? written
          : resolve(ObjectName.unqualified(Identifier.of(written)), this::isOperator)
              .map(found -> found.schema().text() + "." + found.name().text())
              .orElse(written);
    }
    if (dot == 0 || written.startsWith("is ") || !hasExtensions()) {
      return written;
    }
    ObjectName name =
        new ObjectName(
            Identifier.of(written.substring(0, dot)), Identifier.of(written.substring(dot + 1)));
    return isOperator(name) ? written : name.name().text();
  }

  private boolean isOperator(ObjectName name) {
    return schema.ofKind(ObjectKind.OPERATOR).anyMatch(one -> one.ref().name().equals(name));
  }

  /** {@code expression} with the sequences, types, routines and collations in it qualified. */
  SqlExpr resolve(SqlExpr expression) {
    return Expressions.bottomUp(
        expression,
        node -> {
          if (node instanceof SqlExpr.FunctionCall call) {
            return resolve(call);
          }
          if (node instanceof SqlExpr.Invocation invocation) {
            return new SqlExpr.Invocation(
                resolve(invocation.call()),
                invocation.distinct(),
                invocation.variadic(),
                invocation.orderBy(),
                invocation.withinGroup(),
                invocation.filter(),
                invocation.over());
          }
          if (node instanceof SqlExpr.RegClass constant) {
            return new SqlExpr.RegClass(
                relation(constant.relation())
                    .map(ObjectRef::name)
                    .or(() -> resolve(constant.relation(), this::isOfIdentity))
                    .orElseThrow(
                        () ->
                            PostgresErrors.undefined(
                                ObjectRef.to(ObjectKind.SEQUENCE, constant.relation()))));
          }
          if (node instanceof SqlExpr.Binary binary
              && binary.operator().equals("collate")
              && binary.right() instanceof SqlExpr.StringLiteral literal) {
            return new SqlExpr.Binary(
                binary.operator(),
                binary.left(),
                new SqlExpr.StringLiteral(literal.prefix(), collation(literal.value())));
          }
          return node instanceof SqlExpr.Cast cast
              ? new SqlExpr.Cast(cast.operand(), resolve(cast.type()))
              : node;
        });
  }
}
