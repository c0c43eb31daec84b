package dev.schemend.parser.postgres;

import dev.schemend.model.Routine;
import dev.schemend.name.Identifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Functions and procedures. */
final class RoutinePrinter {

  // pg_dump's variable_is_guc_list_quote: their values are lists of names, each in quotes.
  private static final Set<String> LISTS =
      Set.of(
          "search_path",
          "temp_tablespaces",
          "session_preload_libraries",
          "shared_preload_libraries",
          "local_preload_libraries",
          "unix_socket_directories");

  private final TypePrinter types;
  private final ExpressionPrinter expressions;

  RoutinePrinter(TypePrinter types, ExpressionPrinter expressions) {
    this.types = types;
    this.expressions = expressions;
  }

  String create(Routine routine, boolean orReplace) {
    return "CREATE "
        + (orReplace ? "OR REPLACE " : "")
        + routine.kind()
        + " "
        + types.name(routine.name())
        + routine.arguments().stream()
            .filter(one -> one.mode() != Routine.Mode.TABLE)
            .map(this::argument)
            .collect(Collectors.joining(", ", "(", ")"))
        + returns(routine)
        + (routine.language().isEmpty()
            ? ""
            : " LANGUAGE " + Quoting.name(Identifier.of(routine.language())))
        + attributes(present(routine.attributes()), " ")
        + " "
        + body(routine.body());
  }

  private static SortedMap<String, Optional<String>> present(SortedMap<String, String> values) {
    SortedMap<String, Optional<String>> present = new TreeMap<>();
    values.forEach((name, value) -> present.put(name, Optional.of(value)));
    return present;
  }

  private String argument(Routine.Argument argument) {
    return (argument.mode() == Routine.Mode.IN ? "" : argument.mode() + " ")
        + (argument.name().isNone() ? "" : Quoting.name(argument.name()) + " ")
        + types.print(argument.type())
        + argument.defaultValue().map(one -> " DEFAULT " + expressions.print(one)).orElse("");
  }

  private String returns(Routine routine) {
    List<Routine.Argument> table =
        routine.arguments().stream().filter(one -> one.mode() == Routine.Mode.TABLE).toList();
    if (!table.isEmpty()) {
      return table.stream()
          .map(one -> Quoting.name(one.name()) + " " + types.print(one.type()))
          .collect(Collectors.joining(", ", " RETURNS TABLE (", ")"));
    }
    return routine
        .result()
        .map(one -> " RETURNS " + (one.setOf() ? "SETOF " : "") + types.print(one.type()))
        .orElse("");
  }

  private String body(Routine.Body body) {
    return switch (body) {
      case Routine.Source source -> "AS " + quoted(source.text());
      case Routine.Symbol symbol ->
          "AS " + Quoting.string(symbol.library()) + ", " + Quoting.string(symbol.symbol());
      case Routine.Value value -> "RETURN " + expressions.print(value.expression());
      case Routine.Standard standard -> String.join(" ", standard.tokens());
    };
  }

  // Dollars around the text, with a tag that the text does not have.
  private static String quoted(String text) {
    String tag = "$$";
    for (int i = 0; text.contains(tag) || (text + "$").contains(tag + "$"); i++) {
      tag = "$body" + (i == 0 ? "" : i) + "$";
    }
    return tag + text + tag;
  }

  /** Attributes as {@code ALTER} takes them. */
  String attributes(SortedMap<String, Optional<String>> values) {
    return attributes(values, " ").strip();
  }

  private String attributes(SortedMap<String, Optional<String>> values, String before) {
    return values.entrySet().stream()
        .map(one -> before + attribute(one.getKey(), one.getValue()))
        .collect(Collectors.joining());
  }

  private static String attribute(String name, Optional<String> value) {
    if (name.startsWith(Routine.SESSION_SETTING)) {
      return "SET "
          + settingName(name.substring(Routine.SESSION_SETTING.length()))
          + " FROM CURRENT";
    }
    if (name.startsWith(Routine.SETTING)) {
      return setting(name.substring(Routine.SETTING.length()), value);
    }
    String text = value.orElse("");
    return switch (name) {
      case "volatility" -> Quoting.upper(text);
      case "strict" -> text.equals("true") ? "STRICT" : "CALLED ON NULL INPUT";
      case "security" -> "SECURITY " + Quoting.upper(text);
      case "leakproof" -> text.equals("true") ? "LEAKPROOF" : "NOT LEAKPROOF";
      case "parallel" -> "PARALLEL " + Quoting.upper(text);
      case "window" -> "WINDOW";
      case "transform" ->
          Arrays.stream(text.split(" ", -1))
              .map(type -> "FOR TYPE " + type)
              .collect(Collectors.joining(", ", "TRANSFORM ", ""));
      default -> Quoting.upper(name) + " " + text;
    };
  }

  private static String setting(String name, Optional<String> value) {
    if (name.equals("*")) {
      return "RESET ALL";
    }
    String quoted = settingName(name);
    if (value.isEmpty()) {
      return "RESET " + quoted;
    }
    String text =
        LISTS.contains(name)
            ? Arrays.stream(value.get().split(", ", -1))
                .map(Quoting::string)
                .collect(Collectors.joining(", "))
            : Quoting.string(value.get());
    return "SET " + quoted + " TO " + text;
  }

  private static String settingName(String name) {
    return Arrays.stream(name.split("\\.", -1))
        .map(part -> Quoting.name(Identifier.of(part)))
        .collect(Collectors.joining("."));
  }
}
