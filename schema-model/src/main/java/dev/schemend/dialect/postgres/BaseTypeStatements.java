package dev.schemend.dialect.postgres;

import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.BaseTypeWords;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Base types and their shells (typecmds.c, DefineType and AlterType). */
final class BaseTypeStatements {

  /** What is so where nothing is said. */
  private static final Map<String, String> USUAL =
      Map.of(
          BaseTypeWords.LENGTH, "-1",
          BaseTypeWords.BY_VALUE, "false",
          BaseTypeWords.ALIGNMENT, "int4",
          BaseTypeWords.STORAGE, "plain",
          BaseTypeWords.CATEGORY, "U",
          BaseTypeWords.PREFERRED, "false",
          BaseTypeWords.DELIMITER, ",",
          BaseTypeWords.COLLATABLE, "false");

  /** Other spellings, by the word before them. */
  private static final Map<String, Map<String, String>> SPELLINGS =
      Map.of(
          BaseTypeWords.LENGTH, Map.of("variable", "-1"),
          BaseTypeWords.BY_VALUE, Map.of("on", "true", "1", "true", "off", "false", "0", "false"),
          BaseTypeWords.PREFERRED, Map.of("on", "true", "1", "true", "off", "false", "0", "false"),
          BaseTypeWords.COLLATABLE, Map.of("on", "true", "1", "true", "off", "false", "0", "false"),
          BaseTypeWords.ALIGNMENT,
              Map.of(
                  "double precision", "double",
                  "float8", "double",
                  "integer", "int4",
                  "smallint", "int2",
                  "character", "char",
                  "bpchar", "char"));

  private static final Set<String> VERBATIM =
      Set.of(BaseTypeWords.DEFAULT, BaseTypeWords.CATEGORY, BaseTypeWords.DELIMITER);

  /** What no {@code ALTER TYPE} changes. */
  private static final Set<String> FOR_GOOD = Set.of(BaseTypeWords.INPUT, BaseTypeWords.OUTPUT);

  private final Scope scope;
  private final Canonical canonical;

  BaseTypeStatements(Scope scope, Canonical canonical) {
    this.scope = scope;
    this.canonical = canonical;
  }

  Schema create(Declaration written) {
    Optional<ObjectRef> present = scope.type(written.ref().name());
    if (written.facts().isEmpty()) {
      if (present.isPresent()) {
        throw PostgresErrors.duplicate(present.get());
      }
      ObjectRef ref = ObjectRef.to(ObjectKind.COMPOSITE_TYPE, scope.toCreate(written.ref().name()));
      return scope.schema().with(written.withRef(ref));
    }
    ObjectRef ref =
        present.orElseThrow(
            () ->
                PostgresErrors.invalid(
                    written.ref(), "has no shell", PostgresErrors.DUPLICATE_OBJECT));
    boolean shell =
        scope.schema().get(ref).orElse(null) instanceof Declaration type && type.facts().isEmpty();
    if (!shell) {
      throw PostgresErrors.duplicate(ref);
    }
    if (!written.facts().keySet().containsAll(FOR_GOOD)) {
      throw PostgresErrors.invalid(
          ref, "needs functions for input and output", PostgresErrors.INVALID_OBJECT);
    }
    return scope.schema().with(saying(written.withRef(ref)));
  }

  private Declaration saying(Declaration written) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    if (written.fact(BaseTypeWords.LIKE).orElse(null) instanceof Fact.OfType of) {
      stored(of.type())
          .ifPresentOrElse(
              like -> like.forEach((word, text) -> facts.put(word, new Fact.Words(text))),
              () -> facts.put(BaseTypeWords.LIKE, of));
    }
    written
        .facts()
        .forEach(
            (word, fact) -> {
              if (!word.equals(BaseTypeWords.LIKE)) {
                facts.put(word, resolved(word, fact));
              }
            });
    facts.entrySet().removeIf(one -> isUsual(one.getKey(), one.getValue()));
    return written.with(facts);
  }

  private static boolean isUsual(String word, Fact fact) {
    return fact instanceof Fact.Words words && words.text().equals(USUAL.get(word));
  }

  private Optional<Map<String, String>> stored(SqlType type) {
    return switch (canonical.unmodified(type)) {
      case SqlType.Builtin builtin -> BaseTypeFacts.stored(builtin.name());
      case SqlType.UserDefined user ->
          scope
              .schema()
              .get(ObjectRef.to(ObjectKind.COMPOSITE_TYPE, user.name()))
              .filter(Declaration.class::isInstance)
              .map(Declaration.class::cast)
              .map(BaseTypeStatements::stored);
      case SqlType.ArrayOf array -> Optional.empty();
      case SqlType.InlineEnum inline -> Optional.empty();
    };
  }

  private static Map<String, String> stored(Declaration type) {
    Map<String, String> facts = new HashMap<>();
    BaseTypeWords.STORED.forEach(
        word -> facts.put(word, type.words(word).orElse(USUAL.getOrDefault(word, ""))));
    return facts;
  }

  private Fact resolved(String word, Fact fact) {
    return switch (fact) {
      case Fact.Of of ->
          new Fact.Of(ObjectRef.to(ObjectKind.ROUTINE, scope.function(of.object().name())));
      case Fact.OfType of -> new Fact.OfType(canonical.unmodified(of.type()));
      case Fact.Words words -> new Fact.Words(plain(word, words.text()));
      case Fact other -> other;
    };
  }

  private static String plain(String word, String text) {
    if (VERBATIM.contains(word)) {
      return text;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return SPELLINGS.getOrDefault(word, Map.of()).getOrDefault(lower, lower);
  }

  Schema alter(Declaration type, ObjectAction.Facts change) {
    SortedMap<String, Fact> facts = new TreeMap<>(type.facts());
    change
        .values()
        .forEach(
            (word, fact) -> {
              boolean can =
                  word.equals(BaseTypeWords.STORAGE)
                      || (BaseTypeWords.FUNCTIONS.contains(word) && !FOR_GOOD.contains(word));
              if (!can) {
                throw PostgresErrors.invalid(
                    type.ref(), "has a " + word + " that stays", PostgresErrors.SYNTAX);
              }
              fact.map(one -> resolved(word, one))
                  .ifPresentOrElse(one -> facts.put(word, one), () -> facts.remove(word));
            });
    facts.entrySet().removeIf(one -> isUsual(one.getKey(), one.getValue()));
    return scope.schema().with(type.with(facts));
  }
}
