package dev.schemend.parser.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.LikeClause;
import dev.schemend.ddl.TableAction;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.Generation;
import dev.schemend.model.NotNull;
import dev.schemend.model.PostgresTableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code CREATE TABLE} and {@code ALTER TABLE}. */
final class TablePrinter {

  private static final String INDENT = "    ";

  private final TypePrinter types;
  private final ExpressionPrinter expressions;
  private final ExpressionPrinter conversions;
  private final ConstraintPrinter constraints;
  private final SequencePrinter sequences;
  private final LineagePrinter lineages;
  private final SettingPrinter settings;

  TablePrinter(
      TypePrinter types,
      ExpressionPrinter expressions,
      ConstraintPrinter constraints,
      SequencePrinter sequences,
      IndexPrinter indexes) {
    this.types = types;
    this.expressions = expressions;
    this.conversions = new ExpressionPrinter(types.inLowerCase());
    this.constraints = constraints;
    this.sequences = sequences;
    this.lineages = new LineagePrinter(types, expressions, indexes);
    this.settings = new SettingPrinter(types, expressions, lineages);
  }

  String create(DdlStatement.CreateTable create) {
    PostgresTableOptions options = create.options().postgres();
    String columns = columns(create);
    // A primary key comes first, and a blank line before the first of them.
    List<Constraint> ordered =
        Stream.concat(
                create.constraints().stream().filter(Constraint.PrimaryKey.class::isInstance),
                create.constraints().stream()
                    .filter(one -> !(one instanceof Constraint.PrimaryKey)))
            .toList();
    String keys =
        ordered.stream()
            .map(one -> INDENT + constraints.inTable(one))
            .collect(Collectors.joining(",\n"));
    String separator = columns.isEmpty() || keys.isEmpty() ? "" : ",\n\n";
    boolean temporary = create.name().schema().equals(TableBuilder.TEMPORARY);
    String elements = columns + separator + keys;
    boolean bare = elements.isEmpty() && lineages.statesColumns(options.lineage());
    return "CREATE "
        + (options.unlogged() ? "UNLOGGED " : temporary ? "TEMPORARY " : "")
        + "TABLE "
        + (create.ifNotExists() ? "IF NOT EXISTS " : "")
        + (temporary ? Quoting.name(create.name().name()) : types.name(create.name()))
        + lineages.ahead(options.lineage())
        + (bare ? "" : " (\n" + elements + "\n)")
        + lineages.behind(options.lineage())
        + settings(options);
  }

  /** A foreign table: a column's options stand behind its type. */
  String create(ForeignTable foreign, boolean ifNotExists) {
    List<String> elements = new ArrayList<>();
    for (Column column : foreign.table().columns()) {
      SortedMap<String, String> options =
          foreign.columnOptions().getOrDefault(column.name(), new TreeMap<>());
      elements.add(
          INDENT
              + column(ColumnDefinition.of(column), ExtendingPrinter.optionList(options).strip()));
    }
    foreign.table().constraints().forEach(one -> elements.add(INDENT + constraints.inTable(one)));
    return "CREATE FOREIGN TABLE "
        + (ifNotExists ? "IF NOT EXISTS " : "")
        + types.name(foreign.table().name())
        + (elements.isEmpty() ? " ()" : " (\n" + String.join(",\n", elements) + "\n)")
        + " SERVER "
        + Quoting.name(foreign.server())
        + ExtendingPrinter.optionList(foreign.options());
  }

  String createAs(DdlStatement.CreateTableAs create) {
    PostgresTableOptions options = create.options().postgres();
    boolean temporary = create.name().schema().equals(TableBuilder.TEMPORARY);
    return "CREATE "
        + (options.unlogged() ? "UNLOGGED " : temporary ? "TEMPORARY " : "")
        + "TABLE "
        + (create.ifNotExists() ? "IF NOT EXISTS " : "")
        + (temporary ? Quoting.name(create.name().name()) : types.name(create.name()))
        + (create.columns().isEmpty()
            ? ""
            : " (" + ConstraintPrinter.columns(create.columns(), ", ") + ")")
        + settings(options)
        + " AS "
        + expressions.queries().print(create.query());
  }

  private static String settings(PostgresTableOptions options) {
    return options.accessMethod().map(one -> " USING " + Quoting.name(one)).orElse("")
        + (options.storageParameters().isEmpty()
            ? ""
            : " WITH " + StorageParameters.print(options.storageParameters()))
        + options.tablespace().map(one -> " TABLESPACE " + Quoting.name(one)).orElse("");
  }

