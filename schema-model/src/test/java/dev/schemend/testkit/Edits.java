package dev.schemend.testkit;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Proposes statements that a dialect's server might accept. */
public interface Edits {

  /** A statement for {@code schema}; empty where the chosen kind of edit finds nothing to edit. */
  Optional<DdlStatement> propose(Schema schema, RandomGenerator random);
}
