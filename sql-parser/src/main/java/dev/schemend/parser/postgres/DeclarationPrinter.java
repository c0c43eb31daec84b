package dev.schemend.parser.postgres;

import dev.schemend.ddl.ObjectAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.BaseTypeWords;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.ExtendingWords;
import dev.schemend.name.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Aggregates, extended statistics, publications, collations and event triggers. */
final class DeclarationPrinter {

  /** Facts that are strings to the server, whatever they hold. */
  private static final Set<String> STRINGS =
      Set.of("initcond", "minitcond", "locale", "lc_collate", "lc_ctype", "rules", "publish");

  private static final String SORT_OPERATOR = "sortop";

  private final TypePrinter types;
  private final ExpressionPrinter expressions;
  private final ExtendingPrinter extending;

  DeclarationPrinter(TypePrinter types, ExpressionPrinter expressions) {
    this.types = types;
    this.expressions = expressions;
    this.extending = new ExtendingPrinter(types);
  }

  String create(Declaration declaration, boolean orReplace, boolean ifNotExists) {
    String head =
        "CREATE "
            + (orReplace ? "OR REPLACE " : "")
            + (declaration.fact(ExtendingWords.TRUSTED).isPresent() ? "TRUSTED " : "")
            + (isDefaultConversion(declaration) ? "DEFAULT " : "")
            + ObjectPrinter.kind(declaration.ref().kind())
            + " "
            + (ifNotExists ? "IF NOT EXISTS " : "");
    return head
        + switch (declaration.ref().kind()) {
          case AGGREGATE -> aggregate(declaration);
          case STATISTICS -> statistics(declaration);
          case PUBLICATION -> publication(declaration);
          case EVENT_TRIGGER -> eventTrigger(declaration);
          case SUBSCRIPTION -> SubscriptionPrinter.body(declaration);
          case COMPOSITE_TYPE -> name(declaration) + baseType(declaration);
          case COLLATION -> collation(declaration);
          default -> extending.body(declaration);
        };
  }

  // Of an operator class the word stands elsewhere.
  private static boolean isDefaultConversion(Declaration declaration) {
    return declaration.is(ObjectKind.CONVERSION)
        && declaration.fact(ExtendingWords.DEFAULT).isPresent();
  }

  private String name(Declaration declaration) {
    return types.name(declaration.ref().name());
  }

  // ------------------------------------------------------------ the kinds

  private String aggregate(Declaration declaration) {
    String ordered = types(declaration, Declaration.ORDERED);
    String arguments = types(declaration, Declaration.ARGUMENTS);
    String both = ordered.isEmpty() ? arguments : (arguments + " ORDER BY " + ordered).strip();
    return name(declaration)
        + "("
        + (both.isEmpty() ? "*" : both)
        + ") "
        + facts(
            declaration, Set.of(Declaration.ARGUMENTS, Declaration.ORDERED, Declaration.VARIADIC));
  }

  // The last argument is the one that there may be any number of.
  private String types(Declaration declaration, String word) {
    List<String> list = new ArrayList<>(declaration.several(word).map(this::print).toList());
    boolean variadic =
        word.equals(Declaration.ARGUMENTS)
            && declaration.fact(Declaration.VARIADIC).isPresent()
            && !list.isEmpty();
    if (variadic) {
      list.addLast("VARIADIC " + list.removeLast());
    }
    return String.join(", ", list);
  }

  private String statistics(Declaration declaration) {
    String kinds =
        declaration.several(Declaration.KINDS).map(this::print).collect(Collectors.joining(", "));
    return (declaration.ref().name().name().isNone() ? "" : name(declaration) + " ")
        + (kinds.isEmpty() ? "" : "(" + kinds + ") ")
        + "ON "
        + declaration.several(Declaration.ON).map(this::print).collect(Collectors.joining(", "))
        + " FROM "
        + declaration.fact(Declaration.FROM).map(this::print).orElseThrow();
  }

  private String collation(Declaration declaration) {
    return name(declaration)
        + declaration
            .fact(Declaration.COPY_OF)
            .map(other -> " FROM " + print(other))
            .orElseGet(() -> " " + facts(declaration, Set.of()));
  }

  private String publication(Declaration declaration) {
    List<Fact> objects =
        Stream.concat(
                declaration.several(Declaration.TABLES), declaration.several(Declaration.SCHEMAS))
            .toList();
    String content = "";
    if (declaration.fact(Declaration.ALL_TABLES).isPresent()) {
      content = " FOR ALL TABLES";
    } else if (!objects.isEmpty()) {
      content = " FOR " + objects(objects);
    }
    Set<String> own = Set.of(Declaration.ALL_TABLES, Declaration.TABLES, Declaration.SCHEMAS);
    return name(declaration)
        + content
        + (own.containsAll(declaration.facts().keySet()) ? "" : " WITH " + facts(declaration, own));
  }

