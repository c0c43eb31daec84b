package dev.schemend.apply;

import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.EnumType;
import dev.schemend.model.Generation;
import dev.schemend.model.IndexPart;
import dev.schemend.model.Lineage;
import dev.schemend.model.Namespace;
import dev.schemend.model.OpaqueObject;
import dev.schemend.model.PartitionKey;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.model.Table;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Follows renames: rewrites every mention of an object inside other objects, as a server does that
 * refers by object and not by name.
 */
public final class Renamer {

  private final UnaryOperator<ObjectRef> names;

  /** A renamer that maps references to whole objects; kinds stay as they are. */
  public Renamer(UnaryOperator<ObjectRef> names) {
    this.names = names;
  }

  /** A renamer of one object. */
  public static Renamer of(ObjectRef from, ObjectName to) {
    return new Renamer(ref -> ref.equals(from) ? ObjectRef.to(ref.kind(), to) : ref);
  }

  /** {@code schema} with one object under another name, and everyone who refers to it following. */
  public static Schema follow(Schema schema, ObjectRef from, ObjectName to) {
    Renamer renamer = of(from, to);
    SchemaObject object = schema.get(from).orElseThrow();
    Schema renamed = schema;
    for (ObjectRef dependant : schema.dependants(from).toList()) {
      SchemaObject rewritten = renamer.rewrite(schema.get(dependant).orElseThrow());
      renamed = renamed.without(dependant).with(rewritten);
    }
    return renamed.without(from).with(renamer.rewrite(object));
  }

  /** {@code object} with its own name and every mention of others mapped. */
  public SchemaObject rewrite(SchemaObject object) {
    return switch (object) {
      case Namespace namespace ->
          new Namespace(names.apply(ObjectRef.schema(namespace.name())).name().name());
      case EnumType type -> new EnumType(map(ObjectKind.ENUM_TYPE, type.name()), type.labels());
      case Sequence sequence ->
          new Sequence(
              map(ObjectKind.SEQUENCE, sequence.name()),
              sequence.options(),
              sequence
                  .ownedBy()
                  .map(
                      column ->
                          ObjectRef.column(map(ObjectKind.TABLE, column.name()), column.member())));
      case Table table -> rewrite(table);
      case OpaqueObject opaque -> rewrite(opaque);
    };
  }

  private OpaqueObject rewrite(OpaqueObject opaque) {
    ObjectRef ref = opaque.ref();
    ObjectRef renamed =
        ref.member().isNone()
            ? names.apply(ref)
            : new ObjectRef(ref.kind(), map(ObjectKind.TABLE, ref.name()), ref.member());
    TreeSet<ObjectRef> dependsOn = new TreeSet<>();
    opaque.dependsOn().forEach(dependency -> dependsOn.add(names.apply(dependency)));
    return new OpaqueObject(renamed, opaque.text(), dependsOn);
  }

  private Table rewrite(Table table) {
    Table renamed = mapExpressions(table, this::expression);
    return renamed
        .withName(map(ObjectKind.TABLE, table.name()))
        .withColumns(
            renamed.columns().stream().map(column -> column.withType(type(column.type()))).toList())
        .withConstraints(renamed.constraints().stream().map(this::constraint).toList())
        .withOptions(options(renamed.options()));
  }

  private TableOptions options(TableOptions options) {
    Lineage lineage = options.postgres().lineage();
    if (lineage.equals(Lineage.NONE)) {
      return options;
    }
    return options.withPostgres(
        options
            .postgres()
            .withLineage(
                lineage
                    .withParents(
                        lineage.parents().stream()
                            .map(parent -> map(ObjectKind.TABLE, parent))
                            .toList())
                    .withOfType(lineage.ofType().map(type -> map(ObjectKind.ENUM_TYPE, type)))));
  }

  private Constraint constraint(Constraint constraint) {
    return constraint instanceof Constraint.ForeignKey key
        ? key.withTarget(map(ObjectKind.TABLE, key.target()), key.targetColumns())
        : constraint;
  }

  private SqlExpr expression(SqlExpr expression) {
    return Expressions.bottomUp(
        expression,
        node ->
            node instanceof SqlExpr.RegClass constant
                ? new SqlExpr.RegClass(map(ObjectKind.SEQUENCE, constant.relation()))
                : node instanceof SqlExpr.Cast cast
                    ? new SqlExpr.Cast(cast.operand(), type(cast.type()))
                    : node);
  }

