package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.ddl.TableAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Column;
import dev.schemend.model.CompositeType;
import dev.schemend.model.DefinedObject;
import dev.schemend.model.DomainType;
import dev.schemend.model.EnumType;
import dev.schemend.model.RangeType;
import dev.schemend.model.References;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Job;
import dev.schemend.planning.PlannedStep;
import dev.schemend.type.CastRisk;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Types that no statement turns into what they are to be, and the types that rest on them: they
 * step aside under another name, the new ones take their names, the columns are cast, and the old
 * ones go.
 */
final class TypeRebuild {

  private final Job job;
  private final InheritedColumns inherited;
  private final Schema from;
  private final Schema to;
  private final SortedSet<ObjectRef> types;
  private final List<DdlStatement> statements = new ArrayList<>();
  private final List<DdlStatement> defaults = new ArrayList<>();

  TypeRebuild(Job job, SortedSet<ObjectRef> types) {
    this.job = job;
    this.inherited = new InheritedColumns(job);
    this.from = job.transition().from();
    this.to = job.transition().to();
    this.types = types;
  }

  /** Why the columns of a type cannot follow it, where that is so. */
  static Optional<String> obstacle(SchemaObject type, Schema schema) {
    List<ObjectRef> users = schema.dependants(type.ref()).toList();
    // A transform expression reads no rows (ALTER TABLE), so no array can be taken apart in one.
    boolean arrays =
        type instanceof CompositeType
            && users.stream()
                .flatMap(ref -> schema.table(ref.name()).stream())
                .flatMap(table -> table.columns().stream())
                .anyMatch(
                    column ->
                        column.type() instanceof SqlType.ArrayOf array
                            && isNamed(array.element(), type.ref().name()));
    if (arrays) {
      return Optional.of("columns hold arrays of it, whose elements no cast can rearrange");
    }
    boolean nested =
        type instanceof RangeType
            && users.stream()
                .anyMatch(
                    ref ->
                        ref.kind() == ObjectKind.DOMAIN || ref.kind() == ObjectKind.COMPOSITE_TYPE);
    return nested ? Optional.of("other types rest on it") : Optional.empty();
  }

  /** The one step for all of them. */
  PlannedStep step() {
    List<SchemaObject> ordered = ordered();
    List<Table> users =
        types.stream()
            .flatMap(from::dependants)
            .filter(ref -> ref.kind() == ObjectKind.TABLE)
            .distinct()
            .flatMap(ref -> from.table(ref.name()).stream())
            .toList();
    SortedMap<ObjectRef, ObjectName> spent = new TreeMap<>();
    if (users.isEmpty()) {
      ordered.reversed().forEach(type -> statements.add(drop(type, type.ref().name())));
      ordered.forEach(type -> create(type.ref()));
    } else {
      ordered.forEach(type -> setAside(type, users, spent));
      ordered.forEach(type -> create(type.ref()));
      users.forEach(table -> cast(table));
      ordered.reversed().stream()
          .filter(type -> spent.containsKey(type.ref()))
          .forEach(type -> statements.add(drop(type, spent.get(type.ref()))));
      statements.addAll(defaults);
    }
    SortedSet<ObjectRef> needs = new TreeSet<>();
    SortedSet<ObjectRef> releases = new TreeSet<>();
    SortedSet<ObjectRef> names = new TreeSet<>(types);
    for (SchemaObject type : ordered) {
      needs.addAll(References.of(to.get(type.ref()).orElseThrow()));
      releases.addAll(References.of(type));
      names.add(Names.relation(type.ref().name()));
    }
    needs.removeAll(names);
    releases.removeAll(names);
    return PlannedStep.of(Steps.step(StepLabel.ALTER_ENUM, statements), ordered.getFirst().ref())
        .needing(needs)
        .releasing(releases)
        .freeing(names)
        .making(names);
  }

  /** The old types, each behind those that it rests on. */
  private List<SchemaObject> ordered() {
    List<SchemaObject> ordered = new ArrayList<>();
    types.forEach(ref -> place(from.get(ref).orElseThrow(), ordered));
    return ordered;
  }

