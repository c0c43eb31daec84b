package dev.schemend.expr;

import dev.schemend.name.Identifier;
import java.util.List;
import java.util.Objects;

/**
 * A window: in {@code OVER (…)}, or named behind {@code WINDOW}.
 *
 * @param base the named window that it starts from, or {@link Identifier#NONE}
 * @param bare whether it is {@code OVER name}, without parentheses
 * @param frame its frame clause, lower case, one space between words; empty where none is written
 */
public record Window(
    Identifier base,
    boolean bare,
    List<SqlExpr> partitionBy,
    List<SortKey> orderBy,
    List<String> frame) {

  /** Copies the lists. */
  public Window {
    Objects.requireNonNull(base, "base");
    partitionBy = List.copyOf(partitionBy);
    orderBy = List.copyOf(orderBy);
    frame = List.copyOf(frame);
  }
}
