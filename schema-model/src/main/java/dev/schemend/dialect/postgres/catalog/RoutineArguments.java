package dev.schemend.dialect.postgres.catalog;

import dev.schemend.model.Routine;
import dev.schemend.query.Value;
import java.util.stream.Collectors;

/** A routine's arguments as the server writes them (server source ruleutils.c). */
final class RoutineArguments {

  private RoutineArguments() {}

  /** {@code pg_get_function_identity_arguments}: without defaults, and without results. */
  static Value identity(Routine routine) {
    return Value.of(
        routine.arguments().stream()
            .filter(argument -> argument.mode() != Routine.Mode.TABLE)
            .map(RoutineArguments::text)
            .collect(Collectors.joining(", ")));
  }

  private static String text(Routine.Argument argument) {
    String mode =
        switch (argument.mode()) {
          case IN, TABLE -> "";
          case OUT -> "OUT ";
          case INOUT -> "INOUT ";
          case VARIADIC -> "VARIADIC ";
        };
    String name = argument.name().isNone() ? "" : QuotedNames.ident(argument.name().text()) + " ";
    return mode + name + CatalogTypes.unmodified(argument.type());
  }
}
