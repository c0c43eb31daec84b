package dev.schemend.exec.introspect.postgres;

import dev.schemend.ddl.ColumnDefinition;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.exec.introspect.NeedsFirst;
import dev.schemend.model.References;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tables, and the types that are made of their rows, each behind what it is made of: a column's
 * type may be a domain over the rows of another table, or the rows of a view.
 *
 * @param statements that make tables, such types, and the views whose rows are the type of a column
 * @param others the definitions that need tables and are neither
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
    List<Made> all = new ArrayList<>(tables.stream().map(RowTypes::made).toList());
    List<ObjectReader.Definition> others = new ArrayList<>(definitions);
    take(others, all, RowTypes::isType);
    boolean found = true;
    while (found) {
      Set<ObjectRef> needed =
          all.stream().flatMap(made -> made.needs().stream()).collect(Collectors.toSet());
      found = take(others, all, one -> isView(one) && needed.contains(one.ref()));
    }
    return new RowTypes(
        NeedsFirst.order(all, Made::ref, Made::needs).stream()
            .flatMap(made -> made.statements().stream())
            .toList(),
        others);
  }

  private static boolean take(
      List<ObjectReader.Definition> from,
      List<Made> to,
      Predicate<ObjectReader.Definition> wanted) {
    for (ObjectReader.Definition one : from) {
      if (wanted.test(one)) {
        to.add(new Made(one.ref(), isView(one) ? read(one) : needs(one), one.statements()));
      }
    }
    return from.removeIf(wanted);
  }

  private static boolean isView(ObjectReader.Definition definition) {
    return definition.ref().kind() == ObjectKind.VIEW
        || definition.ref().kind() == ObjectKind.MATERIALIZED_VIEW;
  }

  // Of what a view reads the name is known, and not the kind.
  private static Set<ObjectRef> read(ObjectReader.Definition view) {
    Set<ObjectRef> needs = new TreeSet<>();
    DefinitionOrder.mentions(view)
        .forEach(name -> References.TYPES.forEach(kind -> needs.add(ObjectRef.to(kind, name))));
    needs.remove(view.ref());
    return needs;
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
