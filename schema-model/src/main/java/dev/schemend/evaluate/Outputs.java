package dev.schemend.evaluate;

import dev.schemend.name.Identifier;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns that a query gives for a row that it goes through. */
final class Outputs {

  private final Host host;
  private final Scalars scalars;

  Outputs(Host host, Scalars scalars) {
    this.host = host;
    this.scalars = scalars;
  }

  /** The rows of one row of the source: one, unless a call in the list gives more. */
  List<Row> rows(List<Query.Output> outputs, Env at) {
    List<List<Value.Composite.Field>> columns = new ArrayList<>();
    List<List<Value>> series = new ArrayList<>();
    int height = 1;
    Optional<String> others = Optional.empty();
    for (Query.Output output : outputs) {
      if (output.value() instanceof Scalar.Star star) {
        others = others.or(() -> hidden(star, at.row()));
        columns.add(expanded(star, at.row()));
        series.add(null);
        continue;
      }
      Optional<List<Value>> rows = series(output.value(), at);
      List<Value> values = rows.orElseGet(() -> List.of(scalars.value(output.value(), at)));
      height =
          rows.isPresent()
              ? (series.stream().anyMatch(one -> one != null && one.size() != 1)
                  ? Math.max(height, values.size())
                  : values.size())
              : height;
      columns.add(List.of(new Value.Composite.Field(name(output), Value.NULL)));
      series.add(values);
    }
    List<Row> result = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      List<Value.Composite.Field> cells = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        List<Value> values = series.get(column);
        if (values == null) {
          cells.addAll(columns.get(column));
        } else {
          Value cell =
              values.size() == 1
                  ? values.getFirst()
                  : i < values.size() ? values.get(i) : Value.NULL;
          cells.add(new Value.Composite.Field(columns.get(column).getFirst().name(), cell));
        }
      }
      host.budget().step();
      result.add(new Row(List.of(new Row.Part(Identifier.NONE, cells, others)), Optional.empty()));
    }
    return result;
  }

  private Optional<List<Value>> series(Scalar scalar, Env at) {
    if (!(scalar instanceof Scalar.Call call) || call.window()) {
      return Optional.empty();
    }
    String name = call.name().name().key();
    boolean own = host.givesRows(call.name());
    if (!own && !Calls.GIVE_ROWS.contains(name)) {
      return Optional.empty();
    }
    List<Value> arguments = new ArrayList<>();
    call.arguments().forEach(one -> arguments.add(scalars.value(one.value(), at)));
    if (own) {
      return host.invoke(call.name(), call.arguments(), arguments).map(Outputs::values);
    }
    return host.rules().rows(name, arguments, host.world());
  }

  private static List<Value> values(Rows rows) {
    rows.uncertainty()
        .ifPresent(
            why -> {
              throw Undecidable.because("how many rows there are depends on " + why);
            });
    return rows.rows().stream().map(Scalars::valueOf).toList();
  }

  private static Optional<String> hidden(Scalar.Star star, Row row) {
    return row.parts().stream()
        .filter(part -> meant(star, part))
        .flatMap(part -> part.others().stream())
        .findFirst();
  }

  private static List<Value.Composite.Field> expanded(Scalar.Star star, Row row) {
    return row.parts().stream()
        .filter(part -> meant(star, part))
        .flatMap(part -> part.columns().stream())
        .toList();
  }

  private static boolean meant(Scalar.Star star, Row.Part part) {
    return star.qualifier().isEmpty()
        || part.alias().isNone()
        || part.alias().equals(star.qualifier().getLast());
  }

  static Identifier name(Query.Output output) {
    if (!output.alias().isNone()) {
      return output.alias();
    }
    Scalar value = output.value();
    while (value instanceof Scalar.Cast cast) {
      value = cast.operand();
    }
    return switch (value) {
      case Scalar.Name name -> name.path().getLast();
      case Scalar.Call call -> call.name().name();
      case Scalar.Field field -> field.field();
      case Scalar.Exists exists -> Identifier.of("exists");
      case Scalar.Case choice -> Identifier.of("case");
      default -> Identifier.of("?column?");
    };
  }
}
