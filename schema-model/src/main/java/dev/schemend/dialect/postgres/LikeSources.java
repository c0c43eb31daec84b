package dev.schemend.dialect.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.LikeClause;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code LIKE} inside {@code CREATE TABLE} (manual, CREATE TABLE; server sources {@code
 * transformTableLikeClause} and {@code expandTableLikeClause}).
 */
final class LikeSources {

  private final Dialect dialect;
  private final Scope scope;

  LikeSources(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  /** The columns of the statement with those of the clauses in their places. */
  List<ColumnDefinition> columns(DdlStatement.CreateTable create) {
    if (create.likes().isEmpty()) {
      return create.columns();
    }
    List<ColumnDefinition> columns = new ArrayList<>();
    for (int i = 0; i <= create.columns().size(); i++) {
      for (LikeClause like : create.likes()) {
        if (like.at() == i) {
          source(like.source()).stream()
              .map(column -> ColumnDefinition.of(taken(column, like.including())))
              .forEach(columns::add);
        }
      }
      if (i < create.columns().size()) {
        columns.add(create.columns().get(i));
      }
    }
    return required(columns);
  }

  // NOT NULL of a column that a clause brings (18).
  private static List<ColumnDefinition> required(List<ColumnDefinition> columns) {
    Map<Identifier, ColumnDefinition> merged = new LinkedHashMap<>();
    List<ColumnDefinition> others = new ArrayList<>();
    for (ColumnDefinition one : columns) {
      Identifier name = one.column().name();
      if (one.column().type().equals(ColumnDefinition.NO_TYPE) && merged.containsKey(name)) {
        Column named = merged.get(name).column().withNotNull(one.column().postgres().notNull());
        merged.put(name, ColumnDefinition.of(named));
      } else if (merged.putIfAbsent(name, one) != null) {
        others.add(one);
      }
    }
    others.addAll(0, merged.values());
    return others;
  }

  // A table's or the attributes of a composite type.
  private List<Column> source(ObjectName written) {
    Optional<CompositeType> type =
        scope.findTable(written).isPresent()
            ? Optional.empty()
            : scope
                .find(written, List.of(ObjectKind.COMPOSITE_TYPE))
                .flatMap(scope.schema()::get)
                .filter(CompositeType.class::isInstance)
                .map(CompositeType.class::cast);
    return type.map(TypedTables::columns).orElseGet(() -> scope.table(written).columns());
  }

  private static Column taken(Column column, Set<LikeClause.Option> including) {
    boolean keepsDefault =
        column.generation().isEmpty() && including.contains(LikeClause.Option.DEFAULTS);
    Optional<Generation> generation =
        column
            .generation()
            .filter(
                one ->
                    including.contains(
                        one instanceof Generation.Identity
                            ? LikeClause.Option.IDENTITY
                            : LikeClause.Option.GENERATED));
    PostgresColumnOptions options =
        PostgresColumnOptions.NONE
            .withNotNull(
                column.postgres().notNull().map(one -> one.withLocal(true).withValidated(true)))
            .withStorage(
                column
                    .postgres()
                    .storage()
                    .filter(one -> including.contains(LikeClause.Option.STORAGE)))
            .withCompression(
                column
                    .postgres()
                    .compression()
                    .filter(one -> including.contains(LikeClause.Option.COMPRESSION)));
    return column
        .withDefault(column.defaultValue().filter(value -> keepsDefault))
        .withGeneration(generation)
        .withComment(
            column.comment().filter(text -> including.contains(LikeClause.Option.COMMENTS)))
        .withPostgres(options);
  }

  /** Adds the checks, keys and indexes that a clause includes. */
  Schema members(ObjectName tableName, LikeClause like) {
    if (scope.findTable(like.source()).isEmpty()) {
      return scope.schema();
    }
    Table source = scope.table(like.source());
    Schema schema = scope.schema();
    if (like.including().contains(LikeClause.Option.CONSTRAINTS)) {
      for (Constraint constraint : source.constraints()) {
        if (constraint instanceof Constraint.Check check) {
          schema =
              new Constraints(dialect, new Scope(schema, scope.session()))
                  .add(tableName, check.withLocal(true).withValidated(true), false);
        }
      }
    }
    if (like.including().contains(LikeClause.Option.INDEXES)) {
      for (Constraint constraint : source.constraints()) {
        if (Constraints.hasIndex(constraint)) {
          List<String> names = KeyNames.of(source, constraint.name());
          Scope now = new Scope(schema, scope.session());
          Constraint copy =
              KeyNames.named(now, tableName, PartitionMembers.alone(constraint), names);
          schema = new Constraints(dialect, now).add(tableName, copy, false);
          schema =
              schema.with(KeyNames.with(schema.table(tableName).orElseThrow(), copy.name(), names));
        }
      }
      for (Index index : source.indexes()) {
        List<String> names = KeyNames.of(source, index.name());
        Index copy =
            KeyNames.named(
                new Scope(schema, scope.session()),
                tableName,
                index.withPostgres(
                    index
                        .postgres()
                        .withAttachedTo(Optional.empty())
                        .withStatistics(new TreeMap<>())),
                names);
        Table table = schema.table(tableName).orElseThrow();
        schema = schema.with(KeyNames.with(table.plus(copy), copy.name(), names));
      }
    }
    return schema;
  }
}
