package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.ExtendingWords;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the server can change of operators and their families, text search and foreign data while
 * they stay; and what only further statements can say of them.
 */
final class ExtendingChanges {

  private static final List<String> ESTIMATORS =
      List.of(ExtendingWords.RESTRICT, ExtendingWords.JOIN);

  /** What an {@code ALTER} can say of wrappers and servers, besides options. */
  private static final Set<String> ALTERED =
      Set.of(ExtendingWords.HANDLER, ExtendingWords.VALIDATOR, ExtendingWords.VERSION);

  /** What changes in place, for each kind of which anything does. */
  private static final Map<ObjectKind, BiFunction<Declaration, Declaration, List<DdlStatement>>>
      IN_PLACE =
          Map.of(
              ObjectKind.TRANSFORM,
              (from, to) -> List.of(new DdlStatement.CreateObject(to, true, false)),
              ObjectKind.LANGUAGE,
              (from, to) -> List.of(new DdlStatement.CreateObject(to, true, false)),
              ObjectKind.OPERATOR,
              (from, to) -> only(from, to, ESTIMATORS::contains),
              ObjectKind.TEXT_SEARCH_DICTIONARY,
              (from, to) -> only(from, to, word -> !word.equals(ExtendingWords.TEMPLATE)),
              ObjectKind.OPERATOR_FAMILY,
              ExtendingChanges::items,
              ObjectKind.TEXT_SEARCH_CONFIGURATION,
              ExtendingChanges::mappings,
              ObjectKind.FOREIGN_DATA_WRAPPER,
              ExtendingChanges::foreign,
              ObjectKind.FOREIGN_SERVER,
              ExtendingChanges::foreign,
              ObjectKind.USER_MAPPING,
              ExtendingChanges::foreign);

  /** How the words begin that no {@code CREATE} of a kind can say. */
  private static final Map<ObjectKind, List<String>> SAID_LATER =
      Map.of(
          ObjectKind.OPERATOR_FAMILY, List.of(ExtendingWords.ITEMS),
          ObjectKind.TEXT_SEARCH_CONFIGURATION, List.of(ExtendingWords.MAPPING));

  private static final Set<ObjectKind> KINDS =
      EnumSet.of(
          ObjectKind.OPERATOR,
          ObjectKind.OPERATOR_CLASS,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.CAST,
          ObjectKind.TRANSFORM,
          ObjectKind.CONVERSION,
          ObjectKind.LANGUAGE,
          ObjectKind.ACCESS_METHOD,
          ObjectKind.TEXT_SEARCH_PARSER,
          ObjectKind.TEXT_SEARCH_TEMPLATE,
          ObjectKind.TEXT_SEARCH_DICTIONARY,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.FOREIGN_DATA_WRAPPER,
          ObjectKind.FOREIGN_SERVER,
          ObjectKind.USER_MAPPING);

  private ExtendingChanges() {}

  /** The statements that turn the one into the other; none where there are no such. */
  static List<DdlStatement> between(Declaration from, Declaration to) {
    return IN_PLACE.getOrDefault(to.ref().kind(), (older, newer) -> List.of()).apply(from, to);
  }

  /** The object as its {@code CREATE} can say it. */
  static Declaration made(Declaration object) {
    SortedMap<String, Fact> facts = new TreeMap<>(object.facts());
    SAID_LATER
        .getOrDefault(object.ref().kind(), List.of())
        .forEach(beginning -> facts.keySet().removeIf(word -> word.startsWith(beginning)));
    return object.with(facts);
  }

  private static DdlStatement altered(Declaration object, ObjectAction action) {
    return new DdlStatement.AlterObject(object.ref(), false, action);
  }

  private static SortedMap<String, Optional<Fact>> changes(Declaration from, Declaration to) {
    SortedMap<String, Optional<Fact>> values = new TreeMap<>();
    Set<String> words = new TreeSet<>(from.facts().keySet());
    words.addAll(to.facts().keySet());
    for (String word : words) {
      if (!from.fact(word).equals(to.fact(word))) {
        values.put(word, to.fact(word));
      }
    }
    return values;
  }

  private static List<DdlStatement> only(
      Declaration from, Declaration to, Predicate<String> alterable) {
    SortedMap<String, Optional<Fact>> values = changes(from, to);
    return values.keySet().stream().allMatch(alterable)
        ? List.of(altered(to, new ObjectAction.Facts(values)))
        : List.of();
  }