  private void place(SchemaObject type, List<SchemaObject> ordered) {
    if (ordered.contains(type)) {
      return;
    }
    References.of(type).stream()
        .filter(types::contains)
        .forEach(ref -> place(from.get(ref).orElseThrow(), ordered));
    ordered.add(type);
  }

  // The multirange type beside a range keeps its name whatever happens to the range's, so a range
  // is gone before the new one comes, and its columns are text meanwhile.
  private void setAside(
      SchemaObject type, List<Table> users, SortedMap<ObjectRef, ObjectName> spent) {
    ObjectName name = type.ref().name();
    if (type instanceof RangeType) {
      users.forEach(table -> park(table, name));
      statements.add(drop(type, name));
      return;
    }
    Identifier aside = new SpareNames(job).beside(name, "_old");
    statements.add(
        type instanceof EnumType
            ? new DdlStatement.RenameObject(ObjectKind.ENUM_TYPE, name, aside, false)
            : new DdlStatement.AlterObject(type.ref(), false, new ObjectAction.Rename(aside)));
    spent.put(type.ref(), name.sibling(aside));
  }

  private void park(Table table, ObjectName range) {
    List<TableAction> actions = new ArrayList<>();
    for (Column column : table.columns()) {
      if (isNamed(column.type(), range) && !inherited.isInherited(table, column)) {
        column
            .defaultValue()
            .ifPresent(value -> actions.add(new TableAction.DropDefault(column.name())));
        SqlType text = text(column.type());
        actions.add(
            new TableAction.AlterColumnType(
                column.name(),
                text,
                Optional.empty(),
                Optional.of(new SqlExpr.Cast(ColumnChanges.column(column.name()), text))));
      }
    }
    if (!actions.isEmpty()) {
      statements.add(new DdlStatement.AlterTable(table.name(), false, actions));
    }
  }

  private static SqlType text(SqlType type) {
    return type instanceof SqlType.ArrayOf
        ? new SqlType.ArrayOf(ColumnChanges.TEXT)
        : ColumnChanges.TEXT;
  }

  private static DdlStatement drop(SchemaObject type, ObjectName name) {
    return type instanceof EnumType
        ? new DdlStatement.DropTypes(List.of(name), false, DropBehavior.RESTRICT)
        : new DdlStatement.DropObjects(
            List.of(ObjectRef.to(type.ref().kind(), name)), false, DropBehavior.RESTRICT);
  }

  private void create(ObjectRef ref) {
    switch (to.get(ref).orElseThrow()) {
      case EnumType type -> statements.add(new DdlStatement.CreateEnum(type.name(), type.labels()));
      case DefinedObject type -> statements.addAll(InPlace.creation(type));
      case SchemaObject other -> throw new IllegalStateException("no type: " + other.ref());
    }
  }

  private void cast(Table table) {
    List<TableAction> actions = new ArrayList<>();
    List<TableAction> again = new ArrayList<>();
    for (Column column : table.columns()) {
      if (typeOf(column.type()).isEmpty()) {
        continue;
      }
      Optional<SchemaObject> old = typeOf(column.type());
      boolean range = old.get() instanceof RangeType;
      if (column.defaultValue().isPresent() && !range) {
        actions.add(new TableAction.DropDefault(column.name()));
      }
      if (!inherited.isInherited(table, column)) {
        cast(table, column, old.get()).ifPresent(actions::add);
      }
      after(table, column)
          .filter(same -> column.defaultValue().isPresent())
          .flatMap(Column::defaultValue)
          .ifPresent(
              value ->
                  again.add(
                      new TableAction.SetDefault(
                          column.name(), WrittenDefaults.of(column.type(), value))));
    }
    if (!actions.isEmpty()) {
      statements.add(new DdlStatement.AlterTable(table.name(), false, actions));
    }
    if (!again.isEmpty()) {
      boolean heirs = !Descent.heirs(from, table).isEmpty();
      defaults.add(new DdlStatement.AlterTable(table.name(), false, again, heirs));
    }
  }

