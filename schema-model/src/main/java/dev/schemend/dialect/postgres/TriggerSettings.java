package dev.schemend.dialect.postgres;

import dev.schemend.ddl.TableAction;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.Schema;
import dev.schemend.model.Trigger;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;

/** {@code ALTER TABLE … ENABLE | DISABLE {TRIGGER | RULE}}. */
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

  static Schema set(Scope now, ObjectName table, TableAction.OfPostgres.SetRuleEnabled set) {
    ObjectRef named = new ObjectRef(ObjectKind.RULE, table, set.rule());
    if (now.schema().get(named).orElse(null) instanceof RewriteRule rule) {
      return now.schema().with(rule.withEnabled(set.enabled()));
    }
    throw PostgresErrors.undefined(named);
  }
}
