package dev.schemend.parser.postgres;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What extends the server: operators, casts, text search, foreign data, languages. */
final class ExtendingPrinter {

  private static final String PUBLIC = "public";

  private final TypePrinter types;

  ExtendingPrinter(TypePrinter types) {
    this.types = types;
  }

  /** What stands behind the words of the kind in {@code CREATE}. */
  String body(Declaration declaration) {
    ObjectRef ref = declaration.ref();
    return switch (ref.kind()) {
      case OPERATOR -> operator(ref.name()) + " " + operatorFacts(declaration);
      case CAST -> cast(declaration);
      case TRANSFORM -> object(ref).orElseThrow() + transform(declaration);
      case CONVERSION -> conversion(declaration);
      case OPERATOR_FAMILY -> object(ref).orElseThrow();
      case OPERATOR_CLASS -> operatorClass(declaration);
      case LANGUAGE -> Quoting.name(ref.name().name()) + functions(declaration);
      case ACCESS_METHOD ->
          Quoting.name(ref.name().name())
              + " TYPE "
              + Quoting.upper(declaration.words(ExtendingWords.METHOD_TYPE).orElseThrow())
              + functions(declaration);
      case FOREIGN_DATA_WRAPPER ->
          Quoting.name(ref.name().name()) + functions(declaration) + options(declaration);
      case FOREIGN_SERVER -> server(declaration);
      case USER_MAPPING -> object(ref).orElseThrow() + options(declaration);
      default -> textSearch(declaration);
    };
  }

  /** An object with a signature as statements name it; empty for all others. */
  Optional<String> object(ObjectRef ref) {
    return switch (ref.kind()) {
      case OPERATOR ->
          ref.member().isNone()
              ? Optional.empty()
              : Optional.of(operator(ref.name()) + " " + ref.member().text());
      case CAST ->
          Optional.of("(" + String.join(" AS ", Signatures.types(ref.member())) + ")")
              .filter(text -> ref.name().name().isNone());
      case TRANSFORM ->
          Optional.of(
              "FOR "
                  + Signatures.types(ref.member()).getFirst()
                  + " LANGUAGE "
                  + Quoting.name(ref.name().name()));
      case OPERATOR_CLASS, OPERATOR_FAMILY ->
          Optional.of(ref)
              .filter(one -> !one.member().isNone())
              .map(
                  one ->
                      types.name(one.name())
                          + " USING "
                          + Quoting.whereNeeded(Identifier.of(Signatures.word(one.member()))));
      case USER_MAPPING ->
          Optional.of(
              "FOR "
                  + role(Signatures.word(ref.member()))
                  + " SERVER "
                  + Quoting.name(ref.name().name()));
      default -> Optional.empty();
    };
  }

  private static String role(String name) {
    boolean word = name.equals(PUBLIC) || name.equals(ExtendingWords.CURRENT_USER.text());
    return word ? Quoting.upper(name) : Quoting.name(Identifier.of(name));
  }

  // ------------------------------------------------------------ operators

  private String operator(ObjectName name) {
    String whole = types.name(name);
    String last = Quoting.name(name.name());
    return whole.substring(0, whole.length() - last.length()) + name.name().text();
  }

