package dev.schemend.exec.introspect.mysql;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.exec.error.ExecException;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.exec.introspect.Findings;
import dev.schemend.exec.introspect.IntrospectionError;
import dev.schemend.exec.introspect.IntrospectionErrorKind;
import dev.schemend.exec.introspect.IntrospectionScope;
import dev.schemend.exec.introspect.Introspector;
import dev.schemend.exec.introspect.LiveCatalog;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads databases of MySQL (5.7 and newer) or MariaDB (10.3 and newer), from {@code
 * information_schema} alone. Those servers have no transactions over their catalogs: DDL that runs
 * meanwhile may be seen in one query and not in the next.
 */
public final class MySqlIntrospector implements Introspector {

  private final Dialect dialect;
  private final SqlFrontend frontend;
  private final CatalogFacts facts;

  /**
   * Reads names by the rules of {@code dialect}, definitions by {@code frontend}, and the catalogs
   * as the server of the dialect's profile keeps them.
   */
  public MySqlIntrospector(Dialect dialect, SqlFrontend frontend) {
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.frontend = Objects.requireNonNull(frontend, "frontend");
    this.facts = CatalogFacts.of(dialect.profile());
  }

  @Override
  public LiveCatalog read(Connection session, IntrospectionScope scope) {
    CatalogSession catalogs = new CatalogSession(session);
    return QuotingMode.plain(
        session, catalogs, settings -> read(catalogs, settings.database(), scope));
  }

  private LiveCatalog read(
      CatalogSession session, Optional<String> current, IntrospectionScope scope) {
    Findings findings = new Findings();
    List<String> wanted = scope.schemas().isEmpty() ? current.stream().toList() : scope.schemas();
    if (wanted.isEmpty()) {
      throw new ExecException(
          new IntrospectionError(
              IntrospectionErrorKind.NO_DATABASE, "information_schema", Optional.empty()));
    }
    CatalogNames names = CatalogNames.of(dialect.identifiers(), current.orElse(""));
    Catalog catalog =
        new Catalog(session, wanted, facts, names, new CatalogTexts(frontend, findings), findings);
    List<DdlStatement.OfMySql.CreateDatabase> databases =
        catalog.rows(
            CatalogQueries.DATABASES,
            row ->
                new DdlStatement.OfMySql.CreateDatabase(
                    names.schema(row.getString(1)),
                    Optional.of(row.getString(2)),
                    Optional.of(row.getString(3)),
                    true));
    List<Identifier> found =
        databases.stream().map(DdlStatement.OfMySql.CreateDatabase::name).toList();
    wanted.stream()
        .filter(database -> !found.contains(names.schema(database)))
        .forEach(
            database ->
                findings.warning(
                    "missing-schema",
                    "database " + database + " does not exist on this server, or is not shown",
                    "its objects are read as absent"));
    Set<Identifier> ignored =
        scope.ignoredTables().stream().map(names::object).collect(Collectors.toUnmodifiableSet());

    List<DdlStatement> statements = new ArrayList<>();
    databases.stream().filter(database -> !database.name().isNone()).forEach(statements::add);
    List<DdlStatement.CreateTable> tables = new TableReader(catalog, ignored).read();
    statements.addAll(new SequenceReader(catalog).read());
    statements.addAll(tables);
    statements.addAll(new ForeignKeyReader(catalog, namesOf(tables)).read());
    statements.addAll(new DefinitionReader(catalog, ignored).read());
    return new LiveCatalog(statements, findings.diagnostics(), List.of());
  }

  private static Set<ObjectName> namesOf(List<DdlStatement.CreateTable> tables) {
    return tables.stream()
        .map(DdlStatement.CreateTable::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
