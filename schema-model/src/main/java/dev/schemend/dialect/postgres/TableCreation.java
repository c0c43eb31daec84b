package dev.schemend.dialect.postgres;

import dev.schemend.apply.Rejection;
import dev.schemend.apply.SchemaError;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.LikeClause;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Lineage;
import dev.schemend.model.NotNull;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.PartitionBound;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code CREATE TABLE} (server sources {@code transformCreateStmt} and {@code DefineRelation}). */
final class TableCreation {

  private final Dialect dialect;
  private final Scope scope;

  TableCreation(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  private Scope in(Schema schema) {
    return new Scope(schema, scope.session());
  }

  Schema create(DdlStatement.CreateTable create) {
    ObjectName name = scope.toCreate(create.name());
    if (scope.isTaken(name) && create.ifNotExists()) {
      return scope.schema();
    }
    scope.requireFree(name, ObjectKind.TABLE);
    List<Table> parents = parents(create.options().postgres().lineage());
    boolean partition = create.options().postgres().lineage().isPartition();
    parents.forEach(parent -> Persistence.requireKin(name, parent, partition));
    Lineage lineage = lineage(create.options().postgres().lineage(), parents);
    boolean asCatalogued =
        create.columns().stream().anyMatch(one -> !one.column().postgres().local());
    ColumnMerge merge =
        ColumnMerge.of(
            name, parents, lineage.isPartition(), asCatalogued, dialect.profile().version());
    List<ColumnDefinition> written = new LikeSources(dialect, scope).columns(create);
    ColumnRules.requireRoom(name, written.size());
    // A catalog tells all columns with their types.
    if (written.stream().allMatch(one -> one.column().type().equals(ColumnDefinition.NO_TYPE))) {
      lineage.ofType().ifPresent(type -> merge.ofType(TypedTables.type(scope, type)));
    }
    Set<Identifier> notNull = primaryKeyColumns(create);
    List<Sequence> sequences = new ArrayList<>();
    Schema schema = columns(name, written, notNull, merge, sequences);

    List<Column> columns =
        merge.columns().stream()
            .map(column -> notNull.contains(column.name()) ? inKey(name, column) : column)
            .toList();
    columns.forEach(column -> ColumnRules.requireComputable(name, column, columns));
    schema =
        schema.with(
            new Table(
                name,
                columns,
                merge.checks(),
                List.of(),
                create.options().withPostgres(options(create, name, lineage, columns))));
    for (Sequence sequence : sequences) {
      schema =
          schema.with(
              new Sequence(
                  sequence.name(),
                  sequence.options(),
                  Optional.of(ObjectRef.column(name, Serial.owner(columns, sequence)))));
    }
    return members(schema, name, create, lineage);
  }

  /** The columns are the query's: names, types and nothing else (manual, CREATE TABLE AS). */
  Schema create(DdlStatement.CreateTableAs create) {
    ObjectName name = scope.toCreate(create.name());
    if (scope.isTaken(name) && create.ifNotExists()) {
      return scope.schema();
    }
    scope.requireFree(name, ObjectKind.TABLE);
    QueryForm form = new QueryForm((PostgresExpressions) dialect.expressions(), scope);
    Optional<List<RowSource.Output>> outputs = form.of(create.query(), create.columns()).settled();
    if (outputs.isEmpty()) {
      return undecided(name, "its columns follow from a query whose output is not known");
    }
    List<String> untyped =
        outputs.get().stream()
            .filter(one -> one.type().isEmpty())
            .map(one -> one.name().text())
            .toList();
    if (!untyped.isEmpty()) {
      return undecided(
          name,
          "its columns follow from a query, and the types of these are not known: "
              + String.join(", ", untyped));
    }
    List<Column> columns =
        outputs.get().stream()
            .map(one -> one.column().orElseThrow())
            // The type of a cast is as it is written.
            .map(column -> column.withType(scope.resolve(column.type())))
            .toList();
    Set<Identifier> seen = new HashSet<>();
    for (Column column : columns) {
      if (!seen.add(column.name())) {
        throw PostgresErrors.duplicate(ObjectRef.column(name, column.name()));
      }
    }
    return scope.schema().with(new Table(name, columns, List.of(), List.of(), create.options()));
  }

  private Schema undecided(ObjectName name, String why) {
    if (name.schema().equals(Scope.TEMPORARY)) {
      // It is gone at the end, and what is in it makes no difference to the schema.
      return scope.schema().with(OpaqueObject.of(ObjectRef.table(name), "", List.of()));
    }
    throw new Rejection(
        new SchemaError.Undecidable(ObjectRef.table(name), why, PostgresErrors.NOT_SUPPORTED));
  }

  private Schema columns(
      ObjectName name,
      List<ColumnDefinition> written,
      Set<Identifier> notNull,
      ColumnMerge merge,
      List<Sequence> sequences) {
    Schema schema = scope.schema();
    List<Column> siblings = new ArrayList<>(merge.soFar());
    written.stream().map(ColumnDefinition::column).forEach(siblings::add);
    Set<Identifier> seen = new HashSet<>();
    for (ColumnDefinition definition : written) {
      ColumnRules.requireSound(name, definition);
      boolean stated = !definition.column().type().equals(ColumnDefinition.NO_TYPE);
      Column typed = stated ? definition.column() : typed(name, definition.column(), merge);
      if (!seen.add(typed.name())) {
        throw PostgresErrors.duplicate(ObjectRef.column(name, typed.name()));
      }
      Serial.Expanded expanded = Serial.expand(in(schema), name, typed);
      // The name is taken at once, so that the next serial column numbers its own.
      if (expanded.sequence().isPresent()) {
        sequences.add(expanded.sequence().get());
        schema = schema.with(expanded.sequence().get());
      }
      Column column = new Canonical(dialect, in(schema)).column(name, expanded.column(), siblings);
      merge.own(notNull.contains(column.name()) ? column.withNullable(false) : column, stated);
    }
    return schema;
  }

  // The key asks for NOT NULL by itself, also where the parents have it.
  private static Column inKey(ObjectName table, Column column) {
    Optional<NotNull> own = column.postgres().notNull().filter(NotNull::local);
    if (own.filter(NotNull::noInherit).isPresent()) {
      throw PostgresErrors.invalid(
          ObjectRef.column(table, column.name()),
          "has conflicting NO INHERIT declarations of its not-null constraints",
          PostgresErrors.SYNTAX);
    }
    return column.withNotNull(own);
  }

  private static Column typed(ObjectName table, Column written, ColumnMerge merge) {
    return merge
        .inherited(written.name())
        .map(inherited -> written.withType(inherited.type()).withCollation(inherited.collation()))
        .orElseThrow(() -> PostgresErrors.undefined(ObjectRef.column(table, written.name())));
  }

  private List<Table> parents(Lineage written) {
    List<Table> parents = new ArrayList<>();
    for (ObjectName parentName : written.parents()) {
      Table parent = scope.table(parentName);
      boolean fits =
          written.isPartition()
              ? Heirs.lineage(parent).isPartitioned()
              : !Heirs.lineage(parent).isPartitioned() && !Heirs.lineage(parent).isPartition();
      if (!fits) {
        throw PostgresErrors.invalid(
            parent.ref(),
            written.isPartition()
                ? "is not partitioned"
                : "cannot inherit from a partitioned table or a partition",
            PostgresErrors.WRONG_OBJECT_TYPE);
      }
      if (parents.contains(parent)) {
        throw PostgresErrors.invalid(
            parent.ref(), "would be inherited from more than once", PostgresErrors.DUPLICATE_TABLE);
      }
      parents.add(parent);
    }
    return parents;
  }

  private Lineage lineage(Lineage written, List<Table> parents) {
    Optional<PartitionBound> bound =
        written
            .bound()
            .map(one -> new PartitionKeys(dialect, scope).bound(parents.getFirst(), one));
    bound.ifPresent(one -> BoundOverlaps.requireNone(scope.schema(), parents.getFirst(), one));
    return new Lineage(
        parents.stream().map(Table::name).toList(),
        bound,
        written.key(),
        written.ofType().map(type -> TypedTables.type(scope, type).name()));
  }

  private PostgresTableOptions options(
      DdlStatement.CreateTable create, ObjectName name, Lineage lineage, List<Column> columns) {
    PostgresTableOptions written = create.options().postgres();
    // OIDS = false is taken and says nothing since 12 (reloptions.c).
    SortedMap<String, String> parameters = new TreeMap<>(written.storageParameters());
    parameters.remove("oids");
    if (lineage.isPartitioned()) {
      Persistence.requireNoParameters(dialect, name, parameters.keySet());
    }
    return written
        .withStorageParameters(parameters)
        .withAccessMethod(written.accessMethod().filter(method -> !method.key().equals("heap")))
        .withLineage(
            lineage.withKey(
                lineage
                    .key()
                    .map(key -> new PartitionKeys(dialect, scope).key(name, key, columns))));
  }

  // Checks are named when the table is made; then a partition gets what its parent has; then LIKE
  // clauses are expanded; then the table's own keys are made, the primary one first, and foreign
  // keys last. NOT VALID says nothing of a table without rows (transformCheckConstraints).
  private Schema members(
      Schema from, ObjectName name, DdlStatement.CreateTable create, Lineage lineage) {
    Schema schema = from;
    for (Constraint constraint : constraints(create).toList()) {
      if (constraint instanceof Constraint.Check check) {
        schema = new Constraints(dialect, in(schema)).add(name, check.withValidated(true), false);
      }
    }
    schema = NotNulls.settled(dialect, schema, name);
    if (lineage.isPartition()) {
      schema =
          new PartitionMembers(dialect, in(schema)).complete(lineage.parents().getFirst(), name);
    }
    for (LikeClause like : create.likes()) {
      schema = new LikeSources(dialect, in(schema)).members(name, like);
    }
    List<Constraint> keys =
        withoutRepetitions(
            constraints(create).filter(Constraint.Indexed.class::isInstance).toList());
    for (Constraint key : keys) {
      schema = new Constraints(dialect, in(schema)).add(name, key, false);
    }
    for (Constraint constraint : constraints(create).toList()) {
      if (constraint instanceof Constraint.ForeignKey key) {
        schema = new Constraints(dialect, in(schema)).add(name, key.withValidated(true), false);
      }
    }
    return schema;
  }

  /**
   * The keys, the primary one first, without those that say what another one says: {@code a int
   * UNIQUE PRIMARY KEY} makes one key ({@code transformIndexConstraints}).
   */
  static List<Constraint> withoutRepetitions(List<Constraint> written) {
    List<Constraint> kept = new ArrayList<>();
    Stream.concat(
            written.stream().filter(Constraint.PrimaryKey.class::isInstance),
            written.stream().filter(one -> !(one instanceof Constraint.PrimaryKey)))
        .forEach(one -> keep(one, kept));
    return kept;
  }

  private static void keep(Constraint constraint, List<Constraint> kept) {
    for (int i = 0; i < kept.size(); i++) {
      Constraint prior = kept.get(i);
      if (saysTheSame(prior, constraint)) {
        if (prior.name().isNone()) {
          kept.set(i, prior.withName(constraint.name()));
        }
        return;
      }
    }
    kept.add(constraint);
  }

  private static boolean saysTheSame(Constraint prior, Constraint constraint) {
    if (!(constraint instanceof Constraint.Unique unique)) {
      return false;
    }
    Constraint.Unique asUnique =
        prior instanceof Constraint.PrimaryKey key
            ? new Constraint.Unique(
                    key.name(), key.parts(), key.include(), false, key.deferrability())
                .withOverlaps(!key.withoutOverlaps())
            : prior instanceof Constraint.Unique other ? other : null;
    return asUnique != null
        && asUnique.withName(unique.name()).withStorage(unique.storage()).equals(unique);
  }

  private static Set<Identifier> primaryKeyColumns(DdlStatement.CreateTable create) {
    Set<Identifier> columns = new LinkedHashSet<>();
    constraints(create)
        .filter(Constraint.PrimaryKey.class::isInstance)
        .forEach(key -> key.columns().forEach(columns::add));
    return columns;
  }

  private static Stream<Constraint> constraints(DdlStatement.CreateTable create) {
    return Stream.concat(
        create.columns().stream().flatMap(definition -> definition.constraints().stream()),
        create.constraints().stream());
  }
}
