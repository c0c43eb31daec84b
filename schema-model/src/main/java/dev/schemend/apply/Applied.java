package dev.schemend.apply;

import dev.schemend.model.Schema;
import java.util.Objects;

/** The answer to a statement: a new schema, or the reason for keeping the old one. */
public sealed interface Applied {

  /** The schema after the statement. */
  record Ok(Schema schema) implements Applied {
    /** Rejects null. */
    public Ok {
      Objects.requireNonNull(schema, "schema");
    }
  }

  /** The server would refuse; nothing changed. */
  record Rejected(SchemaError error) implements Applied {
    /** Rejects null. */
    public Rejected {
      Objects.requireNonNull(error, "error");
    }
  }
}
