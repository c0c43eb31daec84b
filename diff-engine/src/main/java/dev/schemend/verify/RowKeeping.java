package dev.schemend.verify;

import dev.schemend.apply.Applied;
import dev.schemend.apply.SchemaInterpreter;
import dev.schemend.apply.Session;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import dev.schemend.planning.RowMove;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether rows that are to move are there when they are copied. Rows are in no schema, so the proof
 * by replay alone would not see that a partition went before.
 */
final class RowKeeping {

  private final SchemaInterpreter interpreter;
  private final Session session;

  RowKeeping(SchemaInterpreter interpreter, Session session) {
    this.interpreter = interpreter;
    this.session = session;
  }

  /**
   * Whether every move is made while its table has all the partitions that it has in {@code aside}.
   *
   * @param aside what is there when the tables have stepped aside
   * @param steps of the whole plan
   */
  boolean holds(Schema original, Schema aside, List<Step> steps, List<RowMove> moves) {
    Set<ObjectName> open = new TreeSet<>();
    moves.forEach(move -> open.add(move.from()));
    Schema schema = original;
    for (Step step : steps) {
      for (DdlStatement statement : step.statements()) {
        if (statement instanceof DdlStatement.CopyRows copy
            && open.contains(copy.from())
            && holders(schema, copy.from()).equals(holders(aside, copy.from()))) {
          open.remove(copy.from());
        }
        if (!(interpreter.apply(schema, session, statement) instanceof Applied.Ok ok)) {
          return false;
        }
        schema = ok.schema();
      }
    }
    return open.isEmpty();
  }

  private static Set<ObjectName> holders(Schema schema, ObjectName table) {
    Set<ObjectName> holders = new TreeSet<>();
    if (schema.table(table).isPresent()) {
      holders.add(table);
    }
    schema
        .dependants(ObjectRef.table(table))
        .flatMap(ref -> schema.table(ref.name()).stream())
        .filter(heir -> heir.options().postgres().lineage().parents().contains(table))
        .map(Table::name)
        .distinct()
        .forEach(heir -> holders.addAll(holders(schema, heir)));
    return holders;
  }
}
