package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.ExtendingWords;
import dev.schemend.model.Extension;
import dev.schemend.model.Signatures;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Operators, casts, conversions, operator classes and families, languages and access methods. */
final class ExtendingBuilder {

  private static final Map<String, String> OPERATOR_WORDS = Map.of("procedure", "function");

  private static final Set<String> OPERATOR_TYPES =
      Set.of(ExtendingWords.LEFT, ExtendingWords.RIGHT);

  private static final Set<String> OPERATOR_FUNCTIONS =
      Set.of(Declaration.FUNCTION, ExtendingWords.RESTRICT, ExtendingWords.JOIN);

  private static final Set<String> OPERATOR_LINKS =
      Set.of(ExtendingWords.COMMUTATOR, ExtendingWords.NEGATOR);

  private static final Set<String> OPERATOR_TRUTHS =
      Set.of(ExtendingWords.HASHES, ExtendingWords.MERGES);

  private final Names names;
  private final TypeBuilder types;
  private final DeclarationBuilder declarations;
  private final RoutineBuilder routines;

  ExtendingBuilder(
      Names names, TypeBuilder types, DeclarationBuilder declarations, RoutineBuilder routines) {
    this.names = names;
    this.types = types;
    this.declarations = declarations;
    this.routines = routines;
  }

  /** The statement; empty where it changes nothing that the model holds. */
  Optional<DdlStatement> statement(ObjectKind kind, ParserRuleContext context) {
    return switch (context) {
      case PostgresParser.CreateOperatorContext it -> Optional.of(create(it));
      case PostgresParser.AlterOperatorContext it -> alter(it);
      case PostgresParser.DropOperatorsContext it -> Optional.of(drop(it));
      case PostgresParser.CreateTransformContext it -> Optional.of(create(it));
      case PostgresParser.DropTransformContext it ->
          Optional.of(
              new DdlStatement.DropObjects(
                  List.of(transform(it.transformed())),
                  it.EXISTS() != null,
                  TableActionBuilder.behavior(it.dropBehavior())));
      case PostgresParser.CreateCastContext it -> Optional.of(create(it));
      case PostgresParser.DropCastContext it ->
          Optional.of(
              dropped(List.of(cast(it.castSignature())), it.EXISTS() != null, it.dropBehavior()));
      case PostgresParser.CreateConversionContext it -> Optional.of(create(it));
      case PostgresParser.AlterConversionContext it ->
          moved(ObjectRef.to(kind, names.object(it.qualifiedName())), it.groupMove());
      case PostgresParser.DropConversionContext it ->
          Optional.of(
              dropped(
                  List.of(ObjectRef.to(kind, names.object(it.qualifiedName()))),
                  it.EXISTS() != null,
                  it.dropBehavior()));
      case PostgresParser.CreateClassContext it -> Optional.of(create(it));
      case PostgresParser.CreateFamilyContext it ->
          Optional.of(
              created(
                  group(ObjectKind.OPERATOR_FAMILY, it.qualifiedName(), it.name(1)),
                  new TreeMap<>(),
                  false));
      case PostgresParser.AlterGroupContext it ->
          alter(group(kind, it.qualifiedName(), it.name(1)), it);
      case PostgresParser.DropGroupContext it ->
          Optional.of(
              dropped(
                  List.of(group(kind, it.qualifiedName(), it.name(1))),
                  it.EXISTS() != null,
                  it.dropBehavior()));
      case PostgresParser.CreateLanguageContext it -> Optional.of(create(it));
      case PostgresParser.CreateMethodContext it -> Optional.of(create(it));
      case PostgresParser.AlterLanguageContext it ->
          it.RENAME() == null
              ? Optional.empty()
              : Optional.of(
                  new DdlStatement.AlterObject(
                      ObjectRef.to(kind, unqualified(it.name(it.name().size() - 2))),
                      false,
                      new ObjectAction.Rename(names.name(it.name().getLast()))));
      case PostgresParser.DropLanguagesContext it -> Optional.of(drop(kind, it));
      case ParserRuleContext other -> throw new BeyondTheModel(other, "such a statement");
    };
  }

  private static DdlStatement created(
      ObjectRef ref, SortedMap<String, Fact> facts, boolean orReplace) {
    return new DdlStatement.CreateObject(new Declaration(ref, facts).signed(), orReplace, false);
  }

  private static DdlStatement dropped(
      List<ObjectRef> refs, boolean ifExists, PostgresParser.DropBehaviorContext behavior) {
    return new DdlStatement.DropObjects(refs, ifExists, TableActionBuilder.behavior(behavior));
  }

  private ObjectName unqualified(PostgresParser.NameContext name) {
    return ObjectName.unqualified(names.name(name));
  }

  // ------------------------------------------------------------ operators

