package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.ExtendingWords;
import dev.schemend.model.Signatures;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antlr.v4.runtime.ParserRuleContext;

/** Text search objects, foreign data wrappers, servers and user mappings. */
final class ForeignBuilder {

  /** What a fact of a text search object names, by kind and word. */
  private static final Map<String, ObjectKind> NAMED =
      Map.of(
          ExtendingWords.PARSER, ObjectKind.TEXT_SEARCH_PARSER,
          ExtendingWords.TEMPLATE, ObjectKind.TEXT_SEARCH_TEMPLATE,
          Declaration.COPY_OF, ObjectKind.TEXT_SEARCH_CONFIGURATION);

  private static final String COPY = "copy";

  private final Names names;
  private final DeclarationBuilder declarations;
  private final Identifier session;

  /**
   * A builder.
   *
   * @param session the role that the session works as, or {@link Identifier#NONE}
   */
  ForeignBuilder(Names names, DeclarationBuilder declarations, Identifier session) {
    this.names = names;
    this.declarations = declarations;
    this.session = session;
  }

  /** The statement; empty where it changes nothing that the model holds. */
  Optional<DdlStatement> statement(ObjectKind kind, ParserRuleContext context) {
    return switch (context) {
      case PostgresParser.CreateTextSearchContext it ->
          Optional.of(
              created(
                  ObjectRef.to(kind, names.object(it.qualifiedName())),
                  facts(kind, it.declaredFacts()),
                  false));
      case PostgresParser.AlterTextSearchContext it -> alter(kind, it);
      case PostgresParser.DropTextSearchContext it ->
          Optional.of(
              dropped(
                  it.qualifiedName().stream()
                      .map(name -> ObjectRef.to(kind, names.object(name)))
                      .toList(),
                  it.EXISTS() != null,
                  it.dropBehavior()));
      case PostgresParser.CreateWrapperContext it -> Optional.of(create(it));
      case PostgresParser.CreateServerContext it -> Optional.of(create(it));
      case PostgresParser.CreateMappingContext it -> Optional.of(create(it));
      case PostgresParser.AlterForeignContext it -> alter(kind, it);
      case PostgresParser.AlterMappingContext it ->
          Optional.of(
              new DdlStatement.AlterObject(
                  mapping(it.mappedUser(), it.name(2)),
                  false,
                  new ObjectAction.Foreign(new TreeMap<>(), options(it.optionList()))));
      case PostgresParser.DropForeignContext it ->
          Optional.of(
              dropped(
                  it
                      .name()
                      .subList(it.name().size() - it.COMMA().size() - 1, it.name().size())
                      .stream()
                      .map(name -> ObjectRef.to(kind, unqualified(name)))
                      .toList(),
                  it.EXISTS() != null,
                  it.dropBehavior()));
      case PostgresParser.DropMappingContext it ->
          Optional.of(
              dropped(List.of(mapping(it.mappedUser(), it.name(2))), it.EXISTS() != null, null));
      case ParserRuleContext other -> throw new BeyondTheModel(other, "such a statement");
    };
  }

  private static DdlStatement created(
      ObjectRef ref, SortedMap<String, Fact> facts, boolean ifNotExists) {
    return new DdlStatement.CreateObject(new Declaration(ref, facts), false, ifNotExists);
  }

  private static DdlStatement dropped(
      List<ObjectRef> refs, boolean ifExists, PostgresParser.DropBehaviorContext behavior) {
    return new DdlStatement.DropObjects(refs, ifExists, TableActionBuilder.behavior(behavior));
  }

  private ObjectName unqualified(PostgresParser.NameContext name) {
    return ObjectName.unqualified(names.name(name));
  }

  // ------------------------------------------------------------ text search

