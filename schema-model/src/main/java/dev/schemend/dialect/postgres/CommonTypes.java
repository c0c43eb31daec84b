package dev.schemend.dialect.postgres;

import dev.schemend.type.SqlType;
import java.util.List;
import java.util.Optional;

/** The one type of several values (manual, 10.5; {@code select_common_type} in parse_coerce.c). */
final class CommonTypes {

  private static final SqlType DOUBLE = SqlType.builtin("double precision");
  private static final SqlType REAL = SqlType.builtin("real");

  private CommonTypes() {}

  /**
   * The first type that all others become by themselves; the first where they are not known to.
   *
   * @param types of the values that have one
   */
  static Optional<SqlType> of(List<SqlType> types) {
    if (types.isEmpty()) {
      return Optional.empty();
    }
    SqlType common = types.getFirst();
    for (SqlType type : types) {
      boolean wider = ImplicitCasts.leads(common, type) && !ImplicitCasts.leads(type, common);
      common = wider ? type : common;
    }
    // A modifier stays where all have it (select_common_typmod).
    SqlType chosen = common;
    return Optional.of(types.stream().allMatch(chosen::equals) ? chosen : unmodified(chosen));
  }

  /**
   * The type of arithmetic with two numbers: the wider of the two, and double precision where real
   * meets another, for it is the preferred type of its kind (10.2).
   */
  static Optional<SqlType> ofNumbers(SqlType left, SqlType right) {
    SqlType one = unmodified(left);
    SqlType other = unmodified(right);
    if (one.equals(other)) {
      return Optional.of(one);
    }
    if (!ImpliedCasts.isNumber(one) || !ImpliedCasts.isNumber(other)) {
      return Optional.empty();
    }
    if (one.equals(REAL) || other.equals(REAL)) {
      return Optional.of(DOUBLE);
    }
    return ImplicitCasts.leads(one, other) ? Optional.of(other) : Optional.of(one);
  }

  /** The type as results of functions and operators have it: lengths and precisions are gone. */
  static SqlType unmodified(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> new SqlType.Builtin(builtin.name(), List.of());
      case SqlType.ArrayOf array -> new SqlType.ArrayOf(unmodified(array.element()));
      case SqlType.UserDefined user -> new SqlType.UserDefined(user.name(), List.of());
      case SqlType.InlineEnum inline -> inline;
    };
  }
}
