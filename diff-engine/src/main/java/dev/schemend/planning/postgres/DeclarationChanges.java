package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Declaration;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Objects that are a list of facts: how they come, go and change. */
final class DeclarationChanges {

  /** What the result of an aggregate hangs on, which cannot be another one (AggregateCreate). */
  private static final List<String> RESULT = List.of("stype", "finalfunc", "hypothetical");

  private DeclarationChanges() {}

  /** The statement that makes it, and those that say of it what no {@code CREATE} can. */
  static List<DdlStatement> creation(Declaration declaration) {
    if (declaration.is(ObjectKind.SUBSCRIPTION)) {
      return List.of(
          new DdlStatement.CreateObject(SubscriptionChanges.made(declaration), false, false));
    }
    Declaration made =
        ExtendingChanges.made(declaration).without(Declaration.TARGET).without(Declaration.ENABLED);
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new DdlStatement.CreateObject(made, false, false));
    statements.addAll(statements(made, declaration));
    return made.equals(declaration) ? statements.subList(0, 1) : statements;
  }

  /** The statements that drop it. */
  static List<DdlStatement> removal(Declaration declaration) {
    if (BaseTypes.isOne(declaration)) {
      return List.of(BaseTypes.removal(declaration));
    }
    return declaration.is(ObjectKind.SUBSCRIPTION)
        ? SubscriptionChanges.removal(declaration)
        : List.of(
            new DdlStatement.DropObjects(List.of(declaration.ref()), false, DropBehavior.RESTRICT));
  }

  /** Why the one is not turned into the other, although nothing holds it; empty where it is. */
  static Optional<String> obstacle(SchemaObject from, SchemaObject to) {
    return from instanceof Declaration older
            && older.is(ObjectKind.SUBSCRIPTION)
            && to instanceof Declaration newer
        ? SubscriptionChanges.obstacle(older, newer)
        : Optional.empty();
  }

  /** The statements that turn the one into the other; none where there are no such. */
  static List<DdlStatement> statements(Declaration from, Declaration to) {
    return switch (to.ref().kind()) {
      case AGGREGATE -> from.keeps(to, RESULT) ? replaced(to) : List.of();
      case STATISTICS -> onlyFact(from, to, Declaration.TARGET);
      case EVENT_TRIGGER -> onlyFact(from, to, Declaration.ENABLED);
      case SUBSCRIPTION -> SubscriptionChanges.between(from, to);
      case COMPOSITE_TYPE -> BaseTypes.between(from, to);
      case OPERATOR,
          OPERATOR_CLASS,
          OPERATOR_FAMILY,
          CAST,
          TRANSFORM,
          CONVERSION,
          LANGUAGE,
          ACCESS_METHOD,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_CONFIGURATION,
          FOREIGN_DATA_WRAPPER,
          FOREIGN_SERVER,
          USER_MAPPING ->
          ExtendingChanges.between(from, to);
      // A publication has rules of its own; a collation is made anew, or stays.
      case PUBLICATION, COLLATION -> List.of();
      // No list of facts tells what these are.
      case SCHEMA,
          EXTENSION,
          ENUM_TYPE,
          RANGE_TYPE,
          DOMAIN,
          SEQUENCE,
          TABLE,
          FOREIGN_TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          ROUTINE,
          RULE,
          TRIGGER,
          EVENT,
          POLICY,
          COMMENT,
          RIGHTS,
          DEFAULT_RIGHTS,
          COLUMN,
          INDEX,
          CONSTRAINT,
          ENUM_VALUE ->
          List.of();
    };
  }

  private static List<DdlStatement> onlyFact(Declaration from, Declaration to, String word) {
    SortedMap<String, Optional<Declaration.Fact>> values = new TreeMap<>();
    values.put(word, to.fact(word));
    return from.without(word).equals(to.without(word))
        ? List.of(altered(to.ref(), new ObjectAction.Facts(values)))
        : List.of();
  }

  private static List<DdlStatement> replaced(DefinedObject object) {
    return List.of(new DdlStatement.CreateObject(object, true, false));
  }

  private static DdlStatement altered(ObjectRef object, ObjectAction action) {
    return new DdlStatement.AlterObject(object, false, action);
  }
}