  private SortedMap<String, Fact> facts(
      ObjectKind kind, PostgresParser.DeclaredFactsContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    boolean functions =
        kind == ObjectKind.TEXT_SEARCH_PARSER || kind == ObjectKind.TEXT_SEARCH_TEMPLATE;
    for (PostgresParser.DeclaredFactContext one : context.declaredFact()) {
      String written = names.name(one.anyWord()).key();
      String word = written.equals(COPY) ? Declaration.COPY_OF : written;
      boolean refers =
          functions
              || (kind == ObjectKind.TEXT_SEARCH_CONFIGURATION && NAMED.containsKey(word))
              || word.equals(ExtendingWords.TEMPLATE);
      if (refers
          && (one.declaredValue() == null || !DeclarationBuilder.isName(one.declaredValue()))) {
        throw new BeyondTheModel(one, "a text search object that names nothing");
      }
      facts.put(
          word,
          refers
              ? new Fact.Of(
                  ObjectRef.to(
                      functions ? ObjectKind.ROUTINE : NAMED.get(word),
                      declarations.name(one.declaredValue())))
              : new Fact.Words(
                  one.declaredValue() == null ? "" : declarations.text(one.declaredValue())));
    }
    return facts;
  }

  private Optional<DdlStatement> alter(
      ObjectKind kind, PostgresParser.AlterTextSearchContext context) {
    if (context.OWNER() != null) {
      return Optional.empty();
    }
    ObjectRef ref = ObjectRef.to(kind, names.object(context.qualifiedName(0)));
    ObjectAction action;
    if (context.declaredFacts() != null) {
      SortedMap<String, Optional<Fact>> values = new TreeMap<>();
      // An option without a value is taken back (manual, ALTER TEXT SEARCH DICTIONARY).
      facts(kind, context.declaredFacts())
          .forEach(
              (word, fact) ->
                  values.put(
                      word, Optional.of(fact).filter(one -> !one.equals(new Fact.Words("")))));
      action = new ObjectAction.Facts(values);
    } else if (context.RENAME() != null) {
      action = new ObjectAction.Rename(names.name(context.name().getLast()));
    } else if (context.SCHEMA() != null) {
      action = new ObjectAction.SetSchema(names.name(context.name().getLast()));
    } else {
      action = mapping(context);
    }
    return Optional.of(new DdlStatement.AlterObject(ref, false, action));
  }

  // Behind the three words of the kind and MAPPING come the kinds of tokens.
  private ObjectAction mapping(PostgresParser.AlterTextSearchContext context) {
    ObjectAction.Mapping.Kind verb = ObjectAction.Mapping.Kind.DROP;
    if (context.REPLACE() != null) {
      verb = ObjectAction.Mapping.Kind.REPLACE;
    } else if (context.ADD() != null) {
      verb = ObjectAction.Mapping.Kind.ADD;
    } else if (context.ALTER().size() > 1) {
      verb = ObjectAction.Mapping.Kind.ALTER;
    }
    return new ObjectAction.Mapping(
        verb,
        names.names(context.name().subList(4, context.name().size())),
        context.qualifiedName().stream().skip(1).map(names::object).toList(),
        context.EXISTS() != null);
  }

  // ------------------------------------------------------------ foreign data

  private DdlStatement create(PostgresParser.CreateWrapperContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    parts(context.wrapperPart())
        .forEach((word, fact) -> fact.ifPresent(one -> facts.put(word, one)));
    facts.putAll(given(context.optionList()));
    return created(
        ObjectRef.to(ObjectKind.FOREIGN_DATA_WRAPPER, unqualified(context.name(2))), facts, false);
  }

  private SortedMap<String, Optional<Fact>> parts(List<PostgresParser.WrapperPartContext> parts) {
    SortedMap<String, Optional<Fact>> facts = new TreeMap<>();
    for (PostgresParser.WrapperPartContext part : parts) {
      facts.put(
          names.name(part.name()).key(),
          Optional.ofNullable(part.qualifiedName())
              .map(function -> ObjectRef.to(ObjectKind.ROUTINE, names.object(function)))
              .map(Fact.Of::new));
    }
    return facts;
  }