  private DdlStatement create(PostgresParser.CreateOperatorContext context) {
    ObjectRef ref = ObjectRef.to(ObjectKind.OPERATOR, operator(context.qualifiedOperator()));
    return created(ref, facts(context.declaredFacts()), false);
  }

  /** What is said of an operator; words of old that say nothing any more are left out. */
  private SortedMap<String, Fact> facts(PostgresParser.DeclaredFactsContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    for (PostgresParser.DeclaredFactContext one : context.declaredFact()) {
      String written = names.name(one.anyWord()).key();
      String word = OPERATOR_WORDS.getOrDefault(written, written);
      fact(word, one).ifPresent(fact -> facts.put(word, fact));
    }
    return facts;
  }

  private Optional<Fact> fact(String word, PostgresParser.DeclaredFactContext context) {
    PostgresParser.DeclaredValueContext value = context.declaredValue();
    if (OPERATOR_TRUTHS.contains(word)) {
      boolean no = value != null && value.FALSE() != null;
      return no ? Optional.empty() : Optional.of(new Fact.Words("true"));
    }
    if (value == null) {
      throw new BeyondTheModel(context, "a word of an operator that says nothing");
    }
    if (value.NONE() != null) {
      return Optional.empty();
    }
    if (OPERATOR_LINKS.contains(word)) {
      return Optional.of(
          new Fact.Words(
              value.operatorSymbol() == null
                  ? declarations.text(value)
                  : names.symbol(value.operatorSymbol())));
    }
    if (!DeclarationBuilder.isName(value)) {
      return Optional.empty();
    }
    if (OPERATOR_TYPES.contains(word)) {
      return Optional.of(declarations.type(value));
    }
    return OPERATOR_FUNCTIONS.contains(word)
        ? Optional.of(new Fact.Of(ObjectRef.to(ObjectKind.ROUTINE, declarations.name(value))))
        : Optional.empty();
  }

  private ObjectName operator(PostgresParser.QualifiedOperatorContext context) {
    Identifier symbol = Identifier.of(names.symbol(context.operatorSymbol()));
    return context.name().isEmpty()
        ? ObjectName.unqualified(symbol)
        : new ObjectName(names.name(context.name().getLast()), symbol);
  }

  private ObjectRef operator(PostgresParser.OperatorSignatureContext context) {
    return new ObjectRef(
        ObjectKind.OPERATOR,
        operator(context.qualifiedOperator()),
        Signatures.ofOperator(operand(context.operandType(0)), operand(context.operandType(1))));
  }

  private Optional<SqlType> operand(PostgresParser.OperandTypeContext context) {
    return Optional.ofNullable(context.typeName()).map(types::type);
  }

  private Optional<DdlStatement> alter(PostgresParser.AlterOperatorContext context) {
    ObjectRef ref = operator(context.operatorSignature());
    Optional<ObjectAction> action = Optional.empty();
    if (context.SCHEMA() != null) {
      action = Optional.of(new ObjectAction.SetSchema(names.name(context.name())));
    } else if (context.declaredFacts() != null) {
      SortedMap<String, Optional<Fact>> values = new TreeMap<>();
      SortedMap<String, Fact> said = facts(context.declaredFacts());
      for (PostgresParser.DeclaredFactContext one : context.declaredFacts().declaredFact()) {
        String word = names.name(one.anyWord()).key();
        values.put(word, Optional.ofNullable(said.get(word)));
      }
      action = Optional.of(new ObjectAction.Facts(values));
    }
    return action.map(one -> new DdlStatement.AlterObject(ref, false, one));
  }

  private DdlStatement drop(PostgresParser.DropOperatorsContext context) {
    return dropped(
        context.operatorSignature().stream().map(this::operator).toList(),
        context.EXISTS() != null,
        context.dropBehavior());
  }

  // ------------------------------------------------------------ casts

  private ObjectRef cast(PostgresParser.CastSignatureContext context) {
    return new ObjectRef(
        ObjectKind.CAST,
        ObjectName.unqualified(Identifier.NONE),
        Signatures.of(context.typeName().stream().map(types::type).toList()));
  }

  private DdlStatement create(PostgresParser.CreateCastContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    facts.put(
        ExtendingWords.SOURCE, new Fact.OfType(types.type(context.castSignature().typeName(0))));
    facts.put(
        ExtendingWords.TARGET, new Fact.OfType(types.type(context.castSignature().typeName(1))));
    if (context.routineSignature() != null) {
      facts.put(
          Declaration.FUNCTION,
          new Fact.Of(routines.signature(ObjectKind.ROUTINE, context.routineSignature())));
    } else if (context.INOUT() != null) {
      facts.put(ExtendingWords.THROUGH_TEXT, new Fact.Words("true"));
    }
    if (context.anyWord() != null) {
      facts.put(ExtendingWords.CONTEXT, new Fact.Words(names.name(context.anyWord()).key()));
    }
    return created(cast(context.castSignature()), facts, false);
  }

