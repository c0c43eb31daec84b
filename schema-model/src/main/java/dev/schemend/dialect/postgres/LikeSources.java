package dev.schemend.dialect.postgres;

import dev.schemend.apply.Rejection;
import dev.schemend.apply.SchemaError;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.LikeClause;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.Comment;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Constraint;
import dev.schemend.model.Declaration;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.PostgresColumnOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code LIKE} inside {@code CREATE TABLE} (manual, CREATE TABLE; server sources {@code
 * transformTableLikeClause} and {@code expandTableLikeClause}).
 */
final class LikeSources {

  private static final List<ObjectKind> SOURCES =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.FOREIGN_TABLE,
          ObjectKind.COMPOSITE_TYPE);

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

  // A table's, those that a view shows, or the attributes of a composite type.
  private List<Column> source(ObjectName written) {
    Optional<SchemaObject> source =
        scope
            .find(written, SOURCES)
            .filter(ref -> ref.kind() != ObjectKind.TABLE)
            .flatMap(scope.schema()::get);
    return switch (source.orElse(null)) {
      case CompositeType type -> commented(type.ref(), TypedTables.columns(type));
      case ForeignTable foreign -> foreign.table().columns();
      case View view ->
          commented(view.ref(), shown(view.ref())).stream()
              .map(
                  column ->
                      column.withDefault(
                          Optional.ofNullable(view.postgres().defaults().get(column.name()))))
              .toList();
      case MaterializedView view -> commented(view.ref(), shown(view.ref()));
      case null, default -> scope.table(written).columns();
    };
  }

  private List<Column> shown(ObjectRef view) {
    QueryForm form = new QueryForm((PostgresExpressions) dialect.expressions(), scope);
    Optional<List<RowSource.Output>> outputs =
        new FromForm(form, scope, new TreeSet<>()).columns(view);
    if (outputs.isEmpty() || outputs.get().stream().anyMatch(one -> one.column().isEmpty())) {
      throw new Rejection(
          new SchemaError.Undecidable(
              view, "the types of its columns are not known", PostgresErrors.NOT_SUPPORTED));
    }
    return outputs.get().stream().flatMap(one -> one.column().stream()).toList();
  }

  private List<Column> commented(ObjectRef source, List<Column> columns) {
    return columns.stream()
        .map(
            column ->
                column.withComment(
                    scope
                        .schema()
                        .get(Comment.refOn(ObjectRef.column(source.name(), column.name())))
                        .filter(Comment.class::isInstance)
                        .map(found -> ((Comment) found).text())))
        .toList();
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
    boolean comments = like.including().contains(LikeClause.Option.COMMENTS);
    Schema schema = scope.schema();
    if (like.including().contains(LikeClause.Option.CONSTRAINTS)) {
      for (Constraint constraint : source.constraints()) {
        if (constraint instanceof Constraint.Check check) {
          schema =
              new Constraints(dialect, new Scope(schema, scope.session()))
                  .add(tableName, check.withLocal(true).withValidated(true), false);
          ObjectRef told = ObjectRef.constraint(source.name(), check.name());
          ObjectRef copy = ObjectRef.constraint(tableName, check.name());
          schema = comments ? commented(schema, told, copy) : schema;
        }
      }
    }
    if (like.including().contains(LikeClause.Option.INDEXES)) {
      schema = indexes(schema, source, tableName, comments);
    }
    return like.including().contains(LikeClause.Option.STATISTICS)
        ? statistics(schema, source, tableName, comments)
        : schema;
  }

  // generateClonedExtStatsStmt: named anew, and without their target.
  private Schema statistics(Schema made, Table source, ObjectName tableName, boolean comments) {
    Schema schema = made;
    for (ObjectRef ref : made.dependants(source.ref()).toList()) {
      if (made.get(ref).orElse(null) instanceof Declaration found
          && found.is(ObjectKind.STATISTICS)) {
        Declaration copy =
            found
                .without(Declaration.TARGET)
                .with(Declaration.FROM, new Declaration.Fact.Of(ObjectRef.table(tableName)))
                .withRef(
                    ObjectRef.to(ObjectKind.STATISTICS, ObjectName.unqualified(Identifier.NONE)));
        Declaration named =
            new DeclarationStatements(dialect, new Scope(schema, scope.session())).statistics(copy);
        schema = schema.with(named);
        schema = comments ? commented(schema, ref, named.ref()) : schema;
      }
    }
    return schema;
  }

  private Schema indexes(Schema checked, Table source, ObjectName tableName, boolean comments) {
    Schema schema = checked;
    for (Constraint constraint : source.constraints()) {
      if (constraint instanceof Constraint.Indexed) {
        List<String> names = KeyNames.of(source, constraint.name());
        Scope now = new Scope(schema, scope.session());
        Constraint copy = KeyNames.named(now, tableName, PartitionMembers.alone(constraint), names);
        schema = new Constraints(dialect, now).add(tableName, copy, false);
        schema =
            schema.with(KeyNames.with(schema.table(tableName).orElseThrow(), copy.name(), names));
        ObjectRef told = ObjectRef.index(source.name(), constraint.name());
        schema =
            comments ? commented(schema, told, ObjectRef.index(tableName, copy.name())) : schema;
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
      ObjectRef told = ObjectRef.index(source.name(), index.name());
      schema = comments ? commented(schema, told, ObjectRef.index(tableName, copy.name())) : schema;
    }
    return schema;
  }

  private static Schema commented(Schema schema, ObjectRef source, ObjectRef copy) {
    return schema.get(Comment.refOn(source)).orElse(null) instanceof Comment comment
        ? schema.with(new Comment(copy, comment.text()))
        : schema;
  }
}