  private DdlStatement create(PostgresParser.CreateServerContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    int strings = 0;
    if (context.TYPE() != null) {
      facts.put(
          ExtendingWords.SERVER_TYPE, new Fact.Words(names.string(context.stringConstant(0))));
      strings++;
    }
    if (context.stringConstant().size() > strings) {
      facts.put(
          ExtendingWords.VERSION, new Fact.Words(names.string(context.stringConstant(strings))));
    }
    facts.put(
        ExtendingWords.WRAPPER,
        new Fact.Of(ObjectRef.to(ObjectKind.FOREIGN_DATA_WRAPPER, unqualified(context.name(4)))));
    facts.putAll(given(context.optionList()));
    return created(
        ObjectRef.to(ObjectKind.FOREIGN_SERVER, unqualified(context.name(1))),
        facts,
        context.EXISTS() != null);
  }

  private DdlStatement create(PostgresParser.CreateMappingContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    facts.put(
        ExtendingWords.SERVER,
        new Fact.Of(ObjectRef.to(ObjectKind.FOREIGN_SERVER, unqualified(context.name(2)))));
    facts.putAll(given(context.optionList()));
    return created(mapping(context.mappedUser(), context.name(2)), facts, context.EXISTS() != null);
  }

  // Whoever is at work has one name on both sides of a comparison, as owners have.
  private ObjectRef mapping(
      PostgresParser.MappedUserContext user, PostgresParser.NameContext server) {
    boolean current = user.USER() != null || user.roleName().name() == null;
    Identifier role =
        current || names.name(user.roleName()).equals(session)
            ? ExtendingWords.CURRENT_USER
            : names.name(user.roleName());
    return new ObjectRef(ObjectKind.USER_MAPPING, unqualified(server), Signatures.of(role));
  }

  private Optional<DdlStatement> alter(
      ObjectKind kind, PostgresParser.AlterForeignContext context) {
    if (context.OWNER() != null) {
      return Optional.empty();
    }
    boolean wrapper = context.FOREIGN() != null;
    ObjectRef ref = ObjectRef.to(kind, unqualified(context.name(wrapper ? 2 : 1)));
    if (context.RENAME() != null) {
      return Optional.of(
          new DdlStatement.AlterObject(
              ref, false, new ObjectAction.Rename(names.name(context.name().getLast()))));
    }
    SortedMap<String, Optional<Fact>> facts = parts(context.wrapperPart());
    if (context.VERSION() != null) {
      facts.put(
          ExtendingWords.VERSION,
          Optional.ofNullable(context.stringConstant()).map(names::string).map(Fact.Words::new));
    }
    return Optional.of(
        new DdlStatement.AlterObject(
            ref, false, new ObjectAction.Foreign(facts, options(context.optionList()))));
  }

  private List<ObjectAction.Foreign.Option> options(PostgresParser.OptionListContext context) {
    return options(names, context);
  }

  /** The options of a list, each with what happens to it; none where there is no list. */
  static List<ObjectAction.Foreign.Option> options(
      Names names, PostgresParser.OptionListContext context) {
    List<ObjectAction.Foreign.Option> options = new ArrayList<>();
    if (context != null) {
      for (PostgresParser.ForeignOptionContext one : context.foreignOption()) {
        Identifier name = names.name(one.anyWord());
        ObjectAction.Foreign.Edit verb = ObjectAction.Foreign.Edit.ADD;
        if (one.stringConstant() == null) {
          verb = ObjectAction.Foreign.Edit.DROP;
        } else if (one.SET() != null) {
          verb = ObjectAction.Foreign.Edit.SET;
        }
        options.add(
            new ObjectAction.Foreign.Option(
                verb, name.text(), Optional.ofNullable(one.stringConstant()).map(names::string)));
      }
    }
    return options;
  }

  private SortedMap<String, Fact> given(PostgresParser.OptionListContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    options(context)
        .forEach(
            option ->
                facts.put(
                    ExtendingWords.OPTION + option.name(),
                    new Fact.Words(option.value().orElse(""))));
    return facts;
  }
}