  private Optional<TableAction> cast(Table table, Column column, SchemaObject old) {
    SqlExpr value = ColumnChanges.column(column.name());
    SqlType target = column.type();
    Optional<SqlExpr> using;
    if (after(table, column).isEmpty()) {
      if (old instanceof RangeType) {
        return Optional.empty();
      }
      target = text(column.type());
      using = Optional.of(new SqlExpr.Cast(value, target));
    } else {
      using =
          switch (old) {
            case CompositeType composite -> Optional.of(row(value, composite, target));
            case DomainType domain -> Optional.of(domain(column, domain));
            case SchemaObject other ->
                Optional.of(new SqlExpr.Cast(new SqlExpr.Cast(value, text(target)), target));
          };
    }
    return Optional.of(
        new TableAction.AlterColumnType(column.name(), target, Optional.empty(), using));
  }

  private SqlExpr domain(Column column, DomainType old) {
    SqlExpr value = ColumnChanges.column(column.name());
    DomainType anew = (DomainType) to.get(old.ref()).orElseThrow();
    CastRisk risk = job.dialect().types().castRisk(old.type(), anew.type());
    boolean direct =
        !overTypes(old.type())
            && switch (risk) {
              case IDENTICAL, WIDENING, REWRITE, LOSSY -> true;
              case EXPLICIT, IMPOSSIBLE -> job.dialect().types().isCharacter(anew.type());
            };
    return new SqlExpr.Cast(
        direct ? value : new SqlExpr.Cast(value, text(column.type())), column.type());
  }

  private boolean overTypes(SqlType type) {
    return typeOf(type).isPresent();
  }

  // NULL is not a row of nulls, so it is not taken apart.
  private SqlExpr row(SqlExpr value, CompositeType old, SqlType target) {
    CompositeType anew = (CompositeType) to.get(old.ref()).orElseThrow();
    List<SqlExpr> fields = new ArrayList<>();
    for (CompositeType.Attribute attribute : anew.attributes()) {
      Optional<CompositeType.Attribute> before = old.attribute(attribute.name());
      if (before.isEmpty()) {
        fields.add(new SqlExpr.NullLiteral());
        continue;
      }
      SqlExpr field = new SqlExpr.Field(value, attribute.name());
      boolean same = before.get().type().equals(attribute.type()) && !overTypes(attribute.type());
      fields.add(
          same
              ? field
              : new SqlExpr.Cast(
                  new SqlExpr.Cast(field, text(attribute.type())), attribute.type()));
    }
    SqlExpr isNull = new SqlExpr.Binary("is not distinct from", value, new SqlExpr.NullLiteral());
    return new SqlExpr.Case(
        Optional.empty(),
        List.of(new SqlExpr.Case.When(isNull, new SqlExpr.NullLiteral())),
        Optional.of(new SqlExpr.Cast(new SqlExpr.Row(fields), target)));
  }

  /** The column as it is to be, where it keeps the type. */
  private Optional<Column> after(Table table, Column column) {
    return job.transition()
        .successor(table.name())
        .filter(one -> !one.name().equals(table.name()) || !job.drops(table.name(), column.name()))
        .flatMap(one -> one.column(column.name()))
        .filter(one -> one.type().equals(column.type()));
  }

  private Optional<SchemaObject> typeOf(SqlType type) {
    return switch (type) {
      case SqlType.Builtin builtin -> Optional.empty();
      case SqlType.InlineEnum inline -> Optional.empty();
      case SqlType.UserDefined user ->
          types.stream()
              .filter(ref -> ref.name().equals(user.name()))
              .findFirst()
              .flatMap(from::get);
      case SqlType.ArrayOf array -> typeOf(array.element());
    };
  }

  private static boolean isNamed(SqlType type, ObjectName name) {
    return switch (type) {
      case SqlType.Builtin builtin -> false;
      case SqlType.InlineEnum inline -> false;
      case SqlType.UserDefined user -> user.name().equals(name);
      case SqlType.ArrayOf array -> isNamed(array.element(), name);
    };
  }
}
