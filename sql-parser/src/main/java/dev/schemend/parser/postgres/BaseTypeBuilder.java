package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.BaseTypeWords;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Base types and their shells. */
final class BaseTypeBuilder {

  private static final Set<String> TYPES = Set.of(BaseTypeWords.ELEMENT, BaseTypeWords.LIKE);

  private final Names names;
  private final TypeBuilder types;

  BaseTypeBuilder(Names names, TypeBuilder types) {
    this.names = names;
    this.types = types;
  }

  DdlStatement create(PostgresParser.BaseTypeStatementContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    if (context.baseTypeFacts() != null) {
      facts(context.baseTypeFacts())
          .forEach((word, fact) -> fact.ifPresent(one -> facts.put(word, one)));
    }
    return new DdlStatement.CreateObject(
        new Declaration(ref(names.object(context.qualifiedName())), facts), false, false);
  }

  DdlStatement alter(ObjectName type, PostgresParser.BaseTypeActionContext context) {
    return new DdlStatement.AlterObject(
        ref(type), false, new ObjectAction.Facts(facts(context.baseTypeFacts())));
  }

  private static ObjectRef ref(ObjectName type) {
    return ObjectRef.to(ObjectKind.COMPOSITE_TYPE, type);
  }

  private SortedMap<String, Optional<Fact>> facts(PostgresParser.BaseTypeFactsContext context) {
    SortedMap<String, Optional<Fact>> facts = new TreeMap<>();
    for (PostgresParser.BaseTypeFactContext one : context.baseTypeFact()) {
      String written = names.name(one.anyWord(0)).key();
      String word = written.equals("analyse") ? "analyze" : written;
      facts.put(word, one.NONE() == null ? Optional.of(fact(word, one)) : Optional.empty());
    }
    return facts;
  }

  private Fact fact(String word, PostgresParser.BaseTypeFactContext context) {
    if (BaseTypeWords.FUNCTIONS.contains(word)) {
      return new Fact.Of(ObjectRef.to(ObjectKind.ROUTINE, function(context)));
    }
    if (TYPES.contains(word) && context.typeName() != null) {
      return new Fact.OfType(types.type(context.typeName()));
    }
    return new Fact.Words(text(context));
  }

  private ObjectName function(PostgresParser.BaseTypeFactContext context) {
    if (context.stringConstant() != null) {
      return ObjectName.unqualified(Identifier.of(names.string(context.stringConstant())));
    }
    if (context.typeName() == null || context.typeName().simpleType().typeWord() == null) {
      throw new BeyondTheModel(context, "a function of that name");
    }
    PostgresParser.SimpleTypeContext type = context.typeName().simpleType();
    Identifier first = names.name(type.typeWord());
    return type.anyWord().isEmpty()
        ? ObjectName.unqualified(first)
        : new ObjectName(first, names.name(type.anyWord(0)));
  }

  // A word that stands alone is true (defGetBoolean).
  private String text(PostgresParser.BaseTypeFactContext context) {
    if (context.stringConstant() != null) {
      return names.string(context.stringConstant());
    }
    if (context.signedNumber() != null) {
      return context.signedNumber().getText();
    }
    if (context.typeName() != null) {
      return context.typeName().getText();
    }
    return context.anyWord().size() > 1 ? context.anyWord(1).getText() : "true";
  }
}