  private static List<DdlStatement> items(Declaration from, Declaration to) {
    List<Fact.Item> gone = from.items().filter(one -> to.items().noneMatch(one::equals)).toList();
    List<Fact.Item> come = to.items().filter(one -> from.items().noneMatch(one::equals)).toList();
    return Stream.of(
            new ObjectAction.GroupItems(false, gone), new ObjectAction.GroupItems(true, come))
        .filter(change -> !change.items().isEmpty())
        .map(change -> altered(to, change))
        .toList();
  }

  // ------------------------------------------------------------ text search

  private static List<DdlStatement> mappings(Declaration from, Declaration to) {
    if (!made(from).equals(made(to))) {
      return List.of();
    }
    // What is looked up in the same dictionaries is said once.
    Map<Fact, List<Identifier>> added = new LinkedHashMap<>();
    Map<Fact, List<Identifier>> changed = new LinkedHashMap<>();
    List<Identifier> gone = new ArrayList<>();
    boolean copy = to.fact(Declaration.COPY_OF).isPresent();
    changes(from, to)
        .forEach(
            (word, fact) -> {
              Identifier token = Identifier.of(word.substring(ExtendingWords.MAPPING.length()));
              boolean there = copy || from.fact(word).isPresent();
              fact.ifPresentOrElse(
                  one ->
                      (there ? changed : added)
                          .computeIfAbsent(one, key -> new ArrayList<>())
                          .add(token),
                  () -> gone.add(token));
            });
    List<DdlStatement> statements = new ArrayList<>();
    if (!gone.isEmpty()) {
      statements.add(
          altered(
              to,
              new ObjectAction.Mapping(ObjectAction.Mapping.Kind.DROP, gone, List.of(), false)));
    }
    changed.forEach(
        (fact, tokens) ->
            statements.add(mapping(to, ObjectAction.Mapping.Kind.ALTER, tokens, fact)));
    added.forEach(
        (fact, tokens) -> statements.add(mapping(to, ObjectAction.Mapping.Kind.ADD, tokens, fact)));
    return statements;
  }

  private static DdlStatement mapping(
      Declaration to, ObjectAction.Mapping.Kind verb, List<Identifier> tokens, Fact dictionaries) {
    List<ObjectName> names =
        ((Fact.Several) dictionaries)
            .facts().stream().map(one -> ((Fact.Of) one).object().name()).toList();
    return altered(to, new ObjectAction.Mapping(verb, tokens, names, false));
  }

  // ------------------------------------------------------------ foreign data

  private static List<DdlStatement> foreign(Declaration from, Declaration to) {
    SortedMap<String, Optional<Fact>> facts = new TreeMap<>();
    List<ObjectAction.Foreign.Option> options = new ArrayList<>();
    for (Map.Entry<String, Optional<Fact>> one : changes(from, to).entrySet()) {
      String word = one.getKey();
      if (word.startsWith(ExtendingWords.OPTION)) {
        options.add(option(from, word, one.getValue()));
      } else if (ALTERED.contains(word)) {
        facts.put(word, one.getValue());
      } else {
        return List.of();
      }
    }
    return List.of(altered(to, new ObjectAction.Foreign(facts, options)));
  }

  /** Options of a foreign table change in place; all else is made anew, for it has no rows. */
  static List<DdlStatement> between(ForeignTable from, ForeignTable to) {
    if (!from.withOptions(to.options()).withColumnOptions(to.columnOptions()).equals(to)) {
      return List.of();
    }
    List<DdlStatement> statements = new ArrayList<>();
    List<ObjectAction.Foreign.Option> own = options(from.options(), to.options());
    if (!own.isEmpty()) {
      statements.add(
          new DdlStatement.AlterObject(
              to.ref(), false, new ObjectAction.Foreign(new TreeMap<>(), own)));
    }
    Set<Identifier> columns = new TreeSet<>(from.columnOptions().keySet());
    columns.addAll(to.columnOptions().keySet());
    for (Identifier column : columns) {
      List<ObjectAction.Foreign.Option> changed =
          options(
              from.columnOptions().getOrDefault(column, new TreeMap<>()),
              to.columnOptions().getOrDefault(column, new TreeMap<>()));
      if (!changed.isEmpty()) {
        statements.add(
            new DdlStatement.AlterObject(
                to.ref(), false, new ObjectAction.ForeignColumn(column, changed)));
      }
    }
    return statements;
  }

