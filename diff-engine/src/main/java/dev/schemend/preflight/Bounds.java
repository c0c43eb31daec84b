package dev.schemend.preflight;

import dev.schemend.check.Check;
import dev.schemend.check.Concern;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Schema;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;

/** What of a server's limits a statement breaks, whatever the rows are. */
final class Bounds {

  private Bounds() {}

  /** The table that a statement makes larger. */
  static Optional<ObjectName> touched(DdlStatement statement) {
    if (statement instanceof DdlStatement.CreateTable create) {
      return Optional.of(create.name());
    }
    if (statement instanceof DdlStatement.AlterTable alter) {
      return Optional.of(alter.name());
    }
    return statement instanceof DdlStatement.CreateIndex create
        ? Optional.of(create.table())
        : Optional.empty();
  }

  /** Tells of those that the table kept before the statement. */
  static void ask(ObjectName table, RowRules rules, Inquiry inquiry, Schema before, Schema after) {
    List<Limit> older = before.table(table).map(rules::limits).orElseGet(List::of);
    for (Limit limit : after.table(table).map(rules::limits).orElseGet(List::of)) {
      if (!older.contains(limit)) {
        inquiry.ask(
            ObjectRef.table(table),
            new Check.Certain(table),
            Concern.Weight.FAILS,
            limit.what() + " " + limit.reason(),
            Optional.of(limit.code()));
      }
    }
  }
}
