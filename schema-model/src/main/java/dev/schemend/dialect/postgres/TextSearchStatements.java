package dev.schemend.dialect.postgres;

import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.ExtendingWords;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Text search: parsers, templates, dictionaries, configurations. */
final class TextSearchStatements {

  private final Scope scope;
  private final ExtendingNames names;

  TextSearchStatements(Scope scope) {
    this.scope = scope;
    this.names = new ExtendingNames(scope);
  }

  /** The object as the server keeps it; a copy has what it is one of. */
  Declaration canonical(Declaration written) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    written.facts().forEach((word, fact) -> facts.put(word, resolved(fact)));
    Declaration made = written.with(facts).withRef(names.made(written.ref()));
    return made.object(Declaration.COPY_OF)
        .map(source -> made.with(copied(source).orElse(made.facts())))
        .orElse(made);
  }

  private Optional<SortedMap<String, Fact>> copied(ObjectRef source) {
    return scope
        .schema()
        .get(source)
        .filter(Declaration.class::isInstance)
        .map(found -> ((Declaration) found).facts())
        .or(() -> ServerConfigurations.facts(source.name()));
  }

  private Fact resolved(Fact fact) {
    return switch (fact) {
      case Fact.Of of ->
          new Fact.Of(
              of.object().kind() == ObjectKind.ROUTINE
                  ? names.routine(of.object())
                  : names.object(of.object()));
      case Fact.Several several ->
          new Fact.Several(several.facts().stream().map(this::resolved).toList());
      case Fact other -> other;
    };
  }

  // Where what a configuration copies is not known, neither is what it looks up; of it only what is
  // said again counts.
  Schema alter(Declaration configuration, ObjectAction.Mapping change) {
    List<Fact> dictionaries =
        change.dictionaries().stream()
            .<Fact>map(name -> new Fact.Of(names.object(dictionary(name))))
            .toList();
    SortedMap<String, Fact> facts = new TreeMap<>(configuration.facts());
    List<String> words =
        change.tokens().isEmpty()
            ? facts.keySet().stream().filter(TextSearchStatements::isMapping).toList()
            : change.tokens().stream().map(one -> ExtendingWords.MAPPING + one.key()).toList();
    for (String word : words) {
      boolean there = facts.containsKey(word);
      switch (change.kind()) {
        case ADD -> {
          if (there) {
            throw PostgresErrors.duplicate(configuration.ref());
          }
          facts.put(word, new Fact.Several(dictionaries));
        }
        case ALTER -> facts.put(word, new Fact.Several(dictionaries));
        case REPLACE -> {
          if (facts.get(word) instanceof Fact.Several several) {
            facts.put(word, replaced(several, dictionaries));
          }
        }
        case DROP -> {
          if (!there && !change.ifExists() && configuration.fact(Declaration.COPY_OF).isEmpty()) {
            throw PostgresErrors.invalid(
                configuration.ref(),
                "has no mapping for " + word.substring(ExtendingWords.MAPPING.length()),
                PostgresErrors.UNDEFINED_OBJECT);
          }
          facts.remove(word);
        }
      }
    }
    return scope.schema().with(configuration.with(facts));
  }

  private static Fact replaced(Fact.Several several, List<Fact> two) {
    return new Fact.Several(
        several.facts().stream()
            .map(one -> one.equals(two.getFirst()) ? two.getLast() : one)
            .collect(Collectors.toList()));
  }

  private static boolean isMapping(String word) {
    return word.startsWith(ExtendingWords.MAPPING);
  }

  private static ObjectRef dictionary(ObjectName name) {
    return ObjectRef.to(ObjectKind.TEXT_SEARCH_DICTIONARY, name);
  }

  /** The configurations that every server has ({@code snowball_create.pl}, manual 12.1.3). */
  private static final class ServerConfigurations {

    /** Kinds of tokens that are words of ASCII letters. */
    private static final List<String> ASCII = List.of("asciihword", "asciiword", "hword_asciipart");

    /** Kinds of tokens that are other words. */
    private static final List<String> WORDS = List.of("hword", "hword_part", "word");

    /** Kinds of tokens that no language changes. */
    private static final List<String> OTHERS =
        List.of(
            "email",
            "file",
            "float",
            "host",
            "hword_numpart",
            "int",
            "numhword",
            "numword",
            "sfloat",
            "uint",
            "url",
            "url_path",
            "version");

    /** Languages whose stemmer has one of its own name (14; Estonian since 18). */
    private static final List<String> LANGUAGES =
        List.of(
            "arabic",
            "armenian",
            "basque",
            "catalan",
            "danish",
            "dutch",
            "english",
            "estonian",
            "finnish",
            "french",
            "german",
            "greek",
            "hindi",
            "hungarian",
            "indonesian",
            "irish",
            "italian",
            "lithuanian",
            "nepali",
            "norwegian",
            "portuguese",
            "romanian",
            "russian",
            "serbian",
            "spanish",
            "swedish",
            "tamil",
            "turkish",
            "yiddish");

    /** Languages in whose texts words of ASCII letters are English. */
    private static final List<String> BESIDE_ENGLISH = List.of("hindi", "russian");

    private static final String SIMPLE = "simple";

    private ServerConfigurations() {}

    static Optional<SortedMap<String, Fact>> facts(ObjectName name) {
      String language = name.name().key();
      boolean stems = LANGUAGES.contains(language);
      if (name.isQualified() || (!stems && !language.equals(SIMPLE))) {
        return Optional.empty();
      }
      String own = stems ? language + "_stem" : SIMPLE;
      SortedMap<String, Fact> facts = new TreeMap<>();
      facts.put(
          ExtendingWords.PARSER,
          new Fact.Of(
              ObjectRef.to(
                  ObjectKind.TEXT_SEARCH_PARSER,
                  ObjectName.unqualified(Identifier.of("default")))));
      map(facts, ASCII, BESIDE_ENGLISH.contains(language) ? "english_stem" : own);
      map(facts, WORDS, own);
      map(facts, OTHERS, SIMPLE);
      return Optional.of(facts);
    }

    private static void map(SortedMap<String, Fact> facts, List<String> tokens, String to) {
      for (String token : tokens) {
        facts.put(
            ExtendingWords.MAPPING + token,
            new Fact.Several(
                List.of(new Fact.Of(dictionary(ObjectName.unqualified(Identifier.of(to)))))));
      }
    }
  }
}
