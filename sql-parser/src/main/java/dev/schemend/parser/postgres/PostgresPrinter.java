package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements as PostgreSQL reads them, in the layout of Prisma's scripts where it has one. Every
 * name is quoted.
 */
public final class PostgresPrinter {

  private final TypePrinter types;
  private final ExpressionPrinter expressions;
  private final IndexPrinter indexes;
  private final SequencePrinter sequences;
  private final TablePrinter tables;
  private final ObjectPrinter objects;
  private final RightsPrinter rights;

  /** A printer that leaves {@code defaultSchema} out. */
  public PostgresPrinter(Identifier defaultSchema) {
    types = new TypePrinter(defaultSchema);
    expressions = new ExpressionPrinter(types);
    indexes = new IndexPrinter(types, expressions);
    sequences = new SequencePrinter(types);
    tables =
        new TablePrinter(
            types,
            expressions,
            new ConstraintPrinter(types, expressions, indexes),
            sequences,
            indexes);
    objects = new ObjectPrinter(types, expressions, tables);
    rights = new RightsPrinter(objects);
  }

  static IllegalArgumentException foreign(Object node) {
    return new IllegalArgumentException("PostgreSQL has no words for " + node);
  }

  /** The expression, without brackets around it. */
  public String print(SqlExpr expression) {
    return expressions.print(expression);
  }

  /** The type. */
  public String print(SqlType type) {
    return types.print(type);
  }

  /**
   * The statement, without terminator.
   *
   * @throws IllegalArgumentException if it is another dialect's
   */
  public String print(DdlStatement statement) {
    return switch (statement) {
      case DdlStatement.CreateSchema create ->
          "CREATE SCHEMA "
              + (create.ifNotExists() ? "IF NOT EXISTS " : "")
              + Quoting.name(create.name())
              + create.owner().map(role -> " AUTHORIZATION " + RightsPrinter.role(role)).orElse("")
              + create.elements().stream()
                  .map(one -> " " + print(one))
                  .collect(Collectors.joining());
      case DdlStatement.DropSchema drop ->
          drop(
              "SCHEMA",
              drop.ifExists(),
              drop.names().stream().map(Quoting::name).collect(Collectors.joining(", ")),
              drop.behavior());
      case DdlStatement.RenameSchema rename ->
          "ALTER SCHEMA " + Quoting.name(rename.from()) + renameTo(rename.to());
      case DdlStatement.CreateTable create -> tables.create(create);
      case DdlStatement.CreateTableAs create -> tables.createAs(create);
      case DdlStatement.DropTable drop ->
          drop("TABLE", drop.ifExists(), names(drop.names()), drop.behavior());
      case DdlStatement.AlterTable alter -> tables.alter(alter);
      case DdlStatement.CreateIndex create -> indexes.create(create);
      case DdlStatement.DropIndexes drop ->
          drop(
              drop.concurrently() ? "INDEX CONCURRENTLY" : "INDEX",
              drop.ifExists(),
              names(drop.names()),
              drop.behavior());
      case DdlStatement.RenameIndex rename ->
          "ALTER INDEX "
              + ifExists(rename.ifExists())
              + types.name(rename.from())
              + renameTo(rename.to());
      case DdlStatement.AlterIndex alter -> indexes.alter(alter);
      case DdlStatement.CreateEnum create ->
          "CREATE TYPE "
              + types.name(create.name())
              + create.labels().stream()
                  .map(Quoting::string)
                  .collect(Collectors.joining(", ", " AS ENUM (", ")"));
      case DdlStatement.AddEnumValue add -> addValue(add);
      case DdlStatement.RenameEnumValue rename ->
          "ALTER TYPE "
              + types.name(rename.type())
              + " RENAME VALUE "
              + Quoting.string(rename.from())
              + " TO "
              + Quoting.string(rename.to());
      case DdlStatement.DropTypes drop ->
          drop("TYPE", drop.ifExists(), names(drop.names()), drop.behavior());
      case DdlStatement.CreateSequence create -> sequences.create(create);
      case DdlStatement.AlterSequence alter -> sequences.alter(alter);
      case DdlStatement.DropSequences drop ->
          drop("SEQUENCE", drop.ifExists(), names(drop.names()), drop.behavior());
      case DdlStatement.RenameObject rename ->
          alter(rename.kind(), rename.ifExists(), rename.from()) + renameTo(rename.to());
      case DdlStatement.SetObjectSchema set ->
          alter(set.kind(), set.ifExists(), set.name())
              + " SET SCHEMA "
              + Quoting.name(set.schema());
      case DdlStatement.CreateObject create -> objects.create(create);
      case DdlStatement.AlterObject alter -> objects.alter(alter);
      case DdlStatement.DropObjects drop -> objects.drop(drop);
      case DdlStatement.CommentOn comment -> objects.comment(comment);
      case DdlStatement.CopyRows copy -> copy(copy);
      case DdlStatement.CheckBodies check ->
          check.checked() ? "RESET check_function_bodies" : "SET check_function_bodies = off";
      case DdlStatement.ContinueCount count -> sequences.continued(count);
      case DdlStatement.ChangeRights change -> rights.print(change.action());
      case DdlStatement.CreateOpaque create -> create.object().text();
      case DdlStatement.DropOpaque drop -> dropOpaque(drop);
      case DdlStatement.OfMySql other -> throw foreign(other);
      case DdlStatement.RenameTables other -> throw foreign(other);
      case DdlStatement.DropIndexOn other -> throw foreign(other);
    };
  }

