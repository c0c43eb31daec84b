package dev.schemend.evaluate;

import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a relation or a query holds, as far as it is known.
 *
 * @param rows the rows that are known, in order
 * @param rest why there may be any number of others; empty where there are none
 */
public record Rows(List<Row> rows, Optional<String> rest) {

  /** No rows. */
  public static final Rows NONE = new Rows(List.of(), Optional.empty());

  /** Copies the rows. */
  public Rows {
    Objects.requireNonNull(rest, "rest");
    rows = List.copyOf(rows);
  }

  /** Exactly these. */
  public static Rows of(List<Row> rows) {
    return new Rows(rows, Optional.empty());
  }

  /** Any number of rows of which nothing is known. */
  public static Rows unknown(String why) {
    return new Rows(List.of(), Optional.of(why));
  }

  /** These rows, each changed. */
  Rows map(UnaryOperator<Row> change) {
    return new Rows(rows.stream().map(change).toList(), rest);
  }

  /** These rows under an alias. */
  Rows as(Identifier alias) {
    return map(row -> row.as(alias));
  }

  /** Whether all is known: which rows there are, and that there are no others. */
  boolean isCertain() {
    return rest.isEmpty() && rows.stream().allMatch(row -> row.doubt().isEmpty());
  }

  /** Why not all is known. */
  Optional<String> uncertainty() {
    return rest.or(() -> rows.stream().flatMap(row -> row.doubt().stream()).findFirst());
  }

  /** The rows that are there for certain. */
  long certain() {
    return rows.stream().filter(row -> row.doubt().isEmpty()).count();
  }
}
