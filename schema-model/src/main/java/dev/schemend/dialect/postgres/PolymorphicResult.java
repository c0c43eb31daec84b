package dev.schemend.dialect.postgres;

import dev.schemend.model.Routine;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a polymorphic routine returns for the arguments of a call (manual, 38.2.5). */
final class PolymorphicResult {

  private PolymorphicResult() {}

  /**
   * The type of the result.
   *
   * @param arguments their types, as far as they have one; a literal takes that of the others
   */
  static Optional<SqlType> of(Routine routine, List<Optional<SqlType>> arguments) {
    SqlType result = routine.result().map(Routine.Result::type).orElseThrow();
    List<SqlType> parameters = routine.inputs().map(Routine.Argument::type).toList();
    List<SqlType> elements = new ArrayList<>();
    for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
      if (KnownRoutines.isPolymorphic(parameters.get(i))) {
        boolean array = isArray(parameters.get(i));
        arguments.get(i).flatMap(type -> element(type, array)).ifPresent(elements::add);
      }
    }
    Optional<SqlType> element = CommonTypes.of(elements).map(CommonTypes::unmodified);
    return isArray(result) ? element.map(SqlType.ArrayOf::new) : element;
  }

  private static boolean isArray(SqlType polymorphic) {
    return polymorphic instanceof SqlType.Builtin builtin
        && builtin.name().endsWith("array")
        && !builtin.name().endsWith("nonarray");
  }

  private static Optional<SqlType> element(SqlType type, boolean array) {
    if (!array) {
      return Optional.of(type);
    }
    return type instanceof SqlType.ArrayOf of ? Optional.of(of.element()) : Optional.empty();
  }
}