  private String copy(DdlStatement.CopyRows copy) {
    String columns =
        copy.columns().stream()
            .map(copied -> Quoting.name(copied.column()))
            .collect(Collectors.joining(", "));
    String values =
        copy.columns().stream()
            .map(
                copied ->
                    copied.value().map(expressions::print).orElse(Quoting.name(copied.column())))
            .collect(Collectors.joining(", "));
    return "INSERT INTO "
        + types.name(copy.to())
        + (columns.isEmpty() ? "" : " (" + columns + ")")
        + (copy.overriding() ? " OVERRIDING SYSTEM VALUE" : "")
        + " SELECT "
        + (values.isEmpty() ? "" : values + " ")
        + "FROM "
        + types.name(copy.from());
  }

  private static String ifExists(boolean ifExists) {
    return ifExists ? "IF EXISTS " : "";
  }

  private static String renameTo(Identifier name) {
    return " RENAME TO " + Quoting.name(name);
  }

  private String names(List<ObjectName> names) {
    return names.stream().map(types::name).collect(Collectors.joining(", "));
  }

  private static String drop(String kind, boolean ifExists, String names, DropBehavior behavior) {
    return "DROP " + kind + " " + ifExists(ifExists) + names + TablePrinter.behavior(behavior);
  }

  private String alter(ObjectKind kind, boolean ifExists, ObjectName name) {
    return "ALTER " + ObjectPrinter.kind(kind) + " " + ifExists(ifExists) + types.name(name);
  }

  private String addValue(DdlStatement.AddEnumValue add) {
    return "ALTER TYPE "
        + types.name(add.type())
        + " ADD VALUE "
        + (add.ifNotExists() ? "IF NOT EXISTS " : "")
        + Quoting.string(add.label())
        + add.neighbor()
            .map(one -> (one.before() ? " BEFORE " : " AFTER ") + Quoting.string(one.label()))
            .orElse("");
  }

  private String dropOpaque(DdlStatement.DropOpaque drop) {
    ObjectKind kind = drop.objects().getFirst().kind();
    String objects = drop.objects().stream().map(this::opaque).collect(Collectors.joining(", "));
    return drop(ObjectPrinter.kind(kind), drop.ifExists(), objects, drop.behavior());
  }

  private String opaque(ObjectRef ref) {
    return ref.kind() == ObjectKind.CAST || ref.kind() == ObjectKind.OPERATOR
        ? ref.name().toString()
        : objects.object(ref);
  }
}
