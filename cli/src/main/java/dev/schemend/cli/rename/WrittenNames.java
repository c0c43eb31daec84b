package dev.schemend.cli.rename;

import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.List;

/** Names as people write them in hints and annotations: {@code old}, {@code app.old}. */
final class WrittenNames {

  private final IdentifierRules rules;
  private final Identifier defaultSchema;

  WrittenNames(IdentifierRules rules, Identifier defaultSchema) {
    this.rules = rules;
    this.defaultSchema = defaultSchema;
  }

  /** An object. A dot ends the schema; inside of double quotes or backticks it is a character. */
  ObjectRef object(ObjectKind kind, String text) {
    return object(kind, text, defaultSchema);
  }

  /** An object; behind the name of a routine may stand the types of its arguments in brackets. */
  ObjectRef signed(ObjectKind kind, String text) {
    int bracket = kind.hasNamesakes() ? text.indexOf('(') : -1;
    if (bracket < 0) {
      return object(kind, text);
    }
    ObjectName name = object(kind, text.substring(0, bracket).strip()).name();
    return new ObjectRef(kind, name, Identifier.of(text.substring(bracket).strip()));
  }

  /** An object, which is in {@code schema} where its name does not say. */
  ObjectRef object(ObjectKind kind, String text, Identifier schema) {
    List<String> words = words(text);
    Identifier last = rules.object(words.getLast(), true);
    return !kind.isInSchema()
        ? ObjectRef.to(kind, ObjectName.unqualified(last))
        : ObjectRef.to(
            kind,
            new ObjectName(
                words.size() > 1 ? rules.object(words.get(words.size() - 2), true) : schema, last));
  }

  /**
   * Another name of an object, in whose schema it is where that name does not say; what tells
   * namesakes apart is the same.
   */
  ObjectRef sibling(ObjectRef object, String text) {
    ObjectName name = object(object.kind(), text, object.name().schema()).name();
    return new ObjectRef(object.kind(), name, object.member());
  }

  /** A part of {@code holder}. */
  ObjectRef part(ObjectKind kind, ObjectName holder, String text) {
    String word = words(text).getLast();
    return new ObjectRef(
        kind,
        holder,
        kind == ObjectKind.ENUM_VALUE ? Identifier.of(text) : rules.member(word, true));
  }

  /** A label of a column, which is written with its table and maybe its schema before it. */
  ObjectRef label(String column, String text) {
    List<String> words = words(column);
    Identifier schema =
        words.size() > 2 ? rules.object(words.get(words.size() - 3), true) : defaultSchema;
    Identifier table =
        rules.object(words.size() > 1 ? words.get(words.size() - 2) : words.getLast(), true);
    return ObjectRef.label(
        new ObjectName(schema, table), rules.member(words.getLast(), true), text);
  }

  ObjectRef qualified(ObjectRef ref) {
    return !ref.kind().isInSchema() || ref.name().isQualified()
        ? ref
        : new ObjectRef(
            ref.kind(),
            new ObjectName(defaultSchema, ref.name().name()),
            ref.member(),
            ref.label());
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && (c == '"' || c == '`')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (c == '.' && quote == 0) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    words.add(word.toString());
    return words;
  }
}
