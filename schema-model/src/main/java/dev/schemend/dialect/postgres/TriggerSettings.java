package dev.schemend.dialect.postgres;

import dev.schemend.ddl.TableAction;
import dev.schemend.model.Schema;
import dev.schemend.model.Trigger;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;

/** {@code ALTER TABLE … ENABLE | DISABLE TRIGGER}. */
final class TriggerSettings {

  private TriggerSettings() {}

  static Schema set(Scope now, ObjectName table, TableAction.OfPostgres.SetTriggerEnabled set) {
    ObjectRef named = new ObjectRef(ObjectKind.TRIGGER, table, set.trigger());
    if (!set.trigger().isNone() && !now.schema().has(named)) {
      throw PostgresErrors.undefined(named);
    }
    Schema schema = now.schema();
    for (ObjectRef ref : schema.dependants(ObjectRef.table(table)).toList()) {
      boolean meant = set.trigger().isNone() || ref.member().equals(set.trigger());
      if (ref.name().equals(table)
          && meant
          && schema.get(ref).orElseThrow() instanceof Trigger trigger) {
        schema = schema.with(trigger.withPostgres(trigger.postgres().withEnabled(set.enabled())));
      }
    }
    return schema;
  }
}
