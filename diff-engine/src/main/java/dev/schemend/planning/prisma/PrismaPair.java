package dev.schemend.planning.prisma;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DeclaredSchema;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of the two sides of a comparison besides their schemas. */
public final class PrismaPair {

  private final Identifier defaultSchema;
  private final Options options;
  private final Map<ObjectName, DdlStatement.CreateTable> tables = new HashMap<>();
  private final Set<ObjectRef> openDefaults = new HashSet<>();
  private final Map<ObjectRef, Index> indexes = new HashMap<>();
  private final Map<ObjectRef, Integer> older = new LinkedHashMap<>();
  private final Map<ObjectRef, Integer> newer = new LinkedHashMap<>();

  /**
   * What is compared, and how a script begins.
   *
   * @param partialIndexes what becomes of partial indexes
   * @param keyIndexes what becomes of indexes under foreign keys
   * @param namespaces the database schemas that are compared; empty for all
   * @param external the tables and enums that are not
   * @param createsDefaultSchema whether the script is to begin with the default schema
   * @param qualifies whether also names in the default schema show it
   * @param qualifiesOlder the same of the names of which Prisma takes those of the older side
   */
  public record Options(
      PartialIndexes partialIndexes,
      KeyIndexes keyIndexes,
      Set<Identifier> namespaces,
      Set<ObjectRef> external,
      boolean createsDefaultSchema,
      boolean qualifies,
      boolean qualifiesOlder) {
    /** Copies the names. */
    public Options {
      namespaces = Set.copyOf(namespaces);
      external = Set.copyOf(external);
    }
  }

  /**
   * A pair.
   *
   * @param from the older side, where a Prisma schema declares it
   * @param to the newer side, where a Prisma schema declares it
   * @param defaultSchema where names without a schema live
   */
  public PrismaPair(
      Optional<DeclaredSchema> from,
      Optional<DeclaredSchema> to,
      Identifier defaultSchema,
      Options options) {
    this.defaultSchema = Objects.requireNonNull(defaultSchema, "defaultSchema");
    this.options = Objects.requireNonNull(options, "options");
    from.ifPresent(schema -> rank(schema, older));
    to.ifPresent(schema -> rank(schema, newer));
    to.ifPresent(this::keepIndexes);
    to.ifPresent(this::keepTables);
    Stream.of(from, to)
        .flatMap(Optional::stream)
        .flatMap(schema -> schema.openDefaults().stream())
        .forEach(
            column -> openDefaults.add(ObjectRef.column(resolved(column.name()), column.member())));
  }

  private void keepIndexes(DeclaredSchema schema) {
    for (DdlStatement statement : schema.statements()) {
      if (statement instanceof DdlStatement.CreateIndex create) {
        keep(create.table(), create.index());
      } else if (statement instanceof DdlStatement.CreateTable create) {
        create.indexes().forEach(index -> keep(create.name(), index));
      }
    }
  }

  private void keep(ObjectName table, Index index) {
    indexes.put(ObjectRef.index(resolved(table), index.name()), index);
  }

  private void keepTables(DeclaredSchema schema) {
    ShownSchema shown = new ShownSchema(defaultSchema, schema);
    schema
        .tables()
        .forEach(
            (name, create) ->
                tables.put(resolved(name), options.qualifies() ? shown.in(create) : create));
  }

  private void rank(DeclaredSchema schema, Map<ObjectRef, Integer> ranks) {
    for (DdlStatement statement : schema.statements()) {
      if (statement instanceof DdlStatement.CreateTable create) {
        note(ObjectRef.table(resolved(create.name())), ranks);
        create
            .indexes()
            .forEach(
                index ->
                    ranks.putIfAbsent(
                        ObjectRef.index(resolved(create.name()), index.name()), ranks.size()));
      } else if (statement instanceof DdlStatement.CreateEnum create) {
        note(ObjectRef.to(ObjectKind.ENUM_TYPE, resolved(create.name())), ranks);
      } else if (statement instanceof DdlStatement.CreateIndex create) {
        ranks.putIfAbsent(
            ObjectRef.index(resolved(create.table()), create.index().name()), ranks.size());
      } else if (statement instanceof DdlStatement.AlterTable alter
          && alter.actions().getFirst() instanceof TableAction.AddConstraint add
          && add.constraint() instanceof Constraint.ForeignKey key) {
        ranks.putIfAbsent(ObjectRef.constraint(resolved(alter.name()), key.name()), ranks.size());
      }
    }
  }

  private void note(ObjectRef ref, Map<ObjectRef, Integer> ranks) {
    ranks.putIfAbsent(ref, ranks.size());
  }

  /** The place of an object of the older side, where a schema declares it; else the last. */
  int olderRank(ObjectRef ref) {
    return older.getOrDefault(ref, Integer.MAX_VALUE);
  }

  /** The place of an object of the newer side, where a schema declares it; else the last. */
  int newerRank(ObjectRef ref) {
    return newer.getOrDefault(ref, Integer.MAX_VALUE);
  }

  /** Whether a Prisma schema declares the older side. */
  boolean isOlderDeclared() {
    return !older.isEmpty();
  }

  /** What is compared. */
  public Options options() {
    return options;
  }

  /** Where names without a schema live. */
  Identifier defaultSchema() {
    return defaultSchema;
  }

  /** Whether objects of a database schema are compared at all. */
  boolean compares(Identifier namespace) {
    return options.namespaces().isEmpty() || options.namespaces().contains(namespace);
  }

  /** The name as a schema holds it. */
  ObjectName resolved(ObjectName written) {
    return new ObjectName(written.schema().or(defaultSchema), written.name());
  }

  /** The table as the newer side declares it. */
  Optional<DdlStatement.CreateTable> declared(ObjectName table) {
    return Optional.ofNullable(tables.get(table));
  }

  /** The column as the newer side declares it. */
  Optional<Column> declared(ObjectName table, Identifier column) {
    return declared(table)
        .flatMap(
            create ->
                create.columns().stream()
                    .map(ColumnDefinition::column)
                    .filter(one -> one.name().equals(column))
                    .findFirst());
  }

  /** The index as the newer side declares it. */
  Optional<Index> declaredIndex(ObjectRef index) {
    return Optional.ofNullable(indexes.get(index));
  }

  /** Whether either side leaves the default of a column to the database. */
  boolean leavesDefaultOpen(ObjectName table, Identifier column) {
    return openDefaults.contains(ObjectRef.column(table, column));
  }
}
