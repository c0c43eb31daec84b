package dev.schemend.parser.prisma.sql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DeclaredSchema;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.prisma.FieldDeclaration.Arity;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.DefaultValue;
import dev.schemend.parser.prisma.model.Key;
import dev.schemend.parser.prisma.model.Model;
import dev.schemend.parser.prisma.model.Relation;
import dev.schemend.parser.prisma.model.ScalarField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The statements that make a schema, in the order in which Prisma writes them. */
public final class SchemaStatements {

  private final Datamodel datamodel;
  private final SqlShape shape;
  private final PrismaVersion version;

  private SchemaStatements(Datamodel datamodel, SqlShape shape, PrismaVersion version) {
    this.datamodel = datamodel;
    this.shape = shape;
    this.version = version;
  }

  /** The statements that make {@code datamodel} of an empty database. */
  public static DeclaredSchema of(Datamodel datamodel, SqlShape shape, PrismaVersion version) {
    SchemaStatements schema = new SchemaStatements(datamodel, shape, version);
    return new DeclaredSchema(schema.all(), schema.openDefaults());
  }

  private Set<ObjectRef> openDefaults() {
    Set<ObjectRef> columns = new TreeSet<>();
    for (Model model : datamodel.models()) {
      for (ScalarField field : model.fields()) {
        boolean open =
            field.defaultValue().orElse(null) instanceof DefaultValue.DatabaseGenerated generated
                && generated.text().isEmpty();
        if (open) {
          columns.add(
              ObjectRef.column(
                  name(shape, model), shape.identifiers().member(field.column(), true)));
        }
      }
    }
    return columns;
  }

  private List<DdlStatement> all() {
    List<Model> models = datamodel.models().stream().filter(model -> !model.isView()).toList();
    List<DdlStatement> statements = new ArrayList<>(shape.preamble(datamodel, schemas(models)));
    RelationTables tables = new RelationTables(datamodel, shape, version);
    models.forEach(model -> statements.add(table(model)));
    statements.addAll(tables.tables());
    if (!shape.indexesInTable()) {
      models.forEach(model -> statements.addAll(indexes(model)));
      statements.addAll(tables.indexes());
    }
    if (datamodel.datasource().foreignKeys()) {
      datamodel.relations().forEach(relation -> foreignKey(relation).ifPresent(statements::add));
      statements.addAll(tables.foreignKeys());
    }
    return statements;
  }

  /** The schemas that the version creates, sorted. */
  private List<String> schemas(List<Model> models) {
    List<String> listed = datamodel.datasource().schemas();
    Set<String> used = new HashSet<>();
    models.forEach(model -> model.schema().ifPresent(used::add));
    datamodel.enums().forEach(type -> type.schema().ifPresent(used::add));
    return listed.stream()
        .filter(schema -> version.createsUnusedSchemas() || used.contains(schema))
        .sorted()
        .toList();
  }

  private DdlStatement table(Model model) {
    List<Constraint> constraints = new ArrayList<>();
    model.primaryKey().ifPresent(key -> constraints.add(primaryKey(key)));
    List<Index> indexes =
        shape.indexesInTable()
            ? model.indexes().stream().map(key -> shape.index(key, datamodel)).toList()
            : List.of();
    return new DdlStatement.CreateTable(
        name(shape, model),
        model.fields().stream().map(this::column).toList(),
        constraints,
        indexes,
        shape.tableOptions(),
        false);
  }

  static ObjectName name(SqlShape shape, Model model) {
    return name(shape, model.schema(), model.table());
  }

  static ObjectName name(SqlShape shape, Optional<String> schema, String name) {
    return new ObjectName(
        schema.map(one -> shape.identifiers().object(one, true)).orElse(Identifier.NONE),
        shape.identifiers().object(name, true));
  }

  private Constraint primaryKey(Key key) {
    return new Constraint.PrimaryKey(
        shape.namesPrimaryKeys() ? shape.identifiers().member(key.name(), true) : Identifier.NONE,
        shape.index(key, datamodel).parts(),
        List.of(),
        Deferrability.NOT_DEFERRABLE);
  }

  private ColumnDefinition column(ScalarField field) {
    Column column =
        Column.of(shape.identifiers().member(field.column(), true), shape.type(field, datamodel))
            .withNullable(!field.isRequired())
            .withDefault(shape.defaultValue(field, datamodel));
    if (field.isAutoIncrement() && shape.countsInColumn()) {
      column = column.withGeneration(Optional.of(new Generation.AutoIncrement()));
    }
    if (field.generated().isPresent()) {
      column =
          column.withGeneration(
              field
                  .generated()
                  .map(text -> new Generation.Computed(new SqlExpr.Opaque(List.of(text)), true)));
    }
    // Prisma says NOT NULL of no list: it reads a missing one as an empty one.
    return ColumnDefinition.of(field.arity() == Arity.LIST ? column.withNullable(true) : column);
  }

  private List<DdlStatement> indexes(Model model) {
    return model.indexes().stream()
        .map(
            key ->
                (DdlStatement)
                    new DdlStatement.CreateIndex(
                        name(shape, model), shape.index(key, datamodel), false, false))
        .toList();
  }

  private Optional<DdlStatement> foreignKey(Relation relation) {
    return switch (relation) {
      case Relation.ManyToMany table -> Optional.empty();
      case Relation.ForeignKey key -> {
        Model model = datamodel.model(key.model()).orElseThrow();
        Model target = datamodel.model(key.target()).orElseThrow();
        yield model.isView() || target.isView()
            ? Optional.empty()
            : Optional.of(
                addForeignKey(
                    name(shape, model),
                    new Constraint.ForeignKey(
                        shape.identifiers().member(key.name(), true),
                        columns(key.fields()),
                        name(shape, target),
                        columns(key.references()),
                        false,
                        key.onDelete(),
                        key.onUpdate(),
                        Deferrability.NOT_DEFERRABLE,
                        true)));
      }
    };
  }

  private List<Identifier> columns(List<ScalarField> fields) {
    return fields.stream().map(field -> shape.identifiers().member(field.column(), true)).toList();
  }

  static DdlStatement addForeignKey(ObjectName table, Constraint.ForeignKey key) {
    return new DdlStatement.AlterTable(
        table, false, List.of(new TableAction.AddConstraint(key, false)));
  }

  static IndexPart part(SqlShape shape, String column) {
    return IndexPart.column(shape.identifiers().member(column, true));
  }
}
