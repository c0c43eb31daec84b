package dev.schemend.parser.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.LikeClause;
import dev.schemend.expr.Query;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Generation;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.NotNull;
import dev.schemend.model.PostgresTableOptions;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code CREATE TABLE} and column definitions. */
final class TableBuilder {

  /** The schema of temporary tables (manual, 5.9 and CREATE TABLE). */
  static final Identifier TEMPORARY = Identifier.of("pg_temp");

  /** What a parameter can say for yes (manual, 19.1: unambiguous beginnings will do). */
  private static final Set<String> TRUE = Set.of("true", "tru", "tr", "t", "on", "yes", "y", "1");

  private final Names names;
  private final TypeBuilder types;
  private final ExpressionBuilder expressions;
  private final ConstraintBuilder constraints;
  private final SequenceBuilder sequences;
  private final LineageBuilder lineages;
  private final SettingBuilder settings;

  TableBuilder(
      Names names,
      TypeBuilder types,
      ExpressionBuilder expressions,
      ConstraintBuilder constraints,
      SequenceBuilder sequences,
      LineageBuilder lineages,
      SettingBuilder settings) {
    this.names = names;
    this.types = types;
    this.expressions = expressions;
    this.constraints = constraints;
    this.sequences = sequences;
    this.lineages = lineages;
    this.settings = settings;
  }

  DdlStatement create(PostgresParser.CreateTableContext context) {
    if (context.AS() != null) {
      return createAs(context);
    }
    List<ColumnDefinition> columns = new ArrayList<>();
    List<Constraint> tableConstraints = new ArrayList<>();
    Map<Identifier, NotNull> notNull = new LinkedHashMap<>();
    List<LikeClause> likes = new ArrayList<>();
    for (PostgresParser.TableElementContext element : context.tableElement()) {
      if (element.likeClause() != null) {
        likes.add(like(columns.size(), element.likeClause()));
      } else if (element.columnDefinition() != null) {
        columns.add(column(element.columnDefinition()));
      } else {
        constraint(element.tableConstraint(), tableConstraints, notNull);
      }
    }
    if (context.typedElements() != null) {
      for (PostgresParser.TypedElementContext element : context.typedElements().typedElement()) {
        if (element.typedColumn() != null) {
          columns.add(column(element.typedColumn()));
        } else {
          constraint(element.tableConstraint(), tableConstraints, notNull);
        }
      }
    }
    columns.replaceAll(
        column -> {
          NotNull constraint = notNull.remove(column.column().name());
          return constraint == null ? column : required(column, constraint);
        });
    // Of a column that is inherited, or that LIKE brings.
    notNull.forEach(
        (name, constraint) ->
            columns.add(
                required(
                    ColumnDefinition.of(Column.of(name, ColumnDefinition.NO_TYPE)), constraint)));
    return new DdlStatement.CreateTable(
        name(context.persistence(), names.object(context.qualifiedName(0))),
        columns,
        tableConstraints,
        List.of(),
        options(context),
        context.IF() != null,
        likes);
  }

  private DdlStatement createAs(PostgresParser.CreateTableContext context) {
    if (context.preparedQuery() != null) {
      throw new BeyondTheModel(context.preparedQuery(), "the result of a prepared statement");
    }
    return new DdlStatement.CreateTableAs(
        name(context.persistence(), names.object(context.qualifiedName(0))),
        names.names(Optional.ofNullable(context.nameList())),
        context.query() == null
            ? Query.of(new Query.Carried(Tokens.folded(context.carriedQuery())))
            : expressions.queries().query(context.query()),
        options(context),
        context.IF() != null);
  }

  DdlStatement createAs(ObjectName name, boolean temporary, boolean unlogged, Query query) {
    return new DdlStatement.CreateTableAs(
        temporary ? new ObjectName(TEMPORARY, name.name()) : name,
        List.of(),
        query,
        TableOptions.NONE.withPostgres(new PostgresTableOptions(unlogged, new TreeMap<>())),
        false);
  }

  /** The name of a new relation: a temporary one has a schema of the session's own. */
  static ObjectName name(PostgresParser.PersistenceContext context, ObjectName written) {
    boolean temporary = context != null && context.UNLOGGED() == null;
    return temporary ? new ObjectName(TEMPORARY, written.name()) : written;
  }

  private void constraint(
      PostgresParser.TableConstraintContext context,
      List<Constraint> tableConstraints,
      Map<Identifier, NotNull> notNull) {
    if (isNotNull(context)) {
      notNull.put(names.name(context.constraintBody().name()), constraints.notNull(context));
    } else {
      tableConstraints.add(constraints.table(context));
    }
  }

