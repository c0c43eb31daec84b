package dev.schemend.cli.kit;

import dev.schemend.diff.ChangePolicy;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Plan;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Objects of a schema as the statements that make them. */
public final class Definitions {

  private final DialectKit kit;

  /** Definitions in one server's SQL. */
  public Definitions(DialectKit kit) {
    this.kit = Objects.requireNonNull(kit, "kit");
  }

  /**
   * The statements that a plan would make the object with, without terminators; none where the
   * schema does not hold it.
   *
   * @param ref a whole object
   */
  public List<String> of(Schema schema, ObjectRef ref) {
    if (!schema.has(ref)) {
      return List.of();
    }
    Schema rest = schema.without(ref);
    // Proven or not: what is asked for is how it looks, not whether a plan could end here.
    Plan plan = kit.planMaker(new ChangePolicy(new TreeSet<>(), false)).plan(rest, schema).plan();
    return plan.steps().stream()
        .flatMap(step -> step.statements().stream())
        .map(kit.frontend()::print)
        .toList();
  }
}