  private static List<ObjectAction.Foreign.Option> options(
      SortedMap<String, String> from, SortedMap<String, String> to) {
    List<ObjectAction.Foreign.Option> options = new ArrayList<>();
    Set<String> names = new TreeSet<>(from.keySet());
    names.addAll(to.keySet());
    for (String name : names) {
      Optional<String> value = Optional.ofNullable(to.get(name));
      if (!value.equals(Optional.ofNullable(from.get(name)))) {
        options.add(
            new ObjectAction.Foreign.Option(
                edit(from.containsKey(name), value.isPresent()), name, value));
      }
    }
    return options;
  }

  private static ObjectAction.Foreign.Edit edit(boolean before, boolean after) {
    if (!after) {
      return ObjectAction.Foreign.Edit.DROP;
    }
    return before ? ObjectAction.Foreign.Edit.SET : ObjectAction.Foreign.Edit.ADD;
  }

  private static ObjectAction.Foreign.Option option(
      Declaration from, String word, Optional<Fact> fact) {
    return new ObjectAction.Foreign.Option(
        edit(from.fact(word).isPresent(), fact.isPresent()),
        word.substring(ExtendingWords.OPTION.length()),
        fact.map(one -> ((Fact.Words) one).text()));
  }

  // ------------------------------------------------------------ who holds on to it

  /**
   * Whether a table, an index or a view that stays uses the object, so that the server drops it for
   * nobody. An expression tells no types: an operator is one of that name.
   */
  static boolean isHeld(Declaration object, Schema from, Schema to) {
    ObjectKind kind = object.ref().kind();
    Stream<SchemaObject> stay = from.objects().values().filter(one -> to.has(one.ref()));
    return (kind == ObjectKind.OPERATOR_CLASS && stays(from, to, object))
        || (kind == ObjectKind.OPERATOR && stay.anyMatch(one -> applies(one, object)))
        || (kind == ObjectKind.TEXT_SEARCH_CONFIGURATION
            && stay.anyMatch(one -> quotes(one, object)));
  }

  private static boolean stays(Schema from, Schema to, Declaration operatorClass) {
    return from.tables()
        .anyMatch(
            table ->
                to.table(table.name())
                    .filter(wanted -> isIndexedBy(table, wanted, operatorClass))
                    .isPresent());
  }

  private static boolean isIndexedBy(Table table, Table wanted, Declaration object) {
    return Stream.concat(
            table.indexes().stream()
                .filter(index -> wanted.index(index.name()).isPresent())
                .flatMap(index -> index.parts().stream()),
            table.options().postgres().lineage().key().stream()
                .flatMap(key -> key.parts().stream()))
        .flatMap(part -> part.operatorClass().stream())
        .anyMatch(text -> isOf(text, object.ref().name()));
  }

  // In brackets behind it stand parameters.
  private static boolean isOf(String operatorClass, ObjectName name) {
    int options = operatorClass.indexOf(" (");
    String text = options < 0 ? operatorClass : operatorClass.substring(0, options);
    return text.replace("\"", "").equals(name.schema().text() + "." + name.name().text());
  }

  private static boolean applies(SchemaObject user, Declaration operator) {
    String symbol = operator.ref().name().name().text();
    boolean[] found = new boolean[1];
    expressions(
        user,
        node ->
            found[0] |=
                node instanceof SqlExpr.Binary binary
                    && (binary.operator().equals(symbol)
                        || binary.operator().endsWith("." + symbol)));
    return found[0];
  }

  private static boolean quotes(SchemaObject user, Declaration configuration) {
    String name = configuration.ref().name().name().text();
    boolean[] found = new boolean[1];
    expressions(
        user,
        node ->
            found[0] |=
                node instanceof SqlExpr.StringLiteral literal
                    && (literal.value().equals(name) || literal.value().endsWith("." + name)));
    return found[0];
  }

  private static void expressions(SchemaObject user, Consumer<SqlExpr> visitor) {
    Consumer<SqlExpr> inside = expression -> Expressions.visit(expression, visitor);
    switch (user) {
      case Table table -> References.expressions(table, inside);
      case View view ->
          inside.accept(new SqlExpr.Subquery(SqlExpr.Subquery.Use.SCALAR, view.query()));
      case MaterializedView view ->
          inside.accept(new SqlExpr.Subquery(SqlExpr.Subquery.Use.SCALAR, view.query()));
      case SchemaObject other -> {}
    }
  }

  /** Whether it is of a kind that these rules are about. */
  static boolean isOf(ObjectKind kind) {
    return KINDS.contains(kind);
  }
}
