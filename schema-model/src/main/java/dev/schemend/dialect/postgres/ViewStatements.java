package dev.schemend.dialect.postgres;

import dev.schemend.apply.ColumnRename;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.PostgresViewOptions;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.model.View;
import dev.schemend.model.ViewStorage;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code CREATE} and {@code ALTER} of views and materialised views. */
final class ViewStatements {

  private final PostgresExpressions expressions;
  private final Scope scope;

  ViewStatements(PostgresExpressions expressions, Scope scope) {
    this.expressions = expressions;
    this.scope = scope;
  }

  Schema create(View written, boolean orReplace) {
    ObjectName name = scope.toCreate(written.name());
    ObjectRef ref = ObjectRef.to(ObjectKind.VIEW, name);
    if (!orReplace || !scope.schema().has(ref)) {
      requireNoOther(name, orReplace);
      scope.requireFree(name, ObjectKind.VIEW);
    }
    QueryForm form = new QueryForm(expressions, scope);
    QueryForm.Formed formed = form.of(written.query(), written.columns());
    List<Identifier> columns = formed.outputs().isPresent() ? formed.names() : written.columns();
    requireOnce(ref, columns);
    scope.schema().view(name).ifPresent(old -> requireExtension(old, columns));
    SortedMap<Identifier, SqlExpr> defaults =
        scope.schema().view(name).map(old -> old.postgres().defaults()).orElseGet(TreeMap::new);
    return scope
        .schema()
        .with(
            new View(
                name,
                columns,
                formed.query(),
                new PostgresViewOptions(parameters(written.postgres().parameters()), defaults),
                form.uses()));
  }

  // DefineVirtualRelation: only a view can be replaced by one.
  private void requireNoOther(ObjectName name, boolean orReplace) {
    if (orReplace && scope.isTaken(name)) {
      throw PostgresErrors.invalid(
          ObjectRef.to(ObjectKind.VIEW, name), "is not a view", PostgresErrors.WRONG_OBJECT_TYPE);
    }
  }

  private static void requireOnce(ObjectRef view, List<Identifier> columns) {
    HashSet<Identifier> seen = new HashSet<>();
    for (Identifier column : columns) {
      if (!seen.add(column)) {
        throw PostgresErrors.duplicate(ObjectRef.column(view.name(), column));
      }
    }
  }

  // checkViewColumns: columns can be added behind the others, nothing else.
  private static void requireExtension(View old, List<Identifier> columns) {
    if (columns.isEmpty() || old.columns().isEmpty()) {
      return;
    }
    if (columns.size() < old.columns().size()) {
      throw PostgresErrors.invalid(
          old.ref(), "cannot drop columns from view", PostgresErrors.INVALID_TABLE_DEFINITION);
    }
    if (!columns.subList(0, old.columns().size()).equals(old.columns())) {
      throw PostgresErrors.invalid(
          old.ref(), "cannot change name of view column", PostgresErrors.INVALID_TABLE_DEFINITION);
    }
  }

  Schema create(MaterializedView written, boolean ifNotExists) {
    ObjectName name = scope.toCreate(written.name());
    if (ifNotExists && scope.isTaken(name)) {
      return scope.schema();
    }
    scope.requireFree(name, ObjectKind.MATERIALIZED_VIEW);
    QueryForm form = new QueryForm(expressions, scope);
    QueryForm.Formed formed = form.of(written.query(), written.columns());
    List<Identifier> columns = formed.outputs().isPresent() ? formed.names() : written.columns();
    requireOnce(ObjectRef.to(ObjectKind.MATERIALIZED_VIEW, name), columns);
    return scope
        .schema()
        .with(
            new MaterializedView(
                name,
                columns,
                formed.query(),
                List.of(),
                written.parameters(),
                ViewStorage.NONE,
                form.uses()));
  }

  private static SortedMap<String, String> parameters(SortedMap<String, String> written) {
    SortedMap<String, String> parameters = new TreeMap<>();
    written.forEach((name, value) -> parameters.put(name, truth(value)));
    // What is false says nothing: it is the default of every truth value among them.
    parameters.values().removeIf("false"::equals);
    return parameters;
  }

  private static String truth(String value) {
    return switch (value) {
      case "on", "yes", "1", "" -> "true";
      case "off", "no", "0" -> "false";
      default -> value;
    };
  }

  Schema change(View view, ObjectAction.ColumnDefault change) {
    TreeMap<Identifier, SqlExpr> defaults = new TreeMap<>(view.postgres().defaults());
    if (change.value().isPresent()) {
      defaults.put(
          change.column(),
          scope.resolve(
              expressions.canonical(change.value().get(), type(view.ref(), change.column()))));
    } else {
      defaults.remove(change.column());
    }
    return scope
        .schema()
        .with(view.withPostgres(new PostgresViewOptions(view.postgres().parameters(), defaults)));
  }

  /** The type of a column, of a domain that under it; empty where it is not known. */
  private Optional<SqlType> type(ObjectRef view, Identifier column) {
    return new FromForm(new QueryForm(expressions, scope), scope, new TreeSet<>())
        .columns(view).stream()
            .flatMap(List::stream)
            .filter(one -> one.name().equals(column))
            .flatMap(one -> one.type().stream())
            .findFirst();
  }

  Schema change(View view, ObjectAction.Parameters change) {
    return scope
        .schema()
        .with(
            view.withPostgres(
                new PostgresViewOptions(
                    parameters(changed(view.postgres().parameters(), change)),
                    view.postgres().defaults())));
  }

  Schema change(MaterializedView view, ObjectAction.Parameters change) {
    return scope.schema().with(view.withParameters(changed(view.parameters(), change)));
  }

  private static SortedMap<String, String> changed(
      SortedMap<String, String> old, ObjectAction.Parameters change) {
    SortedMap<String, String> changed = new TreeMap<>(old);
    change
        .values()
        .forEach(
            (name, value) -> {
              if (value.isPresent()) {
                changed.put(name, value.get());
              } else {
                changed.remove(name);
              }
            });
    return changed;
  }

  // Its indexes are over its columns, as a table's are.
  private MaterializedView stored(
      ObjectRef view, List<Identifier> columns, ObjectAction.RenameColumn rename) {
    MaterializedView old = scope.schema().materializedView(view.name()).orElseThrow();
    Table table =
        ColumnRename.in(ViewColumns.table(expressions, scope, old), rename.from(), rename.to());
    return ViewColumns.back(ViewColumns.named(old, columns), table);
  }

  /** One column of a view under another name, wherever it is read. */
  Schema rename(ObjectRef view, List<Identifier> columns, ObjectAction.RenameColumn rename) {
    if (!columns.contains(rename.from())) {
      throw PostgresErrors.undefined(ObjectRef.column(view.name(), rename.from()));
    }
    if (columns.contains(rename.to())) {
      throw PostgresErrors.duplicate(ObjectRef.column(view.name(), rename.to()));
    }
    List<Identifier> renamed = new ArrayList<>(columns);
    renamed.replaceAll(one -> one.equals(rename.from()) ? rename.to() : one);
    Schema schema = scope.schema();
    Schema own =
        schema
            .view(view.name())
            .map(one -> schema.with(ViewColumns.named(one, renamed)))
            .orElseGet(() -> schema.with(stored(view, renamed, rename)));
    return ColumnRenamer.follow(own, view.name(), rename.from(), rename.to());
  }
}