  private LikeClause like(int at, PostgresParser.LikeClauseContext context) {
    Set<LikeClause.Option> including = EnumSet.noneOf(LikeClause.Option.class);
    for (PostgresParser.LikeOptionContext option : context.likeOption()) {
      Set<LikeClause.Option> named = likeOptions(option);
      if (option.INCLUDING() == null) {
        including.removeAll(named);
      } else {
        including.addAll(named);
      }
    }
    return new LikeClause(at, names.object(context.qualifiedName()), including);
  }

  private Set<LikeClause.Option> likeOptions(PostgresParser.LikeOptionContext context) {
    String word = names.name(context.anyWord()).text().toUpperCase(Locale.ROOT);
    if (word.equals("ALL")) {
      return EnumSet.allOf(LikeClause.Option.class);
    }
    try {
      return EnumSet.of(LikeClause.Option.valueOf(word));
    } catch (IllegalArgumentException unknown) {
      throw new RefusedText(context, "42601", "LIKE has no such option");
    }
  }

  static boolean isNotNull(PostgresParser.TableConstraintContext context) {
    return context.constraintBody().getStart().getType() == PostgresLexer.NOT;
  }

  private static ColumnDefinition required(ColumnDefinition column, NotNull constraint) {
    return new ColumnDefinition(
        constraint.equals(NotNull.PLAIN) && column.column().postgres().notNull().isPresent()
            ? column.column()
            : required(column.column(), constraint),
        column.explicitNull(),
        column.constraints(),
        column.indexes());
  }

  private TableOptions options(PostgresParser.CreateTableContext context) {
    SortedMap<String, String> parameters = new TreeMap<>();
    PostgresParser.TableSuffixContext suffix = context.tableSuffix();
    if (suffix.storageParameters() != null) {
      parameters.putAll(StorageParameters.read(suffix.storageParameters(), names));
      // Taken for the sake of old dumps, and stored nowhere (reloptions.c, transformRelOptions).
      String oids = parameters.getOrDefault("oids", "false");
      if (TRUE.contains(oids.toLowerCase(Locale.ROOT))) {
        throw new RefusedText(
            suffix.storageParameters(), "0A000", "tables declared WITH OIDS are not supported");
      }
      parameters.remove("oids");
    }
    boolean unlogged = context.persistence() != null && context.persistence().UNLOGGED() != null;
    int tablespace = suffix.USING() == null ? 0 : 1;
    return new TableOptions(
        Optional.empty(),
        new PostgresTableOptions(unlogged, parameters)
            .withAccessMethod(
                suffix.USING() == null ? Optional.empty() : Optional.of(names.name(suffix.name(0))))
            .withTablespace(
                suffix.TABLESPACE() == null
                    ? Optional.empty()
                    : settings.tablespace(suffix.name(tablespace)))
            .withLineage(lineages.of(context)),
        MySqlTableOptions.NONE);
  }

  ColumnDefinition column(PostgresParser.ColumnDefinitionContext context) {
    return column(
        Column.of(names.name(context.name()), types.type(context.typeName())),
        context.columnOption());
  }

  private ColumnDefinition column(PostgresParser.TypedColumnContext context) {
    return column(
        Column.of(names.name(context.name()), ColumnDefinition.NO_TYPE), context.columnOption());
  }

  private ColumnDefinition column(
      Column bare, List<PostgresParser.ColumnOptionContext> columnOptions) {
    Column column = bare;
    boolean explicitNull = false;
    List<Constraint> behind = new ArrayList<>();
    for (PostgresParser.ColumnOptionContext option : columnOptions) {
      if (option.STORAGE() != null && option.DEFAULT() == null) {
        column =
            column.withPostgres(column.postgres().withStorage(settings.storage(option.name())));
      }
      if (option.COMPRESSION() != null && option.DEFAULT() == null) {
        column =
            column.withPostgres(
                column.postgres().withCompression(Optional.of(names.name(option.name()).text())));
      }
      if (option.COLLATE() != null) {
        column = column.withCollation(Optional.of(names.collation(option.anyName())));
      }
      PostgresParser.ColumnConstraintContext constraint = option.columnConstraint();
      if (constraint != null) {
        explicitNull |= constraint.NULL() != null && constraint.NOT() == null;
        column = own(column, constraint);
        constraints
            .column(bare.name(), constraint, constraints.attributes(option.constraintAttribute()))
            .ifPresent(behind::add);
      }
    }
    return new ColumnDefinition(column, explicitNull, behind, List.of());
  }

  // NOT NULL without anything else needs no constraint to say it.
  private static Column required(Column column, NotNull constraint) {
    return constraint.equals(NotNull.PLAIN)
        ? column.withNullable(false)
        : column.withNotNull(Optional.of(constraint));
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
    if (context.NOT() == null) {
      return column;
    }
    Optional<Identifier> name = Optional.ofNullable(context.name()).map(names::name);
    return required(
        column,
        NotNull.named(name.orElse(Identifier.NONE)).withNoInherit(context.INHERIT() != null));
  }
}
