package dev.schemend.apply;

import dev.schemend.model.Schema;
import java.util.Objects;

/**
 * Where a fold stands between two scripts.
 *
 * @param schema what the statements so far have made
 * @param path the search path of the session
 * @param coverage how much of them was understood
 */
public record FoldState(Schema schema, SearchPath path, Coverage coverage) {

  /** Rejects null parts. */
  public FoldState {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(coverage, "coverage");
  }

  /** This state with another path. */
  public FoldState withPath(SearchPath newPath) {
    return new FoldState(schema, newPath, coverage);
  }
}