  /** Columns with the LIKE clauses among them. */
  private String columns(DdlStatement.CreateTable create) {
    List<String> elements = new ArrayList<>();
    for (int i = 0; i <= create.columns().size(); i++) {
      for (LikeClause like : create.likes()) {
        if (like.at() == i) {
          elements.add(INDENT + "LIKE " + types.name(like.source()) + lineages.including(like));
        }
      }
      if (i < create.columns().size()) {
        elements.add(INDENT + column(create.columns().get(i)));
      }
    }
    return String.join(",\n", elements);
  }

  private String column(ColumnDefinition definition) {
    return column(definition, "");
  }

  private String column(ColumnDefinition definition, String behindType) {
    Column column = definition.column();
    List<String> parts = new ArrayList<>();
    parts.add(Quoting.name(column.name()));
    if (!column.type().equals(ColumnDefinition.NO_TYPE)) {
      parts.add(types.print(column.type()));
    }
    if (!behindType.isEmpty()) {
      parts.add(behindType);
    }
    column.postgres().storage().ifPresent(storage -> parts.add("STORAGE " + storage));
    column.postgres().compression().ifPresent(method -> parts.add("COMPRESSION " + method));
    column
        .collation()
        .ifPresent(collation -> parts.add("COLLATE " + ExpressionPrinter.collation(collation)));
    if (!column.nullable()) {
      column
          .postgres()
          .notNull()
          .map(NotNull::name)
          .filter(name -> !name.isNone())
          .ifPresent(name -> parts.add("CONSTRAINT " + Quoting.name(name)));
      parts.add("NOT NULL");
      if (column.postgres().notNull().filter(NotNull::noInherit).isPresent()) {
        parts.add("NO INHERIT");
      }
    } else if (definition.explicitNull()) {
      parts.add("NULL");
    }
    column.defaultValue().ifPresent(value -> parts.add("DEFAULT " + expressions.bounded(value)));
    column.generation().ifPresent(generation -> parts.add(generation(generation)));
    definition.constraints().forEach(one -> parts.add(constraints.behindColumn(one)));
    return String.join(" ", parts);
  }

  private String generation(Generation generation) {
    return switch (generation) {
      case Generation.Identity identity -> identity(identity);
      case Generation.AutoIncrement increment -> throw PostgresPrinter.foreign(increment);
      case Generation.Computed computed ->
          "GENERATED ALWAYS AS ("
              + expressions.print(computed.expression())
              + ")"
              + (computed.stored() ? " STORED" : " VIRTUAL");
    };
  }

  private String identity(Generation.Identity identity) {
    return "GENERATED "
        + when(identity.always())
        + " AS IDENTITY"
        + sequences.inBrackets(identity.options());
  }

  private static String when(boolean always) {
    return always ? "ALWAYS" : "BY DEFAULT";
  }

  String alter(DdlStatement.AlterTable alter) {
    return "ALTER TABLE "
        + (alter.ifExists() ? "IF EXISTS " : "")
        + (alter.only() ? "ONLY " : "")
        + types.name(alter.name())
        + " "
        + alter.actions().stream().map(this::action).collect(Collectors.joining(",\n"));
  }

