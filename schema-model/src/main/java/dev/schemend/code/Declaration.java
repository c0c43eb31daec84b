package dev.schemend.code;

import dev.schemend.name.Identifier;
import dev.schemend.query.Query;
import dev.schemend.query.Scalar;
import dev.schemend.query.TypeName;
import java.util.List;
import java.util.Optional;

/** What a block declares. */
public sealed interface Declaration {

  /** Its name. */
  Identifier name();

  /** A variable or a constant; without an initial value it is null. */
  record Variable(Identifier name, TypeName type, Optional<Scalar> initial)
      implements Declaration {}

  /** Another name of a variable or of a parameter ({@code $1} keeps its sign). */
  record Alias(Identifier name, Identifier of) implements Declaration {}

  /**
   * A cursor.
   *
   * @param query empty where it is bound when it is opened, or could not be read
   */
  record Cursor(Identifier name, List<Identifier> parameters, Optional<Query> query)
      implements Declaration {
    /** Copies the parameters. */
    public Cursor {
      parameters = List.copyOf(parameters);
    }
  }
}
