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
import dev.schemend.model.Column;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  @Override
  public List<Table> views(Connection session, IntrospectionScope scope) {
    CatalogSession catalogs = new CatalogSession(session);
    return QuotingMode.plain(
        session,
        catalogs,
        settings ->
            views(
                catalog(
                    catalogs,
                    settings.database(),
                    wanted(settings.database(), scope),
                    new Findings())));
  }

  private List<Table> views(Catalog catalog) {
    Map<ObjectName, List<Column>> columns = new ColumnReader(catalog).read();
    Function<Column, Column> canonical =
        column -> column.withType(dialect.types().canonical(column.type()));
    return catalog
        .rows(
            CatalogQueries.views("NULL"),
            row -> catalog.names().object(row.getString(1), row.getString(2)))
        .stream()
        .map(
            view ->
                new Table(
                    view,
                    columns.getOrDefault(view, List.of()).stream().map(canonical).toList(),
                    List.of(),
                    List.of(),
                    TableOptions.NONE))
        .toList();
  }

  private static List<String> wanted(Optional<String> current, IntrospectionScope scope) {
    List<String> wanted = scope.schemas().isEmpty() ? current.stream().toList() : scope.schemas();
    if (wanted.isEmpty()) {
      throw new ExecException(
          new IntrospectionError(
              IntrospectionErrorKind.NO_DATABASE, "information_schema", Optional.empty()));
    }
    return wanted;
  }

  private Catalog catalog(
      CatalogSession session, Optional<String> current, List<String> wanted, Findings findings) {
    CatalogNames names = CatalogNames.of(dialect.identifiers(), current.orElse(""));
    return new Catalog(
        session, wanted, facts, names, new CatalogTexts(frontend, findings), findings);
  }

  private LiveCatalog read(
      CatalogSession session, Optional<String> current, IntrospectionScope scope) {
    Findings findings = new Findings();
    List<String> wanted = wanted(current, scope);
    Catalog catalog = catalog(session, current, wanted, findings);
    CatalogNames names = catalog.names();
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