  // ------------------------------------------------------------ transforms

  private ObjectRef transform(PostgresParser.TransformedContext context) {
    return new ObjectRef(
        ObjectKind.TRANSFORM,
        ObjectName.unqualified(names.name(context.name())),
        Signatures.of(List.of(types.type(context.typeName()))));
  }

  private DdlStatement create(PostgresParser.CreateTransformContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    facts.put(ExtendingWords.TYPE, new Fact.OfType(types.type(context.transformed().typeName())));
    for (PostgresParser.TransformWayContext way : context.transformWay()) {
      facts.put(
          way.FROM() == null ? ExtendingWords.TO_SQL : ExtendingWords.FROM_SQL,
          new Fact.Of(routines.signature(ObjectKind.ROUTINE, way.routineSignature())));
    }
    return new DdlStatement.CreateObject(
        new Declaration(transform(context.transformed()), facts), context.REPLACE() != null, false);
  }

  // ------------------------------------------------------------ conversions

  private DdlStatement create(PostgresParser.CreateConversionContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    facts.put(ExtendingWords.ENCODING, new Fact.Words(names.string(context.stringConstant(0))));
    facts.put(ExtendingWords.ENCODED, new Fact.Words(names.string(context.stringConstant(1))));
    facts.put(
        Declaration.FUNCTION,
        new Fact.Of(ObjectRef.to(ObjectKind.ROUTINE, names.object(context.qualifiedName(1)))));
    if (context.DEFAULT() != null) {
      facts.put(ExtendingWords.DEFAULT, new Fact.Words("true"));
    }
    return created(
        ObjectRef.to(ObjectKind.CONVERSION, names.object(context.qualifiedName(0))), facts, false);
  }

  // ------------------------------------------------------------ classes and families

  private ObjectRef group(
      ObjectKind kind,
      PostgresParser.QualifiedNameContext name,
      PostgresParser.NameContext method) {
    return new ObjectRef(kind, names.object(name), Signatures.of(names.name(method)));
  }

  private DdlStatement create(PostgresParser.CreateClassContext context) {
    SqlType type = types.type(context.typeName());
    PostgresParser.NameContext method = context.name(1);
    SortedMap<String, Fact> facts = new TreeMap<>();
    facts.put(ExtendingWords.TYPE, new Fact.OfType(type));
    if (context.DEFAULT() != null) {
      facts.put(ExtendingWords.DEFAULT, new Fact.Words("true"));
    }
    if (context.qualifiedName().size() > 1) {
      facts.put(
          ExtendingWords.FAMILY,
          new Fact.Of(group(ObjectKind.OPERATOR_FAMILY, context.qualifiedName(1), method)));
    }
    List<Fact> items = new ArrayList<>();
    for (PostgresParser.ClassItemContext item : context.classItem()) {
      if (item.STORAGE() != null) {
        SqlType kept = types.type(item.typeName(0));
        if (!kept.equals(type)) {
          facts.put(ExtendingWords.STORAGE, new Fact.OfType(kept));
        }
      } else {
        items.add(item(item, method, Optional.of(type)));
      }
    }
    facts.put(ExtendingWords.ITEMS, new Fact.Several(items));
    return created(
        group(ObjectKind.OPERATOR_CLASS, context.qualifiedName(0), method), facts, false);
  }

  private Fact.Item item(
      PostgresParser.ClassItemContext context,
      PostgresParser.NameContext method,
      Optional<SqlType> ofClass) {
    if (context.STORAGE() != null) {
      throw new RefusedText(
          context, "42601", "STORAGE cannot be specified in ALTER OPERATOR FAMILY");
    }
    int number = number(context, context.INTEGER());
    if (context.OPERATOR() != null) {
      List<SqlType> sides =
          context.typeName().isEmpty()
              ? ofClass.stream().flatMap(type -> Stream.of(type, type)).toList()
              : context.typeName().stream().map(types::type).toList();
      if (sides.isEmpty()) {
        throw new BeyondTheModel(context, "an operator of a family without its types");
      }
      return new Fact.Item(
          number,
          sides.getFirst(),
          sides.getLast(),
          new ObjectRef(
              ObjectKind.OPERATOR,
              operator(context.qualifiedOperator()),
              Signatures.ofOperator(Optional.of(sides.getFirst()), Optional.of(sides.getLast()))),
          Optional.ofNullable(context.qualifiedName()).map(family -> orderedBy(family)));
    }
    List<SqlType> arguments =
        context.routineSignature().orderedArguments() == null
            ? List.of()
            : routines.inputs(context.routineSignature().orderedArguments());
    List<SqlType> sides =
        context.itemTypes() == null
            ? SupportTypes.of(names.name(method).key(), number, arguments, ofClass)
            : context.itemTypes().typeName().stream().map(types::type).toList();
    if (sides.isEmpty()) {
      throw new BeyondTheModel(context, "a function of a family without its types");
    }
    return new Fact.Item(
        number,
        sides.getFirst(),
        sides.getLast(),
        routines.signature(ObjectKind.ROUTINE, context.routineSignature()),
        Optional.empty());
  }