  private String action(TableAction action) {
    return switch (action) {
      // Prisma's five spaces: its column text brings an indentation along.
      case TableAction.AddColumn add ->
          "ADD COLUMN "
              + (add.ifNotExists() ? "IF NOT EXISTS " : INDENT)
              + column(add.definition());
      case TableAction.DropColumn drop ->
          "DROP COLUMN "
              + ifExists(drop.ifExists())
              + Quoting.name(drop.column())
              + behavior(drop.behavior());
      case TableAction.RenameColumn rename ->
          "RENAME COLUMN " + Quoting.name(rename.from()) + " TO " + Quoting.name(rename.to());
      case TableAction.AlterColumnType alter ->
          alterColumn(alter.column())
              // Prisma's two spellings: the short one where it says how values are converted.
              + (alter.using().isPresent() ? "TYPE " : "SET DATA TYPE ")
              + types.print(alter.type())
              + alter
                  .collation()
                  .map(one -> " COLLATE " + ExpressionPrinter.collation(one))
                  .orElse("")
              + alter.using().map(one -> " USING (" + conversions.print(one) + ")").orElse("");
      case TableAction.SetDefault set ->
          alterColumn(set.column()) + "SET DEFAULT " + expressions.bounded(set.value());
      case TableAction.DropDefault drop -> alterColumn(drop.column()) + "DROP DEFAULT";
      case TableAction.SetNotNull set -> alterColumn(set.column()) + "SET NOT NULL";
      case TableAction.DropNotNull drop -> alterColumn(drop.column()) + "DROP NOT NULL";
      case TableAction.AddIdentity add ->
          alterColumn(add.column()) + "ADD " + identity(add.identity());
      case TableAction.SetIdentity set -> alterColumn(set.column()) + setIdentity(set);
      case TableAction.DropIdentity drop ->
          alterColumn(drop.column()) + "DROP IDENTITY" + (drop.ifExists() ? " IF EXISTS" : "");
      case TableAction.DropExpression drop ->
          alterColumn(drop.column()) + "DROP EXPRESSION" + (drop.ifExists() ? " IF EXISTS" : "");
      case TableAction.AddConstraint add -> "ADD " + constraints.added(add.constraint());
      case TableAction.AddConstraintUsingIndex add -> addFromIndex(add);
      case TableAction.DropConstraint drop ->
          "DROP CONSTRAINT "
              + ifExists(drop.ifExists())
              + Quoting.name(drop.constraint())
              + behavior(drop.behavior());
      case TableAction.RenameConstraint rename ->
          "RENAME CONSTRAINT " + Quoting.name(rename.from()) + " TO " + Quoting.name(rename.to());
      case TableAction.ValidateConstraint validate ->
          "VALIDATE CONSTRAINT " + Quoting.name(validate.constraint());
      case TableAction.AlterDeferrability alter ->
          "ALTER CONSTRAINT " + Quoting.name(alter.constraint()) + deferrability(alter);
      case TableAction.RenameTo rename -> "RENAME TO " + Quoting.name(rename.to().name());
      case TableAction.SetSchema set -> "SET SCHEMA " + Quoting.name(set.schema());
      case TableAction.SetOptions set ->
          "SET " + StorageParameters.print(set.options().postgres().storageParameters());
      case TableAction.OfPostgres own -> settings.action(own);
      case TableAction.ChangeColumn other -> throw PostgresPrinter.foreign(other);
      case TableAction.DropPrimaryKey other -> throw PostgresPrinter.foreign(other);
      case TableAction.DropForeignKey other -> throw PostgresPrinter.foreign(other);
      case TableAction.DropCheck other -> throw PostgresPrinter.foreign(other);
      case TableAction.SetEnforced other -> throw PostgresPrinter.foreign(other);
      case TableAction.AddIndex other -> throw PostgresPrinter.foreign(other);
      case TableAction.DropIndex other -> throw PostgresPrinter.foreign(other);
      case TableAction.RenameIndex other -> throw PostgresPrinter.foreign(other);
      case TableAction.SetIndexVisible other -> throw PostgresPrinter.foreign(other);
      case TableAction.OfMySql other -> throw PostgresPrinter.foreign(other);
      case TableAction.ConvertCharacterSet other -> throw PostgresPrinter.foreign(other);
    };
  }

  private static String alterColumn(dev.schemend.name.Identifier column) {
    return "ALTER COLUMN " + Quoting.name(column) + " ";
  }

  private static String ifExists(boolean ifExists) {
    return ifExists ? "IF EXISTS " : "";
  }

  static String behavior(DropBehavior behavior) {
    return behavior == DropBehavior.CASCADE ? " CASCADE" : "";
  }

  private String setIdentity(TableAction.SetIdentity set) {
    List<String> parts = new ArrayList<>();
    set.always().ifPresent(always -> parts.add("SET GENERATED " + when(always)));
    sequences.options(set.options()).forEach(option -> parts.add("SET " + option));
    if (set.restart()) {
      parts.add("RESTART");
    }
    return String.join(" ", parts);
  }

  private static String addFromIndex(TableAction.AddConstraintUsingIndex add) {
    return "ADD "
        + (add.constraint().isNone() ? "" : "CONSTRAINT " + Quoting.name(add.constraint()) + " ")
        + (add.primaryKey() ? "PRIMARY KEY" : "UNIQUE")
        + " USING INDEX "
        + Quoting.name(add.index())
        + ConstraintPrinter.deferrability(add.deferrability());
  }

  private static String deferrability(TableAction.AlterDeferrability alter) {
    String text = ConstraintPrinter.deferrability(alter.deferrability());
    return text.isEmpty() ? " NOT DEFERRABLE" : text;
  }
}
