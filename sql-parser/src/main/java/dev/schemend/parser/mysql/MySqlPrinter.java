package dev.schemend.parser.mysql;

import static dev.schemend.parser.mysql.AlterPrinter.ifExists;
import static dev.schemend.parser.mysql.AlterPrinter.ifNotExists;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.dialect.mysql.MySqlDialect;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.MySqlTableOptions;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.TableOptions;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Statements in the form of Prisma's scripts where Prisma has one: four spaces, key words in upper
 * case, names between backticks, indexes behind a blank line, the primary key last.
 */
final class MySqlPrinter {

  /** A variable of the session that nobody else has. */
  private static final String FORMER_MODE = "@schemend_sql_mode";

  private static final String INDENT = "    ";

  private final MySqlDialect dialect;
  private final KeyPrinter keys;
  private final ColumnPrinter columns;
  private final OptionPrinter options;
  private final AlterPrinter alterations;
  private final DefinitionPrinter definitions;

  MySqlPrinter(MySqlDialect dialect) {
    this.dialect = dialect;
    this.keys = new KeyPrinter(dialect.profile().flavor());
    this.columns = new ColumnPrinter(dialect, keys);
    this.options = new OptionPrinter(dialect.characterSets());
    this.alterations = new AlterPrinter(dialect, columns, keys, options);
    this.definitions = new DefinitionPrinter(columns, this::name);
  }

  String print(SqlExpr expression) {
    return ExpressionPrinter.print(expression);
  }

  String print(SqlType type) {
    return TypePrinter.print(type);
  }

  String print(DdlStatement statement) {
    return switch (statement) {
      case DdlStatement.CreateSchema create ->
          "CREATE DATABASE " + ifNotExists(create.ifNotExists()) + SqlNames.quoted(create.name());
      case DdlStatement.DropSchema drop -> dropSchema(drop);
      case DdlStatement.CreateTable create -> createTable(create);
      case DdlStatement.CreateTableAs foreign -> throw foreign(foreign);
      case DdlStatement.DropTable drop ->
          "DROP TABLE "
              + ifExists(drop.ifExists())
              + names(drop.names())
              + (drop.behavior() == DropBehavior.CASCADE ? " CASCADE" : "");
      case DdlStatement.AlterTable alter -> alterTable(alter);
      case DdlStatement.OfMySql own -> own(own);
      case DdlStatement.RenameTables rename ->
          rename.renamings().stream()
              .map(pair -> name(pair.from()) + " TO " + name(pair.to()))
              .collect(Collectors.joining(", ", "RENAME TABLE " + ifExists(rename.ifExists()), ""));
      case DdlStatement.CreateIndex create -> createIndex(create);
      case DdlStatement.DropIndexOn drop ->
          "DROP INDEX "
              + ifExists(drop.ifExists())
              + SqlNames.quoted(drop.index())
              + " ON "
              + name(drop.table());
      case DdlStatement.CreateOpaque create -> create.object().text();
      case DdlStatement.DropOpaque drop -> drop(drop.objects(), drop.ifExists(), drop.behavior());
      case DdlStatement.DropObjects drop -> drop(drop.objects(), drop.ifExists(), drop.behavior());
      case DdlStatement.RenameSchema foreign -> throw foreign(foreign);
      case DdlStatement.DropIndexes foreign -> throw foreign(foreign);
      case DdlStatement.RenameIndex foreign -> throw foreign(foreign);
      case DdlStatement.AlterIndex foreign -> throw foreign(foreign);
      case DdlStatement.CreateEnum foreign -> throw foreign(foreign);
      case DdlStatement.AddEnumValue foreign -> throw foreign(foreign);
      case DdlStatement.RenameEnumValue foreign -> throw foreign(foreign);
      case DdlStatement.DropTypes foreign -> throw foreign(foreign);
      case DdlStatement.CreateSequence create ->
          "CREATE SEQUENCE "
              + ifNotExists(create.ifNotExists())
              + name(create.name())
              + SequencePrinter.options(create.options());
      case DdlStatement.AlterSequence alter ->
          "ALTER SEQUENCE "
              + ifExists(alter.ifExists())
              + name(alter.name())
              + SequencePrinter.options(alter.options());
      case DdlStatement.DropSequences drop ->
          "DROP SEQUENCE " + ifExists(drop.ifExists()) + names(drop.names());
      case DdlStatement.RenameObject foreign -> throw foreign(foreign);
      case DdlStatement.SetObjectSchema foreign -> throw foreign(foreign);
      case DdlStatement.CommentOn foreign -> throw foreign(foreign);
      case DdlStatement.ContinueCount foreign -> throw foreign(foreign);
      case DdlStatement.ChangeRights foreign -> throw foreign(foreign);
      case DdlStatement.CheckBodies foreign -> throw foreign(foreign);
      case DdlStatement.CopyRows foreign -> throw foreign(foreign);
      case DdlStatement.CreateObject create -> {
        if (!(create.object() instanceof StoredDefinition definition)) {
          throw foreign(create);
        }
        yield definitions.print(create, definition);
      }
      case DdlStatement.AlterObject foreign -> throw foreign(foreign);
    };
  }

  private static IllegalArgumentException foreign(DdlStatement statement) {
    return new IllegalArgumentException("MySQL has no such statement: " + statement);
  }

  private static String dropSchema(DdlStatement.DropSchema drop) {
    if (drop.names().size() != 1) {
      throw foreign(drop);
    }
    return "DROP DATABASE " + ifExists(drop.ifExists()) + SqlNames.quoted(drop.names().getFirst());
  }

