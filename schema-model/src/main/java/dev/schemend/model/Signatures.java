package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.stream.Collectors;

/** What tells routines of one name apart: the types of their input arguments. */
public final class Signatures {

  private Signatures() {}

  /** The types in brackets: {@code (integer, text[])}. */
  public static Identifier of(List<SqlType> inputs) {
    return Identifier.of(
        inputs.stream().map(Signatures::text).collect(Collectors.joining(", ", "(", ")")));
  }

  /** The types of a signature, as texts. */
  public static List<String> types(Identifier signature) {
    String inside = signature.key().substring(1, signature.key().length() - 1);
    return inside.isEmpty() ? List.of() : List.of(inside.split(", ", -1));
  }

  private static String text(SqlType type) {
    return switch (type) {
      // Lengths are no part of a signature (manual, CREATE FUNCTION).
      case SqlType.Builtin builtin -> builtin.name();
      case SqlType.UserDefined user -> user.name().toString();
      case SqlType.ArrayOf array -> text(array.element()) + "[]";
      case SqlType.InlineEnum inline -> inline.kind().name();
    };
  }
}
