package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.exec.introspect.NeedsFirst;
import dev.schemend.model.References;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tables, and the types that are made of their rows, each behind what it is made of: a column's
 * type may be a domain over the rows of another table.
 *
 * @param statements that make tables and such types
 * @param others the definitions that need tables and are no types
 */
record RowTypes(List<DdlStatement> statements, List<ObjectReader.Definition> others) {

  private static final Set<ObjectKind> TYPES =
      EnumSet.of(ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.RANGE_TYPE);

  private record Made(ObjectRef ref, Set<ObjectRef> needs, List<DdlStatement> statements) {}

  /**
   * Orders tables and types.
   *
   * @param tables in an order that holds among themselves
   * @param definitions those that need tables
   */
  static RowTypes of(
      List<DdlStatement.CreateTable> tables, List<ObjectReader.Definition> definitions) {
    Stream<Made> types =
        definitions.stream()
            .filter(RowTypes::isType)
            .map(type -> new Made(type.ref(), needs(type), type.statements()));
    List<Made> all = Stream.concat(tables.stream().map(RowTypes::made), types).toList();
    return new RowTypes(
        NeedsFirst.order(all, Made::ref, Made::needs).stream()
            .flatMap(made -> made.statements().stream())
            .toList(),
        definitions.stream().filter(one -> !isType(one)).toList());
  }

  private static boolean isType(ObjectReader.Definition definition) {
    return TYPES.contains(definition.ref().kind());
  }

  private static Made made(DdlStatement.CreateTable table) {
    Set<ObjectRef> needs = new TreeSet<>();
    for (ColumnDefinition column : table.columns()) {
      if (element(column.column().type()) instanceof SqlType.UserDefined user) {
        References.TYPES.forEach(kind -> needs.add(ObjectRef.to(kind, user.name())));
      }
    }
    table
        .options()
        .postgres()
        .lineage()
        .parents()
        .forEach(parent -> needs.add(ObjectRef.table(parent)));
    needs.remove(ObjectRef.table(table.name()));
    return new Made(ObjectRef.table(table.name()), needs, List.of(table));
  }

  private static SqlType element(SqlType type) {
    return type instanceof SqlType.ArrayOf array ? element(array.element()) : type;
  }

  private static Set<ObjectRef> needs(ObjectReader.Definition type) {
    Set<ObjectRef> needs = new TreeSet<>();
    for (DdlStatement statement : type.statements()) {
      if (statement instanceof DdlStatement.CreateObject create) {
        needs.addAll(References.of(create.object()));
      }
    }
    return needs;
  }
}
