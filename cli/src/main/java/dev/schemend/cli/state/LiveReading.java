package dev.schemend.cli.state;

import dev.schemend.apply.Applied;
import dev.schemend.apply.Coverage;
import dev.schemend.apply.SchemaError;
import dev.schemend.apply.Session;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.FailureException;
import dev.schemend.cli.process.Finding;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.exec.connect.Database;
import dev.schemend.exec.introspect.IntrospectionScope;
import dev.schemend.exec.introspect.LiveCatalog;
import dev.schemend.model.Schema;
import java.util.List;
import java.util.TreeSet;

/** Reads a live database into a state: what its catalogs say is folded like any statement. */
public final class LiveReading {

  private final DialectKit kit;

  /** Reads by what {@code kit} knows of the server. */
  public LiveReading(DialectKit kit) {
    this.kit = kit;
  }

  /**
   * What {@code database} holds within {@code scope}.
   *
   * @throws dev.schemend.exec.error.ExecException where it cannot be read
   */
  public ReadState run(StateSpec spec, Database database, Scope scope) {
    LiveCatalog catalog =
        kit.introspector()
            .read(
                database, new IntrospectionScope(scope.asked(database.url()), HistoryTables.NAMES));
    // Not from the state of an empty database: a server may have dropped what that holds.
    Schema schema = Schema.empty();
    // A server may hold keys that point at nothing, made while they were not checked.
    Session session = Session.in(kit.profile().defaultSchema()).withForeignKeyChecks(false);
    for (DdlStatement statement : catalog.statements()) {
      schema =
          switch (kit.interpreter().apply(schema, session, statement)) {
            case Applied.Ok ok -> ok.schema();
            case Applied.Rejected rejected -> throw contradiction(statement, rejected.error());
          };
    }
    return new ReadState(
            spec,
            scope.restrict(schema, kit.dialect().identifiers()),
            Coverage.NONE,
            catalog.diagnostics().stream().map(Finding::of).toList(),
            new TreeSet<>())
        .unfinished(catalog.invalidIndexes());
  }

  private FailureException contradiction(DdlStatement statement, SchemaError error) {
    return Failure.of(
            error.code().sqlState(),
            "What the server holds contradicts what is known of it: " + error.message() + ".",
            "This is a defect of schemend; please report it with the statement.")
        .because(List.of(kit.frontend().print(statement)))
        .exception();
  }
}