  private String operatorFacts(Declaration declaration) {
    List<String> written = new ArrayList<>();
    declaration.facts().forEach((word, fact) -> written.add(fact(word, fact)));
    return written.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  /** The same of a change. */
  String operatorFacts(ObjectAction.Facts change) {
    return change.values().entrySet().stream()
        .map(
            one ->
                one.getValue()
                    .map(fact -> fact(one.getKey(), fact))
                    .orElse(Quoting.upper(one.getKey()) + " = NONE"))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String fact(String word, Fact fact) {
    return switch (fact) {
      case Fact.OfType of -> Quoting.upper(word) + " = " + types.print(of.type());
      case Fact.Of of -> Quoting.upper(word) + " = " + types.name(of.object().name());
      case Fact.Words words
          when word.equals(ExtendingWords.HASHES) || word.equals(ExtendingWords.MERGES) ->
          Quoting.upper(word);
      case Fact.Words words -> Quoting.upper(word) + " = " + mention(words.text());
      case Fact other -> throw new IllegalArgumentException("not of an operator: " + other);
    };
  }

  /** An operator as another object names it, with its schema where it has one. */
  static String mention(String text) {
    int dot = text.lastIndexOf('.');
    return dot < 0
        ? text
        : "OPERATOR("
            + Quoting.name(Identifier.of(text.substring(0, dot)))
            + text.substring(dot)
            + ")";
  }

  private String cast(Declaration cast) {
    String how =
        cast.object(Declaration.FUNCTION)
            .map(function -> "WITH FUNCTION " + signed(function))
            .orElse(
                cast.fact(ExtendingWords.THROUGH_TEXT).isPresent()
                    ? "WITH INOUT"
                    : "WITHOUT FUNCTION");
    return "("
        + types.print(cast.type(ExtendingWords.SOURCE).orElseThrow())
        + " AS "
        + types.print(cast.type(ExtendingWords.TARGET).orElseThrow())
        + ") "
        + how
        + cast.words(ExtendingWords.CONTEXT).map(word -> " AS " + Quoting.upper(word)).orElse("");
  }

  private String transform(Declaration transform) {
    return Stream.of(ExtendingWords.FROM_SQL, ExtendingWords.TO_SQL)
        .flatMap(
            way ->
                transform.object(way).stream()
                    .map(function -> Quoting.upper(way) + " WITH FUNCTION " + signed(function)))
        .collect(Collectors.joining(", ", " (", ")"));
  }

  private String conversion(Declaration conversion) {
    return types.name(conversion.ref().name())
        + " FOR "
        + Quoting.string(conversion.words(ExtendingWords.ENCODING).orElseThrow())
        + " TO "
        + Quoting.string(conversion.words(ExtendingWords.ENCODED).orElseThrow())
        + " FROM "
        + types.name(conversion.object(Declaration.FUNCTION).orElseThrow().name());
  }

  private String signed(ObjectRef function) {
    return types.name(function.name()) + function.member().text();
  }

  private String operatorClass(Declaration one) {
    String method = Signatures.word(one.ref().member());
    List<String> items = new ArrayList<>(one.items().map(this::item).toList());
    // The server's grammar wants something behind AS; the type itself is what is kept anyway.
    Optional.of(one.type(ExtendingWords.STORAGE))
        .flatMap(kept -> kept.or(() -> one.type(ExtendingWords.TYPE).filter(t -> items.isEmpty())))
        .ifPresent(kept -> items.add("STORAGE " + types.print(kept)));
    return types.name(one.ref().name())
        + (one.fact(ExtendingWords.DEFAULT).isPresent() ? " DEFAULT" : "")
        + " FOR TYPE "
        + types.print(one.type(ExtendingWords.TYPE).orElseThrow())
        + " USING "
        + Quoting.whereNeeded(Identifier.of(method))
        + one.object(ExtendingWords.FAMILY)
            .map(family -> " FAMILY " + types.name(family.name()))
            .orElse("")
        + " AS "
        + String.join(", ", items);
  }

  /** An operator or a function of a class or family. */
  String item(Fact.Item item) {
    String between = "(" + types.print(item.left()) + ", " + types.print(item.right()) + ")";
    return item.object().kind() == ObjectKind.OPERATOR
        ? "OPERATOR "
            + item.number()
            + " "
            + operator(item.object().name())
            + " "
            + between
            + item.order().map(family -> " FOR ORDER BY " + types.name(family.name())).orElse("")
        : "FUNCTION " + item.number() + " " + between + " " + signed(item.object());
  }

  String action(ObjectAction.GroupItems change) {
    return (change.adds() ? "ADD " : "DROP ")
        + change.items().stream()
            .map(item -> change.adds() ? item(item) : gone(item))
            .collect(Collectors.joining(", "));
  }

  private String gone(Fact.Item item) {
    return (item.object().kind() == ObjectKind.OPERATOR ? "OPERATOR " : "FUNCTION ")
        + item.number()
        + " ("
        + types.print(item.left())
        + ", "
        + types.print(item.right())
        + ")";
  }

  // ------------------------------------------------------------ text search

  private String textSearch(Declaration declaration) {
    List<String> written = new ArrayList<>();
    declaration
        .facts()
        .forEach(
            (word, fact) -> {
              String name = word.equals(Declaration.COPY_OF) ? "COPY" : word(word);
              written.add(name + " = " + value(fact));
            });
    return types.name(declaration.ref().name())
        + written.stream().collect(Collectors.joining(", ", " (", ")"));
  }

  // A word without quotes is folded to what it is.
  private static String word(String word) {
    String written = Quoting.whereNeeded(Identifier.of(word));
    return written.equals(word) ? Quoting.upper(word) : written;
  }

  private String value(Fact fact) {
    return switch (fact) {
      case Fact.Words words -> Quoting.string(words.text());
      case Fact.Of of -> types.name(of.object().name());
      case Fact other -> throw new IllegalArgumentException("not of text search: " + other);
    };
  }

  /** A change of a dictionary's options. */
  String options(ObjectAction.Facts change) {
    return change.values().entrySet().stream()
        .map(one -> word(one.getKey()) + one.getValue().map(fact -> " = " + value(fact)).orElse(""))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  String action(ObjectAction.Mapping change) {
    String tokens =
        change.tokens().isEmpty()
            ? ""
            : change.tokens().stream()
                .map(Quoting::whereNeeded)
                .collect(Collectors.joining(", ", " FOR ", ""));
    List<String> dictionaries = change.dictionaries().stream().map(types::name).toList();
    return switch (change.kind()) {
      case ADD -> "ADD MAPPING" + tokens + " WITH " + String.join(", ", dictionaries);
      case ALTER -> "ALTER MAPPING" + tokens + " WITH " + String.join(", ", dictionaries);
      case REPLACE -> "ALTER MAPPING" + tokens + " REPLACE " + String.join(" WITH ", dictionaries);
      case DROP -> "DROP MAPPING" + (change.ifExists() ? " IF EXISTS" : "") + tokens;
    };
  }

  // ------------------------------------------------------------ foreign data

  private static final List<String> FUNCTIONS =
      List.of(ExtendingWords.HANDLER, ExtendingWords.INLINE, ExtendingWords.VALIDATOR);

  private String functions(Declaration declaration) {
    return FUNCTIONS.stream()
        .flatMap(
            word ->
                declaration.object(word).stream()
                    .map(one -> " " + Quoting.upper(word) + " " + types.name(one.name())))
        .collect(Collectors.joining());
  }

  private String server(Declaration server) {
    return Quoting.name(server.ref().name().name())
        + server
            .words(ExtendingWords.SERVER_TYPE)
            .map(one -> " TYPE " + Quoting.string(one))
            .orElse("")
        + server
            .words(ExtendingWords.VERSION)
            .map(one -> " VERSION " + Quoting.string(one))
            .orElse("")
        + " FOREIGN DATA WRAPPER "
        + Quoting.name(server.object(ExtendingWords.WRAPPER).orElseThrow().name().name())
        + options(server);
  }

  private static String options(Declaration declaration) {
    SortedMap<String, String> options = new TreeMap<>();
    declaration
        .facts()
        .forEach(
            (word, fact) -> {
              if (word.startsWith(ExtendingWords.OPTION) && fact instanceof Fact.Words words) {
                options.put(word.substring(ExtendingWords.OPTION.length()), words.text());
              }
            });
    return optionList(options);
  }

  /** The options of a foreign object, behind a blank; nothing where there are none. */
  static String optionList(SortedMap<String, String> options) {
    String list =
        options.entrySet().stream()
            .map(one -> option(one.getKey()) + " " + Quoting.string(one.getValue()))
            .collect(Collectors.joining(", "));
    return list.isEmpty() ? "" : " OPTIONS (" + list + ")";
  }

  private static String option(String name) {
    return Quoting.whereNeeded(Identifier.of(name));
  }

  String action(ObjectAction.Foreign change) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Optional<Fact>> one : change.facts().entrySet()) {
      parts.add(part(one.getKey(), one.getValue()));
    }
    if (!change.options().isEmpty()) {
      parts.add(options(change.options()));
    }
    return String.join(" ", parts);
  }

  String action(ObjectAction.ForeignColumn change) {
    return "ALTER COLUMN " + Quoting.name(change.column()) + " " + options(change.options());
  }

  private static String options(List<ObjectAction.Foreign.Option> options) {
    return options.stream()
        .map(
            option ->
                option.edit()
                    + " "
                    + option(option.name())
                    + option.value().map(value -> " " + Quoting.string(value)).orElse(""))
        .collect(Collectors.joining(", ", "OPTIONS (", ")"));
  }

  private String part(String word, Optional<Fact> fact) {
    if (word.equals(ExtendingWords.VERSION)) {
      return "VERSION " + fact.map(this::value).orElse("NULL");
    }
    return fact.map(one -> Quoting.upper(word) + " " + value(one))
        .orElse("NO " + Quoting.upper(word));
  }
}
