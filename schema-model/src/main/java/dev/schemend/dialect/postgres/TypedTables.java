package dev.schemend.dialect.postgres;

import dev.schemend.apply.Rejection;
import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.ColumnPosition;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.model.Column;
import dev.schemend.model.CompositeType;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.List;
import java.util.Optional;

/**
 * Tables {@code OF} a composite type, whose columns are the type's attributes (manual, CREATE TABLE
 * and ALTER TYPE; server sources {@code transformOfType}, {@code ATExecAddOf}, {@code
 * find_typed_table_dependencies}).
 */
final class TypedTables {

  private TypedTables() {}

  /** The type that a table is to be of; only one that stands by itself will do. */
  static CompositeType type(Scope scope, ObjectName written) {
    ObjectRef found =
        scope
            .type(written)
            .orElseThrow(
                () ->
                    scope.relation(written).isPresent()
                        ? notAlone(written)
                        : PostgresErrors.undefined(
                            ObjectRef.to(ObjectKind.COMPOSITE_TYPE, written)));
    if (scope.schema().get(found).orElse(null) instanceof CompositeType type) {
      return type;
    }
    throw notAlone(found.name());
  }

  private static Rejection notAlone(ObjectName type) {
    return PostgresErrors.invalid(
        ObjectRef.to(ObjectKind.COMPOSITE_TYPE, type),
        "is not a composite type that stands by itself",
        PostgresErrors.WRONG_OBJECT_TYPE);
  }

  /** The columns of a new table of the type. */
  static List<Column> columns(CompositeType type) {
    return type.attributes().stream().map(TypedTables::column).toList();
  }

  private static Column column(CompositeType.Attribute attribute) {
    return Column.of(attribute.name(), attribute.type()).withCollation(attribute.collation());
  }

  /** Refuses a table whose columns are not the type's attributes, in their order. */
  static void requireFits(Table table, CompositeType type) {
    if (!Heirs.lineage(table).parents().isEmpty()) {
      throw PostgresErrors.invalid(
          table.ref(), "typed tables cannot inherit", PostgresErrors.WRONG_OBJECT_TYPE);
    }
    boolean fits = table.columns().size() == type.attributes().size();
    for (int i = 0; fits && i < type.attributes().size(); i++) {
      Column column = table.columns().get(i);
      Column wanted = column(type.attributes().get(i));
      fits =
          column.name().equals(wanted.name())
              && column.type().equals(wanted.type())
              && column.collation().equals(wanted.collation());
    }
    if (!fits) {
      throw PostgresErrors.invalid(
          table.ref(),
          "its columns are not the attributes of type " + type.name(),
          PostgresErrors.DATATYPE_MISMATCH);
    }
  }

  /** Refuses to change by itself what the type decides. */
  static void requireUntyped(Table table, String reason) {
    if (Heirs.lineage(table).ofType().isPresent()) {
      throw PostgresErrors.invalid(table.ref(), reason, PostgresErrors.WRONG_OBJECT_TYPE);
    }
  }

  /** What the tables of a type go through with it; without {@code CASCADE} they forbid it. */
  static Schema follow(
      Dialect dialect, Scope scope, CompositeType type, ObjectAction.AttributeChange change) {
    return switch (change) {
      case ObjectAction.AttributeChange.Add add ->
          each(
              scope,
              type,
              add.behavior(),
              (now, table) ->
                  new ColumnActions(dialect, now)
                      .addReaching(
                          table,
                          new TableAction.AddColumn(
                              ColumnDefinition.of(column(add.attribute())),
                              ColumnPosition.UNSTATED,
                              false),
                          false));
      case ObjectAction.AttributeChange.Drop drop ->
          each(
              scope,
              type,
              drop.behavior(),
              (now, table) ->
                  new ColumnDrop(dialect, now)
                      .dropReaching(
                          now.schema().table(table).orElseThrow(),
                          new TableAction.DropColumn(
                              drop.attribute(), drop.ifExists(), drop.behavior()),
                          false));
      case ObjectAction.AttributeChange.Retype retype ->
          each(
              scope,
              type,
              retype.behavior(),
              (now, table) ->
                  new ColumnTypeChange(dialect, now)
                      .changeTypeReaching(
                          table,
                          new TableAction.AlterColumnType(
                              retype.attribute().name(),
                              retype.attribute().type(),
                              retype.attribute().collation(),
                              Optional.empty())));
    };
  }

  /** The same for {@code RENAME ATTRIBUTE}. */
  static Schema follow(Scope scope, CompositeType type, ObjectAction.RenameColumn rename) {
    return each(
        scope,
        type,
        rename.behavior(),
        (now, table) ->
            new ColumnNames(now)
                .renameReaching(table, new TableAction.RenameColumn(rename.from(), rename.to())));
  }

  private interface Follower {
    Schema apply(Scope now, ObjectName table);
  }

  private static Schema each(
      Scope scope, CompositeType type, DropBehavior behavior, Follower follower) {
    List<ObjectRef> tables =
        scope
            .schema()
            .dependants(type.ref())
            .filter(
                ref ->
                    scope
                        .schema()
                        .table(ref.name())
                        .flatMap(table -> Heirs.lineage(table).ofType())
                        .filter(type.name()::equals)
                        .isPresent())
            .toList();
    if (!tables.isEmpty() && behavior == DropBehavior.RESTRICT) {
      throw PostgresErrors.referenced(type.ref(), tables);
    }
    Schema schema = scope.schema();
    for (ObjectRef table : tables) {
      schema = follower.apply(new Scope(schema, scope.session()), table.name());
    }
    return schema;
  }
}
