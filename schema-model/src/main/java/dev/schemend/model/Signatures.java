package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tells routines of one name apart: the types of their input arguments. */
public final class Signatures {

  private static final Pattern SIMPLE = Pattern.compile("[a-z_][a-z0-9_$]*");

  private Signatures() {}

  /** The types in brackets: {@code (integer, text[])}. */
  public static Identifier of(List<SqlType> inputs) {
    return Identifier.of(
        inputs.stream().map(Signatures::text).collect(Collectors.joining(", ", "(", ")")));
  }

  /** The types on both sides of an operator; a missing one is {@code none}. */
  public static Identifier ofOperator(Optional<SqlType> left, Optional<SqlType> right) {
    return Identifier.of(
        Stream.of(left, right)
            .map(side -> side.map(Signatures::text).orElse("none"))
            .collect(Collectors.joining(", ", "(", ")")));
  }

  /** The signature of a single word: an access method, a user. */
  public static Identifier of(Identifier word) {
    return Identifier.of("(" + word.text() + ")");
  }

  /** The word of such a signature. */
  public static String word(Identifier signature) {
    return signature.text().substring(1, signature.text().length() - 1);
  }

  /** The types of a signature, as texts. */
  public static List<String> types(Identifier signature) {
    String inside = signature.key().substring(1, signature.key().length() - 1);
    return inside.isEmpty() ? List.of() : List.of(inside.split(", ", -1));
  }

  private static String text(ObjectName name) {
    return name.isQualified() ? text(name.schema()) + "." + text(name.name()) : text(name.name());
  }

  // A signature is printed as it is, so that it must read back (lexical structure, manual 4.1.1).
  private static String text(Identifier name) {
    return SIMPLE.matcher(name.text()).matches()
        ? name.text()
        : "\"" + name.text().replace("\"", "\"\"") + "\"";
  }

  private static String text(SqlType type) {
    return switch (type) {
      // Lengths are no part of a signature (manual, CREATE FUNCTION).
      case SqlType.Builtin builtin -> builtin.name();
      case SqlType.UserDefined user -> text(user.name());
      case SqlType.ArrayOf array -> text(array.element()) + "[]";
      case SqlType.InlineEnum inline -> inline.kind().name();
    };
  }
}
