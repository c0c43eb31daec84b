package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.RightsBasis;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.dialect.postgres.PostgresRights;
import dev.schemend.exec.introspect.CatalogSession;
import dev.schemend.exec.introspect.CatalogTexts;
import dev.schemend.exec.introspect.Findings;
import dev.schemend.exec.introspect.IntrospectionScope;
import dev.schemend.exec.introspect.Introspector;
import dev.schemend.exec.introspect.LiveCatalog;
import dev.schemend.model.References;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.TypeSystem;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a PostgreSQL database of version 12 or newer, in one read-only transaction at repeatable
 * read.
 */
public final class PostgresIntrospector implements Introspector {

  private final CatalogNames names;
  private final TypeSystem types;
  private final PostgresRights rights;
  private final Optional<RightsBasis> basis;
  private final SqlFrontend frontend;

  /** Reads names by the rules of {@code dialect}, and definitions by {@code frontend}. */
  public PostgresIntrospector(Dialect dialect, SqlFrontend frontend) {
    this.names = new CatalogNames(dialect.identifiers());
    this.types = dialect.types();
    this.rights = new PostgresRights(dialect.profile());
    this.basis = dialect.profile().rights();
    this.frontend = Objects.requireNonNull(frontend, "frontend");
  }

  @Override
  public LiveCatalog read(Connection session, IntrospectionScope scope) {
    return CatalogSnapshot.of(session, catalogs -> read(catalogs, scope));
  }

  @Override
  public List<Table> views(Connection session, IntrospectionScope scope) {
    return CatalogSnapshot.of(session, catalogs -> views(catalogs, scope));
  }

  private List<Table> views(CatalogSession catalogs, IntrospectionScope scope) {
    catalogs.rows(CatalogQueries.SETTINGS, List.of(), row -> true);
    String[] ignored = ignored(scope);
    List<?> parameters = List.of(array(schemas(catalogs, scope, ignored)), ignored);
    CatalogTexts texts = new CatalogTexts(frontend, new Findings());
    return new ViewReader(catalogs, parameters, names, texts, types).read();
  }

  private static String[] ignored(IntrospectionScope scope) {
    return scope.ignoredTables().stream().sorted().toArray(String[]::new);
  }

  private static List<String> schemas(
      CatalogSession catalogs, IntrospectionScope scope, String[] ignored) {
    return catalogs.rows(
        CatalogQueries.SCHEMAS, List.of(array(scope.schemas()), ignored), row -> row.getString(1));
  }

  private LiveCatalog read(CatalogSession catalogs, IntrospectionScope scope) {
    catalogs.rows(CatalogQueries.SETTINGS, List.of(), row -> true);
    String[] ignored = ignored(scope);
    List<String> schemas = schemas(catalogs, scope, ignored);
    Findings findings = new Findings();
    missing(scope, schemas, findings);
    CatalogTexts texts = new CatalogTexts(frontend, findings);
    List<?> parameters = List.of(array(schemas), ignored);

    TypeReader made = new TypeReader(catalogs, parameters, names);
    SequenceReader sequences = new SequenceReader(catalogs, parameters, names, texts);
    TableReader tables = new TableReader(catalogs, parameters, names, texts);
    TableParts parts = new TableParts(catalogs, parameters, names, texts, findings);
    ObjectReader defined = new ObjectReader(catalogs, parameters, names, texts);

    List<DdlStatement> statements = new ArrayList<>();
    for (String schema : schemas) {
      statements.add(new DdlStatement.CreateSchema(names.schema(schema), true));
    }
    List<Sequence> found = sequences.read();
    TableReader.Tables created = tables.read();
    TableParts.Constraints constraints = parts.constraints();
    TableParts.Indexes indexes = parts.indexes();
    List<ObjectReader.Definition> definitions = defined.read(scope.schemas().isEmpty());
    Set<ObjectName> relations = new HashSet<>(namesOf(created.creations()));
    definitions.stream()
        .map(ObjectReader.Definition::ref)
        .filter(ref -> References.ROW_SOURCES.contains(ref.kind()))
        .forEach(ref -> relations.add(ref.name()));

    statements.addAll(made.read());
    // The default of a domain may draw from a sequence.
    statements.addAll(SequenceReader.creations(found));
    statements.addAll(ObjectReader.statements(ObjectReader.beforeTables(definitions, relations)));
    RowTypes rowTypes =
        RowTypes.of(created.creations(), ObjectReader.withTables(definitions, relations));
    statements.addAll(rowTypes.statements());
    statements.addAll(constraints.own());
    statements.addAll(created.heirs());
    statements.addAll(indexes.whole());
    // All that a parent has its partitions have too by now, under the names that they have there.
    statements.addAll(tables.attachments());
    statements.addAll(constraints.partial());
    statements.addAll(indexes.partial());
    statements.addAll(parts.indexColumns());
    statements.addAll(constraints.foreignKeys());
    statements.addAll(SequenceReader.ownerships(found, namesOf(created.creations()), findings));
    statements.addAll(ObjectReader.statements(rowTypes.others()));
    statements.addAll(parts.comments());
    statements.addAll(defined.comments(scope.schemas().isEmpty()));
    basis.ifPresent(
        who -> {
          AccessReader access = new AccessReader(catalogs, parameters, names, texts, rights, who);
          statements.addAll(access.read(made(statements)));
          statements.addAll(access.defaults(scope.schemas().isEmpty()));
        });
    return new LiveCatalog(statements, findings.diagnostics(), findings.invalidIndexes());
  }

  /** What has an owner of its own, as the statements call it. */
  private static Set<ObjectRef> made(List<DdlStatement> statements) {
    return statements.stream()
        .flatMap(statement -> made(statement).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<ObjectRef> made(DdlStatement statement) {
    if (statement instanceof DdlStatement.CreateSchema create) {
      return Optional.of(ObjectRef.schema(create.name()));
    }
    if (statement instanceof DdlStatement.CreateTable create) {
      return Optional.of(ObjectRef.table(create.name()));
    }
    if (statement instanceof DdlStatement.CreateSequence create) {
      return Optional.of(ObjectRef.to(ObjectKind.SEQUENCE, create.name()));
    }
    if (statement instanceof DdlStatement.CreateEnum create) {
      return Optional.of(ObjectRef.to(ObjectKind.ENUM_TYPE, create.name()));
    }
    if (statement instanceof DdlStatement.CreateObject create) {
      return Optional.of(create.object().ref());
    }
    return statement instanceof DdlStatement.CreateOpaque create
        ? Optional.of(create.object().ref())
        : Optional.empty();
  }

  private static Set<ObjectName> namesOf(List<DdlStatement.CreateTable> tables) {
    return tables.stream()
        .map(DdlStatement.CreateTable::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void missing(IntrospectionScope scope, List<String> schemas, Findings findings) {
    scope.schemas().stream()
        .filter(wanted -> !schemas.contains(wanted))
        .forEach(
            wanted ->
                findings.warning(
                    "missing-schema",
                    "schema " + wanted + " does not exist in this database",
                    "its objects are read as absent"));
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }
}
