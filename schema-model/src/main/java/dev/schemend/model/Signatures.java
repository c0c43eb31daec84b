package dev.schemend.model;

import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** The type of a column, as it is written in a signature: {@code table.column%TYPE}. */
  private static final String OF_COLUMN = "%TYPE";

  private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")*)\"|[^.\"]+");

  /**
   * The path to the column whose type is meant, where one of the {@link #types} is written as that
   * of a column; empty for any other.
   */
  public static List<Identifier> column(String type) {
    return type.endsWith(OF_COLUMN)
        ? path(type.substring(0, type.length() - OF_COLUMN.length()))
        : List.of();
  }

  /** Whether any of the types is written as that of a column. */
  public static boolean namesColumns(Identifier signature) {
    return signature.text().contains(OF_COLUMN);
  }

  /** The parts of a name in a text; those without quotes in lower case. */
  public static List<Identifier> path(String text) {
    return PART.matcher(text)
        .results()
        .map(
            part ->
                Identifier.of(
                    part.group(1) == null
                        ? part.group().toLowerCase(Locale.ROOT)
                        : part.group(1).replace("\"\"", "\"")))
        .toList();
  }

  /** The types of a signature, as texts. */
  public static List<String> types(Identifier signature) {
    String inside = signature.key().substring(1, signature.key().length() - 1);
    return inside.isEmpty() ? List.of() : List.of(inside.split(", ", -1));
  }

  /** A name as a signature has it: {@code schema.name}, in quotes where it needs them. */
  public static String text(ObjectName name) {
    return name.isQualified() ? text(name.schema()) + "." + text(name.name()) : text(name.name());
  }

  // A signature is printed as it is, so that it must read back (lexical structure, manual 4.1.1).
  private static String text(Identifier name) {
    return SIMPLE.matcher(name.text()).matches()
        ? name.text()
        : "\"" + name.text().replace("\"", "\"\"") + "\"";
  }

  /** A reserved word as the name of a type, and another name for one without its length. */
  private static final Map<String, String> WRITTEN =
      Map.of("any", "\"any\"", "bpchar", "character");

  private static String text(SqlType type) {
    return switch (type) {
      // Lengths are no part of a signature (manual, CREATE FUNCTION).
      case SqlType.Builtin builtin -> WRITTEN.getOrDefault(builtin.name(), builtin.name());
      case SqlType.UserDefined user when user.modifiers().contains(OF_COLUMN) ->
          text(user.name()) + "." + text(Identifier.of(user.modifiers().getLast())) + OF_COLUMN;
      case SqlType.UserDefined user -> text(user.name());
      case SqlType.ArrayOf array -> text(array.element()) + "[]";
      case SqlType.InlineEnum inline -> inline.kind().name();
    };
  }
}