  private SqlType type(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> builtin;
      case SqlType.InlineEnum inline -> inline;
      case SqlType.UserDefined user ->
          new SqlType.UserDefined(map(ObjectKind.ENUM_TYPE, user.name()), user.modifiers());
      case SqlType.ArrayOf array -> new SqlType.ArrayOf(type(array.element()));
    };
  }

  private ObjectName map(ObjectKind kind, ObjectName name) {
    return names.apply(ObjectRef.to(kind, name)).name();
  }

  /** {@code table} with one of its columns renamed wherever the table itself mentions it. */
  public static Table renameColumn(Table table, Identifier from, Identifier to) {
    UnaryOperator<Identifier> name = column -> column.equals(from) ? to : column;
    UnaryOperator<SqlExpr> expression =
        whole ->
            Expressions.bottomUp(
                whole,
                node ->
                    node instanceof SqlExpr.ColumnRef column
                        ? new SqlExpr.ColumnRef(column.qualifiers(), name.apply(column.column()))
                        : node);
    Table renamed = mapExpressions(table, expression);
    return renamed
        .withColumns(
            renamed.columns().stream()
                .map(column -> column.name().equals(from) ? column.withName(to) : column)
                .toList())
        .withConstraints(
            renamed.constraints().stream()
                .map(constraint -> renameColumns(constraint, table.name(), name))
                .toList())
        .withIndexes(
            renamed.indexes().stream()
                .map(
                    index ->
                        index
                            .withParts(renameColumns(index.parts(), name))
                            .withPostgres(
                                index
                                    .postgres()
                                    .withInclude(
                                        index.postgres().include().stream().map(name).toList())))
                .toList())
        .withOptions(mapKey(renamed.options(), parts -> renameColumns(parts, name)));
  }

  private static Constraint renameColumns(
      Constraint constraint, ObjectName table, UnaryOperator<Identifier> name) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          key.withParts(
              renameColumns(key.parts(), name), key.include().stream().map(name).toList());
      case Constraint.Unique key ->
          key.withParts(
              renameColumns(key.parts(), name), key.include().stream().map(name).toList());
      case Constraint.ForeignKey key -> {
        Constraint.ForeignKey renamed =
            key.withSource(key.sourceColumns().stream().map(name).toList())
                .withPostgres(
                    key.postgres()
                        .withOnDeleteColumns(
                            key.postgres().onDeleteColumns().stream().map(name).toList()));
        yield key.target().equals(table)
            ? renamed.withTarget(table, key.targetColumns().stream().map(name).toList())
            : renamed;
      }
      case Constraint.Check check -> check;
      case Constraint.Exclusion exclusion ->
          new Constraint.Exclusion(
              exclusion.name(),
              exclusion.method(),
              renameColumns(exclusion.parts(), name),
              exclusion.operators(),
              exclusion.predicate(),
              exclusion.deferrability());
    };
  }

  private static List<IndexPart> renameColumns(
      List<IndexPart> parts, UnaryOperator<Identifier> name) {
    return parts.stream()
        .map(
            part ->
                part.columnName()
                    .map(column -> part.withKey(new IndexPart.ColumnKey(name.apply(column))))
                    .orElse(part))
        .toList();
  }

  /** {@code table} with {@code change} applied to each of its expressions as a whole. */
  public static Table mapExpressions(Table table, UnaryOperator<SqlExpr> change) {
    return new Table(
        table.name(),
        table.columns().stream().map(column -> mapExpressions(column, change)).toList(),
        table.constraints().stream().map(one -> mapExpressions(one, change)).toList(),
        table.indexes().stream()
            .map(
                index ->
                    index
                        .withParts(mapParts(index.parts(), change))
                        .withPredicate(index.predicate().map(change)))
            .toList(),
        mapKey(table.options(), parts -> mapParts(parts, change)));
  }

  private static TableOptions mapKey(TableOptions options, UnaryOperator<List<IndexPart>> change) {
    Lineage lineage = options.postgres().lineage();
    return lineage.key().isEmpty()
        ? options
        : options.withPostgres(
            options
                .postgres()
                .withLineage(
                    lineage.withKey(
                        lineage
                            .key()
                            .map(
                                key ->
                                    new PartitionKey(key.strategy(), change.apply(key.parts()))))));
  }

  private static Column mapExpressions(Column column, UnaryOperator<SqlExpr> change) {
    return column
        .withDefault(column.defaultValue().map(change))
        .withGeneration(
            column
                .generation()
                .map(
                    generation ->
                        switch (generation) {
                          case Generation.Identity identity -> identity;
                          case Generation.AutoIncrement increment -> increment;
                          case Generation.Computed computed ->
                              new Generation.Computed(
                                  change.apply(computed.expression()), computed.stored());
                        }));
  }

  private static Constraint mapExpressions(Constraint constraint, UnaryOperator<SqlExpr> change) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> key.withParts(mapParts(key.parts(), change), key.include());
      case Constraint.Unique key -> key;
      case Constraint.ForeignKey key -> key;
      case Constraint.Check check -> check.withExpression(change.apply(check.expression()));
      case Constraint.Exclusion exclusion ->
          new Constraint.Exclusion(
              exclusion.name(),
              exclusion.method(),
              mapParts(exclusion.parts(), change),
              exclusion.operators(),
              exclusion.predicate().map(change),
              exclusion.deferrability());
    };
  }

  private static List<IndexPart> mapParts(List<IndexPart> parts, UnaryOperator<SqlExpr> change) {
    return parts.stream()
        .map(
            part ->
                switch (part.key()) {
                  case IndexPart.ColumnKey column -> part;
                  case IndexPart.ExpressionKey key ->
                      part.withKey(new IndexPart.ExpressionKey(change.apply(key.expression())));
                })
        .toList();
  }
}