  // The kind is said once: 14 knows one list of tables only.
  private String objects(List<Fact> objects) {
    return Stream.of(
            listed("TABLE ", objects.stream().filter(Fact.Published.class::isInstance)),
            listed("TABLES IN SCHEMA ", objects.stream().filter(Fact.Of.class::isInstance)))
        .filter(list -> !list.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String listed(String kind, Stream<Fact> objects) {
    String list = objects.map(this::print).collect(Collectors.joining(", "));
    return list.isEmpty() ? "" : kind + list;
  }

  private String eventTrigger(Declaration declaration) {
    String tags =
        declaration
            .several(Declaration.TAGS)
            .map(tag -> Quoting.string(((Fact.Words) tag).text()))
            .collect(Collectors.joining(", "));
    return name(declaration)
        + " ON "
        + declaration.words(Declaration.EVENT).orElseThrow()
        + (tags.isEmpty() ? "" : " WHEN TAG IN (" + tags + ")")
        + " EXECUTE FUNCTION "
        + declaration.fact(Declaration.FUNCTION).map(this::print).orElseThrow()
        + "()";
  }

  private String baseType(Declaration declaration) {
    SortedMap<String, Optional<Fact>> values = new TreeMap<>();
    declaration.facts().forEach((word, fact) -> values.put(word, Optional.of(fact)));
    return values.isEmpty() ? "" : " " + baseType(values);
  }

  private String baseType(SortedMap<String, Optional<Fact>> facts) {
    return facts.entrySet().stream()
        .map(
            one ->
                Quoting.upper(one.getKey())
                    + " = "
                    + one.getValue()
                        .map(
                            fact ->
                                fact instanceof Fact.Words words
                                        && !one.getKey().equals(BaseTypeWords.LENGTH)
                                    ? Quoting.string(words.text())
                                    : print(fact))
                        .orElse("NONE"))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  // ------------------------------------------------------------ facts

  private String facts(Declaration declaration, Set<String> without) {
    List<String> written = new ArrayList<>();
    declaration
        .facts()
        .forEach(
            (word, fact) -> {
              if (!without.contains(word)) {
                written.add(Quoting.upper(word) + " = " + value(word, fact));
              }
            });
    return written.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  private String value(String word, Fact fact) {
    String text = print(fact);
    if (STRINGS.contains(word)) {
      return Quoting.string(text);
    }
    return word.equals(SORT_OPERATOR) ? ExtendingPrinter.mention(text) : text;
  }

  private String print(Fact fact) {
    return switch (fact) {
      case Fact.Words words -> words.text();
      case Fact.OfType of -> types.print(of.type());
      case Fact.Of of ->
          of.object().kind() == ObjectKind.SCHEMA
              ? Quoting.name(of.object().name().name())
              : types.name(of.object().name());
      case Fact.Value value ->
          value.expression() instanceof SqlExpr.ColumnRef column
              ? expressions.print(column)
              : "(" + expressions.print(value.expression()) + ")";
      case Fact.Published published ->
          types.name(published.table())
              + (published.columns().isEmpty()
                  ? ""
                  : published.columns().stream()
                      .map(Quoting::name)
                      .collect(Collectors.joining(", ", " (", ")")))
              + published
                  .where()
                  .map(where -> " WHERE (" + expressions.print(where) + ")")
                  .orElse("");
      case Fact.Item item -> extending.item(item);
      case Fact.Several several ->
          several.facts().stream().map(this::print).collect(Collectors.joining(", "));
    };
  }

  // ------------------------------------------------------------ ALTER

  String action(ObjectKind kind, ObjectAction.Facts change) {
    return switch (kind) {
      case STATISTICS ->
          "SET STATISTICS " + change.values().get(Declaration.TARGET).map(this::print).orElse("-1");
      case EVENT_TRIGGER -> enabling(change);
      case SUBSCRIPTION -> SubscriptionPrinter.action(change);
      case COMPOSITE_TYPE -> "SET " + baseType(change.values());
      case TEXT_SEARCH_DICTIONARY -> extending.options(change);
      case OPERATOR -> "SET " + extending.operatorFacts(change);
      default ->
          change.values().entrySet().stream()
              .map(
                  one ->
                      Quoting.upper(one.getKey())
                          + " = "
                          + one.getValue()
                              .map(fact -> value(one.getKey(), fact))
                              .orElseThrow(
                                  () -> new IllegalArgumentException("no value: " + one.getKey())))
              .collect(Collectors.joining(", ", "SET (", ")"));
    };
  }

  private String enabling(ObjectAction.Facts change) {
    String when = change.values().get(Declaration.ENABLED).map(this::print).orElse("");
    return when.equals("disabled") ? "DISABLE" : ("ENABLE " + Quoting.upper(when)).strip();
  }

  String action(ObjectAction.Publish change) {
    return change.verb() + " " + objects(change.objects());
  }
}
