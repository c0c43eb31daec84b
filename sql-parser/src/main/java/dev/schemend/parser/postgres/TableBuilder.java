package dev.schemend.parser.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code CREATE TABLE} and column definitions. */
final class TableBuilder {

  private static final String HEAP = "heap";

  private final Names names;
  private final TypeBuilder types;
  private final ExpressionBuilder expressions;
  private final ConstraintBuilder constraints;
  private final SequenceBuilder sequences;

  TableBuilder(
      Names names,
      TypeBuilder types,
      ExpressionBuilder expressions,
      ConstraintBuilder constraints,
      SequenceBuilder sequences) {
    this.names = names;
    this.types = types;
    this.expressions = expressions;
    this.constraints = constraints;
    this.sequences = sequences;
  }

  DdlStatement create(PostgresParser.CreateTableContext context) {
    if (context.unmodelledTable() != null) {
      throw new BeyondTheModel(
          context.unmodelledTable(),
          "a table made with " + Quoting.upper(context.unmodelledTable().getStart().getText()));
    }
    List<ColumnDefinition> columns = new ArrayList<>();
    List<Constraint> tableConstraints = new ArrayList<>();
    List<Identifier> notNull = new ArrayList<>();
    for (PostgresParser.TableElementContext element : context.tableElement()) {
      if (element.likeClause() != null) {
        throw new BeyondTheModel(element, "a table made LIKE another");
      }
      if (element.columnDefinition() != null) {
        columns.add(column(element.columnDefinition()));
      } else if (isNotNull(element.tableConstraint())) {
        notNull.add(names.name(element.tableConstraint().constraintBody().name()));
      } else {
        tableConstraints.add(constraints.table(element.tableConstraint()));
      }
    }
    columns.replaceAll(
        column -> notNull.contains(column.column().name()) ? required(column) : column);
    return new DdlStatement.CreateTable(
        names.object(context.qualifiedName()),
        columns,
        tableConstraints,
        List.of(),
        options(context),
        context.IF() != null);
  }

  static boolean isNotNull(PostgresParser.TableConstraintContext context) {
    return context.constraintBody().getStart().getType() == PostgresLexer.NOT;
  }

  private static ColumnDefinition required(ColumnDefinition column) {
    return new ColumnDefinition(
        column.column().withNullable(false),
        column.explicitNull(),
        column.constraints(),
        column.indexes());
  }

  private TableOptions options(PostgresParser.CreateTableContext context) {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (PostgresParser.TableSuffixContext suffix : context.tableSuffix()) {
      if (suffix.storageParameters() != null) {
        parameters.putAll(StorageParameters.read(suffix.storageParameters(), names));
      }
      if (suffix.USING() != null && !names.name(suffix.name()).text().equals(HEAP)) {
        throw new BeyondTheModel(suffix, "a table with an access method of its own");
      }
    }
    return new TableOptions(
        Optional.empty(),
        new PostgresTableOptions(context.UNLOGGED() != null, parameters),
        MySqlTableOptions.NONE);
  }

  ColumnDefinition column(PostgresParser.ColumnDefinitionContext context) {
    Identifier name = names.name(context.name());
    Column column = Column.of(name, types.type(context.typeName()));
    boolean explicitNull = false;
    List<Constraint> behind = new ArrayList<>();
    for (PostgresParser.ColumnOptionContext option : context.columnOption()) {
      if (option.COLLATE() != null) {
        column = column.withCollation(Optional.of(names.collation(option.anyName())));
      }
      PostgresParser.ColumnConstraintContext constraint = option.columnConstraint();
      if (constraint != null) {
        explicitNull |= constraint.NULL() != null && constraint.NOT() == null;
        column = own(column, constraint);
        constraints
            .column(name, constraint, constraints.attributes(option.constraintAttribute()))
            .ifPresent(behind::add);
      }
    }
    return new ColumnDefinition(column, explicitNull, behind, List.of());
  }

  /** The column with what the constraint says of it alone. */
  private Column own(Column column, PostgresParser.ColumnConstraintContext context) {
    if (context.IDENTITY() != null) {
      return column.withGeneration(
          Optional.of(
              new Generation.Identity(
                  context.ALWAYS() != null, sequences.options(context.sequenceOption()))));
    }
    if (context.GENERATED() != null) {
      return column.withGeneration(
          Optional.of(
              new Generation.Computed(
                  expressions.expression(context.expr()), context.STORED() != null)));
    }
    if (context.DEFAULT() != null) {
      // DEFAULT NULL says what no default says.
      SqlExpr value = expressions.bounded(context.bExpr());
      return column.withDefault(
          value instanceof SqlExpr.NullLiteral ? Optional.empty() : Optional.of(value));
    }
    return context.NOT() == null ? column : column.withNullable(false);
  }
}
