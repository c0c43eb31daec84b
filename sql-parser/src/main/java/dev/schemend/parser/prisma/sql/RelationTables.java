package dev.schemend.parser.prisma.sql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Deferrability;
import dev.schemend.model.Index;
import dev.schemend.model.ReferentialAction;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.prisma.model.ConstraintNames;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.Model;
import dev.schemend.parser.prisma.model.Relation;
import dev.schemend.parser.prisma.model.ScalarField;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of relations between two lists, which no model describes (Prisma documentation,
 * "Many-to-many relations").
 */
final class RelationTables {

  private static final String FIRST = "A";
  private static final String SECOND = "B";

  private final Datamodel datamodel;
  private final SqlShape shape;
  private final ConstraintNames names;
  private final boolean keyed;
  private final List<Relation.ManyToMany> relations;

  RelationTables(Datamodel datamodel, SqlShape shape, PrismaVersion version) {
    this.datamodel = datamodel;
    this.shape = shape;
    this.names = new ConstraintNames(shape.longestName());
    this.keyed = shape.keysRelationTables(version);
    this.relations =
        datamodel.relations().stream()
            .filter(Relation.ManyToMany.class::isInstance)
            .map(Relation.ManyToMany.class::cast)
            .toList();
  }

  List<DdlStatement> tables() {
    List<DdlStatement> tables = new ArrayList<>();
    for (Relation.ManyToMany relation : relations) {
      tables.add(
          new DdlStatement.CreateTable(
              table(relation),
              List.of(
                  column(FIRST, model(relation.first())), column(SECOND, model(relation.second()))),
              keyed ? List.of(primaryKey(relation)) : List.of(),
              shape.indexesInTable() ? indexes(relation) : List.of(),
              shape.tableOptions(),
              false));
    }
    return tables;
  }

  List<DdlStatement> indexes() {
    List<DdlStatement> statements = new ArrayList<>();
    for (Relation.ManyToMany relation : relations) {
      for (Index index : indexes(relation)) {
        statements.add(new DdlStatement.CreateIndex(table(relation), index, false, false));
      }
    }
    return statements;
  }

  List<DdlStatement> foreignKeys() {
    List<DdlStatement> statements = new ArrayList<>();
    for (Relation.ManyToMany relation : relations) {
      statements.add(foreignKey(relation, FIRST, model(relation.first())));
      statements.add(foreignKey(relation, SECOND, model(relation.second())));
    }
    return statements;
  }

  private Model model(String name) {
    return datamodel.model(name).orElseThrow();
  }

  private static ScalarField id(Model model) {
    return model.primaryKey().orElseThrow().fields().getFirst();
  }

  /** It lives where the model of column A lives. */
  private ObjectName table(Relation.ManyToMany relation) {
    return SchemaStatements.name(shape, model(relation.first()).schema(), tableName(relation));
  }

  private String tableName(Relation.ManyToMany relation) {
    return names.withSuffix("_" + relation.name(), "");
  }

  private ColumnDefinition column(String name, Model model) {
    return ColumnDefinition.of(
        Column.of(shape.identifiers().member(name, true), shape.referringType(id(model), datamodel))
            .withNullable(false));
  }

  private Constraint primaryKey(Relation.ManyToMany relation) {
    return new Constraint.PrimaryKey(
        identifier(names.withSuffix(tableName(relation), "_AB_pkey")),
        List.of(SchemaStatements.part(shape, FIRST), SchemaStatements.part(shape, SECOND)),
        List.of(),
        Deferrability.NOT_DEFERRABLE);
  }

  private List<Index> indexes(Relation.ManyToMany relation) {
    List<Index> indexes = new ArrayList<>();
    if (!keyed) {
      indexes.add(
          shape.index(
              identifier(names.withSuffix(tableName(relation), "_AB_unique")),
              Index.Kind.UNIQUE,
              List.of(SchemaStatements.part(shape, FIRST), SchemaStatements.part(shape, SECOND))));
    }
    indexes.add(
        shape.index(
            identifier(names.withSuffix(tableName(relation), "_B_index")),
            Index.Kind.PLAIN,
            List.of(SchemaStatements.part(shape, SECOND))));
    return indexes;
  }

  private DdlStatement foreignKey(Relation.ManyToMany relation, String column, Model target) {
    return SchemaStatements.addForeignKey(
        table(relation),
        new Constraint.ForeignKey(
            identifier(names.withSuffix(tableName(relation), "_" + column + "_fkey")),
            List.of(shape.identifiers().member(column, true)),
            SchemaStatements.name(shape, target),
            List.of(shape.identifiers().member(id(target).column(), true)),
            false,
            ReferentialAction.CASCADE,
            ReferentialAction.CASCADE,
            Deferrability.NOT_DEFERRABLE,
            true));
  }

  private Identifier identifier(String name) {
    return shape.identifiers().member(name, true);
  }
}
