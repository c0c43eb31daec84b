package dev.schemend.parser.mysql;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.MySqlVersioning;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.mysql.MySqlParser.*;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
  private final PartitionReader partitions;
  private final AlterReader alterations;

  StatementBuilder(MySqlGrammar grammar, MySqlDialect dialect) {
    this.grammar = grammar;
    this.names = new Names(grammar, dialect);
    this.types = new TypeReader(grammar, dialect, names);
    this.expressions = new ExpressionReader(names, types);
    this.keys = new KeyReader(dialect, names, types, expressions);
    this.columns = new ColumnReader(grammar, dialect, names, types, expressions, keys);
    this.options = new OptionReader(names);
    this.partitions = new PartitionReader(grammar, names, types, expressions);
    this.alterations = new AlterReader(names, columns, keys, options, partitions);
  }

  /** What a statement of the grammar means; {@code USE} is none of these. */
  List<DdlStatement> statement() {
    StatementContext context =
        grammar.parse(MySqlParser.RULE_singleStatement, MySqlParser::singleStatement).statement();
    if (context.createTable() != null) {
      return createTable(context.createTable());
    }
    if (context.copyTable() != null) {
      return copyTable(context.copyTable());
    }
    if (context.alterTable() != null) {
      return List.of(alterTable(context.alterTable()));
    }
    SequenceReader sequences = new SequenceReader(grammar, names);
    if (context.createSequence() != null) {
      return sequences.create(context.createSequence());
    }
    if (context.alterSequence() != null) {
      return List.of(sequences.alter(context.alterSequence()));
    }
    if (context.dropSequence() != null) {
      return List.of(sequences.drop(context.dropSequence()));
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
      return List.of(createDatabase(context.createDatabase()));
    }
    if (context.alterDatabase() != null) {
      AlterDatabaseContext alter = context.alterDatabase();
      return List.of(
          new DdlStatement.OfMySql.AlterDatabase(
              alter.identifier() == null ? Identifier.NONE : names.object(alter.identifier()),
              characterSet(alter.databaseOption()),
              collation(alter.databaseOption())));
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

  /** A column: its name, its type and what stands behind. */
  Column column() {
    return columns
        .read(
            grammar
                .parse(MySqlParser.RULE_singleColumn, MySqlParser::singleColumn)
                .columnDefinition())
        .column();
  }

  /** The query that the whole text is. */
  Query query() {
    QueryExpressionContext context =
        grammar.parse(MySqlParser.RULE_singleQuery, MySqlParser::singleQuery).queryExpression();
    return new ExpressionReader(grammar, names, types).queries().read(context);
  }

  SqlType type() {
    SingleTypeContext context = grammar.parse(MySqlParser.RULE_singleType, MySqlParser::singleType);
    return types.read(context.dataType(), context.typeAttribute()).type();
  }

  private List<DdlStatement> createTable(CreateTableContext context) {
    if (context.unmodelledTail() != null) {
      throw unmodelled(
          context.unmodelledTail(),
          "the query that the table's columns come from is not understood");
    }
    if (context.tableElement().isEmpty() && context.queryExpression() == null) {
      int end = grammar.end(context.getStop());
      throw Refusal.syntax(end, end, "unexpected the end of the statement, expecting: '('");
    }
    List<ColumnDefinition> definitions = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    SortedMap<Identifier, List<Identifier>> periods = new TreeMap<>();
    for (TableElementContext element : context.tableElement()) {
      if (element.columnDefinition() != null) {
        ColumnDefinition read = columns.read(element.columnDefinition());
        // A server names keys in the order in which they are written.
        boolean behindKeys = !indexes.isEmpty() && !read.indexes().isEmpty();
        if (behindKeys) {
          indexes.addAll(read.indexes());
        }
        definitions.add(
            behindKeys
                ? new ColumnDefinition(
                    read.column(), read.explicitNull(), read.constraints(), List.of())
                : read);
      } else if (element.indexDefinition() != null) {
        indexes.add(keys.read(element.indexDefinition()));
      } else if (element.periodDefinition() != null) {
        PeriodDefinitionContext period = element.periodDefinition();
        periods.put(
            names.member(period.identifier(0)),
            List.of(names.member(period.identifier(1)), names.member(period.identifier(2))));
      } else {
        constraints.add(keys.read(element.constraintDefinition()));
        if (element.constraintDefinition() instanceof ForeignKeyDefinitionContext foreign) {
          keys.indexOf(foreign).ifPresent(indexes::add);
        }
      }
    }
    ObjectName name = names.qualified(context.qualifiedName());
    DdlStatement.CreateTable table =
        new DdlStatement.CreateTable(
            name,
            definitions,
            constraints,
            indexes,
            options(context, periods),
            context.ifNotExists() != null);
    boolean temporary = context.TEMPORARY() != null;
    QueryExpressionContext query = context.queryExpression();
    DdlStatement plain = temporary ? new DdlStatement.OfMySql.CreateTemporaryTable(table) : table;
    return replacing(
        context.orReplace() != null,
        name,
        temporary,
        query == null ? plain : filled(table, temporary, query));
  }

  private DdlStatement filled(
      DdlStatement.CreateTable table, boolean temporary, QueryExpressionContext query) {
    return new DdlStatement.OfMySql.CreateTableSelect(
        table,
        temporary,
        new ExpressionReader(grammar, names, types).queries().read(query),
        grammar.text().substring(grammar.start(query.getStart()), grammar.end(query.getStop())));
  }

  private static List<DdlStatement> replacing(
      boolean replace, ObjectName name, boolean temporary, DdlStatement create) {
    List<DdlStatement> statements = new ArrayList<>();
    if (replace) {
      statements.add(
          temporary
              ? new DdlStatement.OfMySql.DropTemporaryTables(List.of(name), true)
              : new DdlStatement.DropTable(List.of(name), true, DropBehavior.RESTRICT));
    }
    statements.add(create);
    return statements;
  }

  private TableOptions options(
      CreateTableContext context, SortedMap<Identifier, List<Identifier>> periods) {
    TableOptions written =
        context.tableOptions() == null
            ? TableOptions.NONE
            : options.read(context.tableOptions().tableOption());
    return written.withMySql(
        written
            .mysql()
            .withPartitioning(Optional.ofNullable(context.partitionBy()).map(partitions::read))
            .withVersioning(
                new MySqlVersioning(written.mysql().versioning().systemVersioned(), periods)));
  }

  private List<DdlStatement> copyTable(CopyTableContext context) {
    ObjectName name = names.qualified(context.qualifiedName(0));
    boolean temporary = context.TEMPORARY() != null;
    return replacing(
        context.orReplace() != null,
        name,
        temporary,
        new DdlStatement.OfMySql.CopyTable(
            name,
            names.qualified(context.qualifiedName(1)),
            temporary,
            context.ifNotExists() != null));
  }

  private DdlStatement createDatabase(CreateDatabaseContext create) {
    Identifier name = names.object(create.identifier());
    boolean ifNotExists = create.ifNotExists() != null;
    Optional<String> set = characterSet(create.databaseOption());
    Optional<String> collation = collation(create.databaseOption());
    return set.isEmpty() && collation.isEmpty()
        ? new DdlStatement.CreateSchema(name, ifNotExists)
        : new DdlStatement.OfMySql.CreateDatabase(name, set, collation, ifNotExists);
  }

  private Optional<String> characterSet(List<DatabaseOptionContext> options) {
    return options.stream()
        .filter(option -> option.charsetName() != null)
        .reduce((first, last) -> last)
        .flatMap(option -> names.characterSet(option.charsetName()));
  }

  private Optional<String> collation(List<DatabaseOptionContext> options) {
    return options.stream()
        .filter(option -> option.collationName() != null)
        .reduce((first, last) -> last)
        .flatMap(option -> names.collation(option.collationName()));
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
    if (context.TEMPORARY() != null) {
      return new DdlStatement.OfMySql.DropTemporaryTables(
          context.qualifiedName().stream().map(names::qualified).toList(),
          context.ifExists() != null);
    }
    return new DdlStatement.DropTable(
        context.qualifiedName().stream().map(names::qualified).toList(),
        context.ifExists() != null,
        context.CASCADE() != null ? DropBehavior.CASCADE : DropBehavior.RESTRICT);
  }

  private DdlStatement renameTables(RenameTablesContext context) {
    return new DdlStatement.RenameTables(
        context.renaming().stream()
            .map(
                pair ->
                    new DdlStatement.RenameTables.Renaming(
                        names.qualified(pair.qualifiedName(0)),
                        names.qualified(pair.qualifiedName(1))))
            .toList(),
        context.ifExists() != null);
  }

  private Refusal unmodelled(ParserRuleContext context, String message) {
    return Refusal.unmodelled(
        grammar.start(context.getStart()), grammar.end(context.getStop()), message);
  }
}
