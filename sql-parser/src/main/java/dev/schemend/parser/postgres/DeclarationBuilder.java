package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.Signatures;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antlr.v4.runtime.ParserRuleContext;

/** Aggregates, extended statistics, publications, collations and event triggers. */
final class DeclarationBuilder {

  private static final String BASE_TYPE = "basetype";

  /** Facts of aggregates that are functions (manual, CREATE AGGREGATE). */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "sfunc",
          "finalfunc",
          "combinefunc",
          "serialfunc",
          "deserialfunc",
          "msfunc",
          "minvfunc",
          "mfinalfunc");

  private static final Set<String> TYPES = Set.of("stype", "mstype");

  private static final Set<String> ENABLED = Set.of("replica", "always");

  private final Names names;
  private final TypeBuilder types;
  private final ExpressionBuilder expressions;

  DeclarationBuilder(Names names, TypeBuilder types, ExpressionBuilder expressions) {
    this.names = names;
    this.types = types;
    this.expressions = expressions;
  }

  /**
   * The statement; empty where it changes nothing that the model holds.
   *
   * @param kind what its leading words say it is about
   */
  Optional<DdlStatement> statement(ObjectKind kind, PostgresParser.DeclarationContext context) {
    return switch ((ParserRuleContext) context.getChild(0)) {
      case PostgresParser.CreateAggregateContext it -> Optional.of(create(it));
      case PostgresParser.CreateStatisticsContext it -> Optional.of(create(it));
      case PostgresParser.AlterStatisticsContext it -> alter(it);
      case PostgresParser.CreateCollationContext it -> Optional.of(create(it));
      case PostgresParser.AlterCollationContext it -> alter(it);
      case PostgresParser.CreatePublicationContext it -> Optional.of(create(it));
      case PostgresParser.AlterPublicationContext it -> alter(it);
      case PostgresParser.CreateEventTriggerContext it -> Optional.of(create(it));
      case PostgresParser.AlterEventTriggerContext it -> alter(it);
      case PostgresParser.DropDeclaredContext it ->
          Optional.of(
              new DdlStatement.DropObjects(
                  it.qualifiedName().stream()
                      .map(name -> ObjectRef.to(kind, names.object(name)))
                      .toList(),
                  it.EXISTS() != null,
                  TableActionBuilder.behavior(it.dropBehavior())));
      case ParserRuleContext other -> throw new BeyondTheModel(other, "a declaration");
    };
  }

  private static DdlStatement created(
      ObjectRef ref, SortedMap<String, Fact> facts, boolean orReplace, boolean ifNotExists) {
    return new DdlStatement.CreateObject(new Declaration(ref, facts), orReplace, ifNotExists);
  }

  private static Fact words(String text) {
    return new Fact.Words(text);
  }

  private ObjectName unqualified(PostgresParser.NameContext name) {
    return ObjectName.unqualified(names.name(name));
  }

  // ------------------------------------------------------------ aggregates

  private DdlStatement create(PostgresParser.CreateAggregateContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    List<Fact> arguments = new ArrayList<>();
    List<Fact> ordered = new ArrayList<>();
    if (context.orderedArguments() != null) {
      int direct = direct(context.orderedArguments());
      for (PostgresParser.RoutineArgumentContext one :
          context.orderedArguments().routineArgument()) {
        boolean first = arguments.size() < direct;
        boolean last = ordered.isEmpty() && arguments.size() == direct - 1;
        (first ? arguments : ordered).add(argument(one, last, facts));
      }
    }
    for (PostgresParser.DeclaredFactContext one : context.declaredFacts().declaredFact()) {
      String word = names.name(one.anyWord()).key().replaceFirst("^(sfunc|stype|initcond)1$", "$1");
      if (word.equals(BASE_TYPE)) {
        base(one).ifPresent(arguments::add);
      } else {
        facts.put(word, fact(word, one.declaredValue()));
      }
    }
    facts.put(Declaration.ARGUMENTS, new Fact.Several(arguments));
    if (!ordered.isEmpty()) {
      facts.put(Declaration.ORDERED, new Fact.Several(ordered));
    }
    ObjectRef ref = ObjectRef.to(ObjectKind.AGGREGATE, names.object(context.qualifiedName()));
    return created(
        new Declaration(ref, facts).signed().ref(), facts, context.REPLACE() != null, false);
  }

  /** How many arguments stand before {@code ORDER BY}, if that is there. */
  private static int direct(PostgresParser.OrderedArgumentsContext context) {
    if (context.ORDER() == null) {
      return context.routineArgument().size();
    }
    int order = context.ORDER().getSymbol().getStartIndex();
    return (int)
        context.routineArgument().stream()
            .filter(one -> one.getStart().getStartIndex() < order)
            .count();
  }

  // Any number of arguments is one more fact, of the last one only.
  private Fact argument(
      PostgresParser.RoutineArgumentContext argument, boolean last, SortedMap<String, Fact> facts) {
    boolean variadic =
        argument.argumentMode() != null && argument.argumentMode().VARIADIC() != null;
    boolean plain = argument.argumentMode() == null || argument.argumentMode().IN() != null;
    if ((!plain && !(variadic && last)) || argument.routineType().typeName() == null) {
      throw new BeyondTheModel(argument, "an argument of an aggregate that is not plain");
    }
    if (variadic) {
      facts.put(Declaration.VARIADIC, words("true"));
    }
    return new Fact.OfType(types.type(argument.routineType().typeName()));
  }

  /** The argument of an aggregate in the old syntax; {@code "ANY"} stands for none. */
  private Optional<Fact> base(PostgresParser.DeclaredFactContext fact) {
    PostgresParser.DeclaredValueContext value = fact.declaredValue();
    if (value == null || !isName(value)) {
      throw new BeyondTheModel(fact, "an aggregate with a base type that is no type");
    }
    return text(value).equalsIgnoreCase("any") ? Optional.empty() : Optional.of(type(value));
  }

  private Fact fact(String word, PostgresParser.DeclaredValueContext value) {
    if (value == null) {
      return words("true");
    }
    if (isName(value) && FUNCTIONS.contains(word)) {
      return new Fact.Of(ObjectRef.to(ObjectKind.ROUTINE, name(value)));
    }
    return isName(value) && TYPES.contains(word) ? type(value) : words(text(value));
  }

  /**
   * Whether a value may name an object: so do a string and a key word, as the parser {@code
   * default} has it (defGetQualifiedName).
   */
  static boolean isName(PostgresParser.DeclaredValueContext value) {
    return value.typeName() != null || value.stringConstant() != null || value.reserved() != null;
  }

  ObjectName name(PostgresParser.DeclaredValueContext value) {
    return value.typeName() != null ? name(value.typeName()) : quoted(value);
  }

  Fact type(PostgresParser.DeclaredValueContext value) {
    return new Fact.OfType(
        value.typeName() != null ? types.type(value.typeName()) : types.type(quoted(value)));
  }

  private ObjectName quoted(PostgresParser.DeclaredValueContext value) {
    return ObjectName.unqualified(Identifier.of(text(value)));
  }

  // A function stands where any type may (gram.y, def_arg).
  private ObjectName name(PostgresParser.TypeNameContext context) {
    PostgresParser.SimpleTypeContext type = context.simpleType();
    if (type.typeWord() == null || type.anyWord().size() > 1) {
      throw new BeyondTheModel(context, "a function of that name");
    }
    Identifier first = names.name(type.typeWord());
    return type.anyWord().isEmpty()
        ? ObjectName.unqualified(first)
        : new ObjectName(first, names.name(type.anyWord(0)));
  }

  String text(PostgresParser.DeclaredValueContext value) {
    if (value.stringConstant() != null) {
      return names.string(value.stringConstant());
    }
    if (value.qualifiedOperator() != null) {
      return names.operator(value.qualifiedOperator());
    }
    boolean word =
        value.typeName() != null
            && value.typeName().simpleType().typeWord() != null
            && value.typeName().simpleType().anyWord().isEmpty();
    return word
        ? names.name(value.typeName().simpleType().typeWord()).text()
        : value.getText().toLowerCase(Locale.ROOT);
  }

  // ------------------------------------------------------------ statistics

  private DdlStatement create(PostgresParser.CreateStatisticsContext context) {
    int last = context.qualifiedName().size() - 1;
    ObjectName table = names.object(context.qualifiedName(last));
    List<Fact> on =
        context.exprList().expr().stream()
            .<Fact>map(one -> new Fact.Value(expressions.expression(one)))
            .toList();
    SortedMap<String, Fact> facts = new TreeMap<>();
    facts.put(Declaration.FROM, new Fact.Of(ObjectRef.table(table)));
    facts.put(Declaration.ON, new Fact.Several(on));
    if (!context.name().isEmpty()) {
      facts.put(
          Declaration.KINDS,
          new Fact.Several(
              context.name().stream().map(one -> words(names.name(one).key())).toList()));
    }
    ObjectName name =
        last == 0
            ? ObjectName.unqualified(Identifier.NONE)
            : names.object(context.qualifiedName(0));
    return created(
        ObjectRef.to(ObjectKind.STATISTICS, name), facts, false, context.EXISTS() != null);
  }

  private Optional<DdlStatement> alter(PostgresParser.AlterStatisticsContext context) {
    ObjectRef ref = ObjectRef.to(ObjectKind.STATISTICS, names.object(context.qualifiedName()));
    Optional<ObjectAction> action = Optional.empty();
    if (context.STATISTICS().size() > 1) {
      boolean usual = context.DEFAULT() != null || context.signedNumber().getText().startsWith("-");
      action =
          Optional.of(
              facts(
                  Declaration.TARGET,
                  usual ? Optional.empty() : Optional.of(words(context.signedNumber().getText()))));
    } else if (context.name() != null) {
      action = Optional.of(moved(context.RENAME() != null, context.name()));
    }
    return action.map(one -> new DdlStatement.AlterObject(ref, context.EXISTS() != null, one));
  }

  private static ObjectAction facts(String word, Optional<Fact> fact) {
    SortedMap<String, Optional<Fact>> values = new TreeMap<>();
    values.put(word, fact);
    return new ObjectAction.Facts(values);
  }

  private ObjectAction moved(boolean renamed, PostgresParser.NameContext name) {
    return renamed
        ? new ObjectAction.Rename(names.name(name))
        : new ObjectAction.SetSchema(names.name(name));
  }

  // ------------------------------------------------------------ collations

  private DdlStatement create(PostgresParser.CreateCollationContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    if (context.FROM() != null) {
      facts.put(
          Declaration.COPY_OF,
          new Fact.Of(ObjectRef.to(ObjectKind.COLLATION, names.object(context.qualifiedName(1)))));
    } else {
      for (PostgresParser.DeclaredFactContext one : context.declaredFacts().declaredFact()) {
        facts.put(
            names.name(one.anyWord()).key(),
            words(one.declaredValue() == null ? "true" : text(one.declaredValue())));
      }
    }
    return created(
        ObjectRef.to(ObjectKind.COLLATION, names.object(context.qualifiedName(0))),
        facts,
        false,
        context.EXISTS() != null);
  }

  // Which version of a library was at work when it was made is nobody's wish.
  private Optional<DdlStatement> alter(PostgresParser.AlterCollationContext context) {
    return context.name() == null
        ? Optional.empty()
        : Optional.of(
            new DdlStatement.AlterObject(
                ObjectRef.to(ObjectKind.COLLATION, names.object(context.qualifiedName())),
                false,
                moved(context.RENAME() != null, context.name())));
  }

  // ------------------------------------------------------------ publications

  private DdlStatement create(PostgresParser.CreatePublicationContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    if (context.ALL() != null) {
      facts.put(Declaration.ALL_TABLES, words("true"));
    }
    List<Fact> objects = published(context.publishedObject());
    facts.put(
        Declaration.TABLES,
        new Fact.Several(objects.stream().filter(Fact.Published.class::isInstance).toList()));
    facts.put(
        Declaration.SCHEMAS,
        new Fact.Several(objects.stream().filter(Fact.Of.class::isInstance).toList()));
    if (context.storageParameters() != null) {
      StorageParameters.read(context.storageParameters(), names)
          .forEach((word, value) -> facts.put(word, words(value)));
    }
    return created(
        ObjectRef.to(ObjectKind.PUBLICATION, unqualified(context.name(1))), facts, false, false);
  }

  // A name alone is of the kind of the one before it (manual, CREATE PUBLICATION).
  private List<Fact> published(List<PostgresParser.PublishedObjectContext> list) {
    List<Fact> facts = new ArrayList<>();
    for (PostgresParser.PublishedObjectContext one : list) {
      boolean schema =
          !facts.isEmpty()
              && facts.getLast() instanceof Fact.Of
              && one.publishedTable() != null
              && one.TABLE() == null;
      facts.add(
          schema
              ? new Fact.Of(
                  ObjectRef.schema(names.name(one.publishedTable().qualifiedName().name())))
              : published(one));
    }
    return facts;
  }

  private Fact published(PostgresParser.PublishedObjectContext context) {
    if (context.CURRENT_SCHEMA() != null) {
      throw new BeyondTheModel(context, "the schema that is the current one");
    }
    if (context.publishedTable() == null) {
      return new Fact.Of(ObjectRef.schema(names.name(context.name(1))));
    }
    PostgresParser.PublishedTableContext table = context.publishedTable();
    return new Fact.Published(
        names.object(table.qualifiedName()),
        names.names(Optional.ofNullable(table.nameList())),
        Optional.ofNullable(table.expr()).map(expressions::expression));
  }

  private Optional<DdlStatement> alter(PostgresParser.AlterPublicationContext context) {
    ObjectRef ref = ObjectRef.to(ObjectKind.PUBLICATION, unqualified(context.name(1)));
    Optional<ObjectAction> action = Optional.empty();
    if (!context.publishedObject().isEmpty()) {
      action =
          Optional.of(
              new ObjectAction.Publish(verb(context), published(context.publishedObject())));
    } else if (context.storageParameters() != null) {
      SortedMap<String, Optional<Fact>> values = new TreeMap<>();
      StorageParameters.read(context.storageParameters(), names)
          .forEach((word, value) -> values.put(word, Optional.of(words(value))));
      action = Optional.of(new ObjectAction.Facts(values));
    } else if (context.RENAME() != null) {
      action = Optional.of(new ObjectAction.Rename(names.name(context.name(2))));
    }
    return action.map(one -> new DdlStatement.AlterObject(ref, false, one));
  }

  private static ObjectAction.Publish.Verb verb(PostgresParser.AlterPublicationContext context) {
    if (context.SET() != null) {
      return ObjectAction.Publish.Verb.SET;
    }
    return context.ADD() == null ? ObjectAction.Publish.Verb.DROP : ObjectAction.Publish.Verb.ADD;
  }

  // ------------------------------------------------------------ event triggers

  private DdlStatement create(PostgresParser.CreateEventTriggerContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    facts.put(Declaration.EVENT, words(names.name(context.name(2)).key()));
    List<Fact> tags = new ArrayList<>();
    for (PostgresParser.EventFilterContext filter : context.eventFilter()) {
      filter
          .stringConstant()
          .forEach(tag -> tags.add(words(names.string(tag).toUpperCase(Locale.ROOT))));
    }
    facts.put(Declaration.TAGS, new Fact.Several(tags));
    facts.put(
        Declaration.FUNCTION,
        new Fact.Of(
            new ObjectRef(
                ObjectKind.ROUTINE,
                names.object(context.qualifiedName()),
                Signatures.of(List.of()))));
    return created(
        ObjectRef.to(ObjectKind.EVENT_TRIGGER, unqualified(context.name(1))), facts, false, false);
  }

  private Optional<DdlStatement> alter(PostgresParser.AlterEventTriggerContext context) {
    ObjectRef ref = ObjectRef.to(ObjectKind.EVENT_TRIGGER, unqualified(context.name(1)));
    Optional<ObjectAction> action = Optional.empty();
    if (context.DISABLE() != null) {
      action = Optional.of(facts(Declaration.ENABLED, Optional.of(words("disabled"))));
    } else if (context.ENABLE() != null) {
      Optional<String> when =
          Optional.ofNullable(context.name(2)).map(name -> names.name(name).key());
      if (when.isPresent() && !ENABLED.contains(when.get())) {
        throw new BeyondTheModel(context, "a trigger that fires then");
      }
      action = Optional.of(facts(Declaration.ENABLED, when.map(DeclarationBuilder::words)));
    } else if (context.RENAME() != null) {
      action = Optional.of(new ObjectAction.Rename(names.name(context.name(2))));
    }
    return action.map(one -> new DdlStatement.AlterObject(ref, false, one));
  }
}
