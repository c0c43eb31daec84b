package dev.schemend.dialect.postgres;

import dev.schemend.model.Routine;
import dev.schemend.name.ObjectName;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/** The routines of a schema, as far as a call's name and the number of its arguments tell them. */
interface KnownRoutines {

  /** The routines that a name means, in a call as written. */
  List<Routine> named(ObjectName name);

  /** No routines. */
  KnownRoutines NONE = name -> List.of();

  /** The one routine that a call with so many arguments can mean. */
  default Optional<Routine> only(ObjectName name, int arguments) {
    List<Routine> possible =
        named(name).stream()
            .filter(routine -> routine.inputs().count() >= arguments)
            .filter(
                routine ->
                    routine.inputs().filter(one -> one.defaultValue().isEmpty()).count()
                        <= arguments)
            .toList();
    return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
  }

  /** Whether the type stands for whatever is given (manual, 36.2.5). */
  static boolean isPolymorphic(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> builtin.name().startsWith("any");
      case SqlType.ArrayOf array -> false;
      case SqlType.UserDefined user -> false;
      case SqlType.InlineEnum inline -> false;
    };
  }
}