  private String own(DdlStatement.OfMySql statement) {
    return switch (statement) {
      case DdlStatement.OfMySql.CopyTable copy ->
          "CREATE "
              + (copy.temporary() ? "TEMPORARY " : "")
              + "TABLE "
              + ifNotExists(copy.ifNotExists())
              + name(copy.name())
              + " LIKE "
              + name(copy.source());
      case DdlStatement.OfMySql.CreateTemporaryTable create ->
          createTable(create.table()).replaceFirst("^CREATE ", "CREATE TEMPORARY ");
      case DdlStatement.OfMySql.CreateTableSelect create ->
          "CREATE "
              + (create.temporary() ? "TEMPORARY " : "")
              + createTable(create.table()).substring("CREATE ".length())
              + " AS "
              + create.text();
      case DdlStatement.OfMySql.DropTemporaryTables drop ->
          "DROP TEMPORARY TABLE " + ifExists(drop.ifExists()) + names(drop.names());
      case DdlStatement.OfMySql.CreateDatabase create ->
          "CREATE DATABASE "
              + ifNotExists(create.ifNotExists())
              + SqlNames.quoted(create.name())
              + defaults(create.characterSet(), create.collation());
      case DdlStatement.OfMySql.AlterDefinition alter -> definitions.print(alter);
      case DdlStatement.OfMySql.AllowZeroDates zero ->
          zero.allowed()
              ? "SET "
                  + FORMER_MODE
                  + " = @@SESSION.sql_mode, SESSION sql_mode = REPLACE(REPLACE(@@SESSION.sql_mode,"
                  + " 'NO_ZERO_DATE', ''), 'NO_ZERO_IN_DATE', '')"
              : "SET SESSION sql_mode = " + FORMER_MODE;
      case DdlStatement.OfMySql.RelabelRows relabel ->
          RelabelPrinter.print(relabel, name(relabel.table()));
      case DdlStatement.OfMySql.AlterDatabase alter ->
          "ALTER DATABASE"
              + (alter.name().isNone() ? "" : " " + SqlNames.quoted(alter.name()))
              + defaults(alter.characterSet(), alter.collation());
    };
  }

  private String defaults(Optional<String> characterSet, Optional<String> collation) {
    String text =
        options.print(
            TableOptions.NONE.withMySql(
                MySqlTableOptions.NONE.withCharacters(characterSet, collation)));
    return text.isEmpty() ? "" : " " + text;
  }

  private String createTable(DdlStatement.CreateTable create) {
    Set<Identifier> inKey =
        create.constraints().stream()
            .filter(Constraint.PrimaryKey.class::isInstance)
            .flatMap(Constraint::columns)
            .collect(Collectors.toSet());
    List<String> columnLines = new ArrayList<>();
    for (ColumnDefinition definition : create.columns()) {
      columnLines.add(
          INDENT + columns.print(definition, inKey.contains(definition.column().name())));
    }
    List<String> keyLines = new ArrayList<>();
    create.indexes().forEach(index -> keyLines.add(INDENT + keys.element(index, "")));
    create.constraints().forEach(constraint -> keyLines.add(INDENT + keys.element(constraint)));
    create
        .options()
        .mysql()
        .versioning()
        .periods()
        .forEach((period, parts) -> keyLines.add(INDENT + OptionPrinter.period(period, parts)));
    String optionText = options.print(create.options());
    String elements =
        String.join(",\n", columnLines)
            + (keyLines.isEmpty() || columnLines.isEmpty() ? "" : ",\n\n")
            + String.join(",\n", keyLines);
    return "CREATE TABLE "
        + ifNotExists(create.ifNotExists())
        + name(create.name())
        // Only a query may stand for them.
        + (elements.isEmpty() ? "" : " (\n" + elements + "\n)")
        + (optionText.isEmpty() ? "" : " " + optionText);
  }

  private String alterTable(DdlStatement.AlterTable alter) {
    String actions =
        alter.actions().stream()
            .map(alterations::print)
            .collect(Collectors.joining(",\n" + INDENT));
    return "ALTER TABLE "
        + ifExists(alter.ifExists())
        + name(alter.name())
        + (actions.isEmpty() ? "" : " " + actions);
  }

  private String createIndex(DdlStatement.CreateIndex create) {
    Index index = create.index();
    return "CREATE "
        + KeyPrinter.kind(index)
        + "INDEX "
        + ifNotExists(create.ifNotExists())
        + SqlNames.quoted(index.name())
        + " ON "
        + name(create.table())
        + keys.parts(index.parts())
        + keys.options(index);
  }

  private String drop(List<ObjectRef> objects, boolean ifExists, DropBehavior behavior) {
    return objects.stream()
        .map(ref -> name(ref.name()))
        .collect(
            Collectors.joining(
                ", ",
                "DROP " + words(objects.getFirst()) + " " + ifExists(ifExists),
                behavior == DropBehavior.CASCADE ? " CASCADE" : ""));
  }

  private static String words(ObjectRef object) {
    // The member of a routine's reference says which of the three it is.
    return object.kind() == ObjectKind.ROUTINE
        ? object.member().text().toUpperCase(Locale.ROOT)
        : object.kind() == ObjectKind.FOREIGN_SERVER
            ? "SERVER"
            : object.kind().words().toUpperCase(Locale.ROOT);
  }

  private String names(List<ObjectName> names) {
    return names.stream().map(this::name).collect(Collectors.joining(", "));
  }

  // Names in the connection's own database go without it.
  private String name(ObjectName name) {
    return name.isQualified() && name.schema().equals(dialect.profile().defaultSchema())
        ? SqlNames.quoted(name.name())
        : SqlNames.quoted(name);
  }
}
