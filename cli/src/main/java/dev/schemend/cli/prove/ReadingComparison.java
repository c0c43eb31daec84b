package dev.schemend.cli.prove;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.state.HistoryTables;
import dev.schemend.cli.state.Scope;
import dev.schemend.diff.Agreement;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.SchemaDiffer;
import dev.schemend.model.Schema;
import java.util.Objects;
import java.util.TreeSet;

/** How two readings are compared: which part of them, and by which rules. */
record ReadingComparison(DialectKit kit, Scope scope) {

  ReadingComparison {
    Objects.requireNonNull(kit, "kit");
    Objects.requireNonNull(scope, "scope");
  }

  /** The part of an offline reading that is compared. */
  Schema restrict(Schema fold) {
    return scope.restrict(fold, kit.dialect().identifiers());
  }

  Agreement of(Schema fold, Schema live) {
    return Agreement.of(
        new SchemaDiffer(kit.dialect(), kit.frontend()::print),
        new ChangePolicy(new TreeSet<>(HistoryTables.NAMES), false),
        fold,
        live);
  }
}
