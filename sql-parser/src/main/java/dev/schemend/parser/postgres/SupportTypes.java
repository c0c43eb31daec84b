package dev.schemend.parser.postgres;

import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * Between which types a function of an operator class works, where that is not said
 * (assignProcTypes).
 */
final class SupportTypes {

  private SupportTypes() {}

  /**
   * The two types; none where only a class could tell them and there is none.
   *
   * @param number what the function is asked for
   * @param arguments the types that it takes
   * @param ofClass the type that the class is for
   */
  static List<SqlType> of(
      String method, int number, List<SqlType> arguments, Optional<SqlType> ofClass) {
    List<SqlType> own =
        switch (method) {
          case "btree" -> ordering(number, arguments);
          case "hash" ->
              arguments.isEmpty() || number > 2
                  ? List.of()
                  : List.of(arguments.getFirst(), arguments.getFirst());
          default -> List.of();
        };
    return own.isEmpty() ? ofClass.map(type -> List.of(type, type)).orElse(List.of()) : own;
  }

  // Comparing takes two values, being in a range a bound as its third.
  private static List<SqlType> ordering(int number, List<SqlType> arguments) {
    return switch (number) {
      case 1 -> arguments.size() < 2 ? List.of() : arguments.subList(0, 2);
      case 3 -> arguments.size() < 3 ? List.of() : List.of(arguments.getFirst(), arguments.get(2));
      default -> List.of();
    };
  }
}