  private static int number(ParserRuleContext item, TerminalNode digits) {
    try {
      return Integer.parseInt(digits.getText());
    } catch (NumberFormatException outOfRange) {
      throw new RefusedText(item, "42601", "the number of an item is one of 32 bits");
    }
  }

  // Values are ordered by a B-tree's family (manual, CREATE OPERATOR CLASS).
  private ObjectRef orderedBy(PostgresParser.QualifiedNameContext family) {
    return new ObjectRef(
        ObjectKind.OPERATOR_FAMILY, names.object(family), Signatures.of(Identifier.of("btree")));
  }

  private Optional<DdlStatement> alter(ObjectRef group, PostgresParser.AlterGroupContext context) {
    if (context.groupMove() != null) {
      return moved(group, context.groupMove());
    }
    List<Fact.Item> items = new ArrayList<>();
    for (PostgresParser.ClassItemContext item : context.classItem()) {
      items.add(item(item, context.name(1), Optional.empty()));
    }
    for (PostgresParser.GoneItemContext item : context.goneItem()) {
      List<SqlType> sides = item.itemTypes().typeName().stream().map(types::type).toList();
      items.add(
          new Fact.Item(
              number(item, item.INTEGER()),
              sides.getFirst(),
              sides.getLast(),
              ObjectRef.to(
                  item.OPERATOR() == null ? ObjectKind.ROUTINE : ObjectKind.OPERATOR,
                  ObjectName.unqualified(Identifier.NONE)),
              Optional.empty()));
    }
    return Optional.of(
        new DdlStatement.AlterObject(
            group, false, new ObjectAction.GroupItems(context.ADD() != null, items)));
  }

  private Optional<DdlStatement> moved(ObjectRef group, PostgresParser.GroupMoveContext context) {
    return context.name() == null
        ? Optional.empty()
        : Optional.of(
            new DdlStatement.AlterObject(
                group,
                false,
                context.RENAME() == null
                    ? new ObjectAction.SetSchema(names.name(context.name()))
                    : new ObjectAction.Rename(names.name(context.name()))));
  }

  // ------------------------------------------------------------ languages, access methods

  // Without a handler it is an extension's name (manual, CREATE LANGUAGE).
  private DdlStatement create(PostgresParser.CreateLanguageContext context) {
    List<PostgresParser.NameContext> words = context.name();
    int functions = context.qualifiedName().size();
    Identifier name = names.name(words.get(words.size() - functions - 1));
    if (functions == 0) {
      return new DdlStatement.CreateObject(
          new Extension(name, Identifier.NONE, Optional.empty()), false, true);
    }
    SortedMap<String, Fact> facts = new TreeMap<>();
    for (PostgresParser.NameContext word : words.subList(0, words.size() - functions - 1)) {
      if (names.name(word).key().equals(ExtendingWords.TRUSTED)) {
        facts.put(ExtendingWords.TRUSTED, new Fact.Words("true"));
      }
    }
    for (int i = 0; i < functions; i++) {
      facts.put(
          names.name(words.get(words.size() - functions + i)).key(),
          new Fact.Of(ObjectRef.to(ObjectKind.ROUTINE, names.object(context.qualifiedName(i)))));
    }
    return created(
        ObjectRef.to(ObjectKind.LANGUAGE, ObjectName.unqualified(name)),
        facts,
        context.REPLACE() != null);
  }

  private DdlStatement create(PostgresParser.CreateMethodContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    facts.put(
        ExtendingWords.METHOD_TYPE, new Fact.Words(context.INDEX() == null ? "table" : "index"));
    facts.put(
        ExtendingWords.HANDLER,
        new Fact.Of(ObjectRef.to(ObjectKind.ROUTINE, names.object(context.qualifiedName()))));
    return created(
        ObjectRef.to(ObjectKind.ACCESS_METHOD, unqualified(context.name(0))), facts, false);
  }

  private DdlStatement drop(ObjectKind kind, PostgresParser.DropLanguagesContext context) {
    // Words of old stand before LANGUAGE; the names are the last ones.
    int size = context.name().size();
    return dropped(
        context.name().subList(size - context.COMMA().size() - 1, size).stream()
            .map(name -> ObjectRef.to(kind, unqualified(name)))
            .toList(),
        context.EXISTS() != null,
        context.dropBehavior());
  }
}
