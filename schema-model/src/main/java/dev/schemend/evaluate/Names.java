package dev.schemend.evaluate;

import dev.schemend.name.Identifier;
import dev.schemend.query.Value;
import java.util.List;
import java.util.Optional;

/** What a name in an expression means: a column of the query or of one around it, or a variable. */
final class Names {

  private final Host host;

  Names(Host host) {
    this.host = host;
  }

  Value value(List<Identifier> path, Env env) {
    Optional<Value> variable = host.variable(path);
    if (variable.isPresent() && host.rules().variablesHideColumns()) {
      return variable.get();
    }
    Optional<Value> column = column(path, env, true);
    // A relation of unknown columns may have one of any name; a variable has it for certain.
    return column
        .or(() -> variable)
        .or(() -> column(path, env, false))
        .orElseGet(() -> Value.unknown("the column or variable " + path.getLast()));
  }

  private static Optional<Value> column(List<Identifier> path, Env env, boolean known) {
    for (Optional<Env> at = Optional.of(env); at.isPresent(); at = at.get().outer()) {
      Optional<Value> found =
          path.size() == 1
              ? plain(path.getFirst(), at.get().row(), known)
              : qualified(path, at.get().row());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Value> plain(Identifier name, Row row, boolean known) {
    if (!known) {
      return row.parts().stream()
          .flatMap(part -> part.others().stream())
          .findFirst()
          .map(Value::unknown);
    }
    for (Row.Part part : row.parts()) {
      Optional<Value> value = part.column(name);
      if (value.isPresent()) {
        return value;
      }
    }
    // A relation's own name is its row.
    return row.parts().stream()
        .filter(part -> part.alias().equals(name) && !name.isNone())
        .findFirst()
        .map(part -> part.columns().size() == 1 ? part.columns().getFirst().value() : part.value());
  }

  private static Optional<Value> qualified(List<Identifier> path, Row row) {
    for (int i = path.size() - 2; i >= 0; i--) {
      Identifier qualifier = path.get(i);
      for (Row.Part part : row.parts()) {
        if (part.alias().equals(qualifier)) {
          Value value =
              part.column(path.get(i + 1))
                  .or(() -> part.others().map(Value::unknown))
                  .orElseGet(() -> Value.unknown("the column " + path.get(path.size() - 1)));
          for (Identifier field : path.subList(i + 2, path.size())) {
            value = Scalars.field(value, field);
          }
          return Optional.of(value);
        }
      }
    }
    return Optional.empty();
  }
}
