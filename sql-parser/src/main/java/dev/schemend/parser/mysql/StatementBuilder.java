package dev.schemend.parser.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.mysql.MySqlParser.*;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Trees of the grammar made into statements of the vocabulary. */
final class StatementBuilder {

  private final MySqlGrammar grammar;
  private final Names names;
  private final TypeReader types;
  private final ExpressionReader expressions;
  private final ColumnReader columns;
  private final KeyReader keys;
  private final OptionReader options;
  private final AlterReader alterations;

  StatementBuilder(MySqlGrammar grammar, MySqlDialect dialect) {
    this.grammar = grammar;
    this.names = new Names(grammar, dialect);
    this.types = new TypeReader(grammar, dialect, names);
    this.expressions = new ExpressionReader(names, types);
    this.keys = new KeyReader(dialect, names, types, expressions);
    this.columns = new ColumnReader(grammar, dialect, names, types, expressions, keys);
    this.options = new OptionReader(names);
    this.alterations = new AlterReader(grammar, names, columns, keys, options);
  }

  /** What a statement of the grammar means; {@code USE} is none of these. */
  List<DdlStatement> statement() {
    StatementContext context =
        grammar.parse(MySqlParser.RULE_singleStatement, MySqlParser::singleStatement).statement();
    if (context.createTable() != null) {
      return createTable(context.createTable());
    }
    if (context.alterTable() != null) {
      return List.of(alterTable(context.alterTable()));
    }
    if (context.createIndex() != null) {
      return createIndex(context.createIndex());
    }
    if (context.dropIndex() != null) {
      return List.of(dropIndex(context.dropIndex()));
    }
    if (context.dropTable() != null) {
      return List.of(dropTable(context.dropTable()));
    }
    if (context.renameTables() != null) {
      return List.of(renameTables(context.renameTables()));
    }
    if (context.createDatabase() != null) {
      CreateDatabaseContext create = context.createDatabase();
      return List.of(
          new DdlStatement.CreateSchema(
              names.object(create.identifier()), create.ifNotExists() != null));
    }
    if (context.dropDatabase() != null) {
      DropDatabaseContext drop = context.dropDatabase();
      return List.of(
          new DdlStatement.DropSchema(
              List.of(names.object(drop.identifier())),
              drop.ifExists() != null,
              DropBehavior.RESTRICT));
    }
    return List.of(OpaqueReader.drop(context.dropOpaque(), names));
  }

  /** The database of a {@code USE}. */
  Identifier used() {
    StatementContext context =
        grammar.parse(MySqlParser.RULE_singleStatement, MySqlParser::singleStatement).statement();
    return names.object(context.use().identifier());
  }

  SqlExpr expression() {
    return expressions.read(
        grammar
            .parse(MySqlParser.RULE_singleExpression, MySqlParser::singleExpression)
            .expression());
  }

  SqlType type() {
    SingleTypeContext context = grammar.parse(MySqlParser.RULE_singleType, MySqlParser::singleType);
    return types.read(context.dataType(), context.typeAttribute()).type();
  }

  private List<DdlStatement> createTable(CreateTableContext context) {
    if (context.unmodelledTail() != null || context.tableElement().isEmpty()) {
      ParserRuleContext tail =
          context.unmodelledTail() == null ? context : context.unmodelledTail();
      throw unmodelled(tail, "CREATE TABLE with partitions, LIKE or a query is not modelled");
    }
    List<ColumnDefinition> definitions = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    for (TableElementContext element : context.tableElement()) {
      if (element.columnDefinition() != null) {
        definitions.add(columns.read(element.columnDefinition()));
      } else if (element.indexDefinition() != null) {
        indexes.add(keys.read(element.indexDefinition()));
      } else {
        constraints.add(keys.read(element.constraintDefinition()));
        if (element.constraintDefinition() instanceof ForeignKeyDefinitionContext foreign) {
          keys.indexOf(foreign).ifPresent(indexes::add);
        }
      }
    }
    ObjectName name = names.qualified(context.qualifiedName());
    List<DdlStatement> statements = new ArrayList<>();
    if (context.orReplace() != null) {
      statements.add(new DdlStatement.DropTable(List.of(name), true, DropBehavior.RESTRICT));
    }
    statements.add(
        new DdlStatement.CreateTable(
            name,
            definitions,
            constraints,
            indexes,
            context.tableOptions() == null
                ? TableOptions.NONE
                : options.read(context.tableOptions().tableOption()),
            context.ifNotExists() != null));
    return statements;
  }

  private DdlStatement alterTable(AlterTableContext context) {
    List<TableAction> actions = new ArrayList<>();
    context.alterAction().forEach(action -> actions.addAll(alterations.read(action)));
    return new DdlStatement.AlterTable(
        names.qualified(context.qualifiedName()), context.ifExists() != null, actions);
  }

  private List<DdlStatement> createIndex(CreateIndexContext context) {
    Index.Kind kind =
        context.UNIQUE() != null
            ? Index.Kind.UNIQUE
            : context.FULLTEXT() != null
                ? Index.Kind.FULLTEXT
                : context.SPATIAL() != null ? Index.Kind.SPATIAL : Index.Kind.PLAIN;
    ObjectName table = names.qualified(context.qualifiedName());
    Index index =
        keys.index(
            names.member(context.identifier()),
            kind,
            context.indexType(),
            context.keyParts(),
            context.indexOption());
    List<DdlStatement> statements = new ArrayList<>();
    if (context.orReplace() != null) {
      statements.add(new DdlStatement.DropIndexOn(table, index.name(), true));
    }
    statements.add(
        new DdlStatement.CreateIndex(table, index, context.ifNotExists() != null, false));
    return statements;
  }

  private DdlStatement dropIndex(DropIndexContext context) {
    ObjectName table = names.qualified(context.qualifiedName());
    Identifier index = names.member(context.identifier());
    boolean ifExists = context.ifExists() != null;
    // Manual, 13.1.27: DROP INDEX `PRIMARY` drops the primary key.
    return index.key().equals("primary")
        ? new DdlStatement.AlterTable(
            table, false, List.of(new TableAction.DropPrimaryKey(ifExists)))
        : new DdlStatement.DropIndexOn(table, index, ifExists);
  }

  private DdlStatement dropTable(DropTableContext context) {
    return new DdlStatement.DropTable(
        context.qualifiedName().stream().map(names::qualified).toList(),
        context.ifExists() != null,
        context.CASCADE() != null ? DropBehavior.CASCADE : DropBehavior.RESTRICT);
  }

  private DdlStatement renameTables(RenameTablesContext context) {
    if (context.ifExists() != null) {
      throw unmodelled(context.ifExists(), "RENAME TABLE IF EXISTS is not modelled");
    }
    return new DdlStatement.RenameTables(
        context.renaming().stream()
            .map(
                pair ->
                    new DdlStatement.RenameTables.Renaming(
                        names.qualified(pair.qualifiedName(0)),
                        names.qualified(pair.qualifiedName(1))))
            .toList());
  }

  private Refusal unmodelled(ParserRuleContext context, String message) {
    return Refusal.unmodelled(
        grammar.start(context.getStart()), grammar.end(context.getStop()), message);
  }
}
