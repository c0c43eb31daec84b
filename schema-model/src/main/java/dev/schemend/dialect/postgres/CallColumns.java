package dev.schemend.dialect.postgres;

import static java.util.Map.entry;

import dev.schemend.expr.FromItem;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.CompositeType;
import dev.schemend.model.References;
import dev.schemend.model.Routine;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of functions in {@code FROM}. */
final class CallColumns {

  private static final SqlType TEXT = SqlType.builtin("text");
  private static final SqlType JSON = SqlType.builtin("json");
  private static final SqlType JSONB = SqlType.builtin("jsonb");

  /** Functions of the server with names for their columns (manual, chapter 9; pg_proc). */
  private static final Map<String, List<RowSource.Output>> NAMED =
      Map.ofEntries(
          entry("json_each", pair(JSON)),
          entry("jsonb_each", pair(JSONB)),
          entry("json_each_text", pair(TEXT)),
          entry("jsonb_each_text", pair(TEXT)),
          entry("json_array_elements", List.of(output("value", JSON))),
          entry("jsonb_array_elements", List.of(output("value", JSONB))),
          entry("json_array_elements_text", List.of(output("value", TEXT))),
          entry("jsonb_array_elements_text", List.of(output("value", TEXT))));

  /** Functions of the server with one column, which goes by the name of the rows. */
  private static final Map<String, Optional<SqlType>> SINGLE =
      Map.ofEntries(
          entry("unnest", Optional.empty()),
          entry("generate_series", Optional.empty()),
          entry("generate_subscripts", Optional.of(SqlType.builtin("integer"))),
          entry("regexp_split_to_table", Optional.of(TEXT)),
          entry("string_to_table", Optional.of(TEXT)),
          entry("regexp_matches", Optional.of(new SqlType.ArrayOf(TEXT))),
          entry("json_object_keys", Optional.of(TEXT)),
          entry("jsonb_object_keys", Optional.of(TEXT)),
          entry("jsonb_path_query", Optional.of(JSONB)),
          entry("now", Optional.of(SqlType.builtin("timestamp with time zone"))));

  private final Scope scope;

  CallColumns(Scope scope) {
    this.scope = scope;
  }

  private static List<RowSource.Output> pair(SqlType value) {
    return List.of(output("key", TEXT), output("value", value));
  }

  private static RowSource.Output output(String name, SqlType type) {
    return new RowSource.Output(Identifier.of(name), Optional.of(type));
  }

  /** The columns, under the names they have by themselves; empty where they are not known. */
  Optional<List<RowSource.Output>> of(FromItem.Calls calls, Identifier alias) {
    List<RowSource.Output> columns = new ArrayList<>();
    if (!calls.definition().isEmpty()) {
      calls
          .definition()
          .forEach(one -> columns.add(new RowSource.Output(one.name(), Optional.of(one.type()))));
    } else {
      for (SqlExpr call : calls.calls()) {
        Optional<List<RowSource.Output>> own =
            call instanceof SqlExpr.FunctionCall function
                ? of(function, calls.calls().size() == 1 ? alias : function.name().name())
                : Optional.empty();
        if (own.isEmpty()) {
          return Optional.empty();
        }
        columns.addAll(own.get());
      }
    }
    if (calls.ordinality()) {
      columns.add(output("ordinality", SqlType.builtin("bigint")));
    }
    return Optional.of(columns);
  }

  private Optional<List<RowSource.Output>> of(SqlExpr.FunctionCall call, Identifier alias) {
    String name = call.name().name().key();
    boolean own = !call.name().isQualified() || call.name().schema().key().equals("pg_catalog");
    if (own && NAMED.containsKey(name)) {
      return Optional.of(NAMED.get(name));
    }
    if (own
        && SINGLE.containsKey(name)
        && (!name.equals("unnest") || call.arguments().size() == 1)) {
      return Optional.of(List.of(new RowSource.Output(alias, SINGLE.get(name))));
    }
    List<Routine> routines =
        scope
            .resolve(
                call.name(), qualified -> scope.schema().routines(qualified).findAny().isPresent())
            .map(qualified -> scope.schema().routines(qualified).toList())
            .orElse(List.of());
    return routines.size() == 1 ? of(routines.getFirst(), alias) : Optional.empty();
  }

  private Optional<List<RowSource.Output>> of(Routine routine, Identifier alias) {
    List<Routine.Argument> outputs =
        routine.arguments().stream()
            .filter(one -> one.mode() != Routine.Mode.IN && one.mode() != Routine.Mode.VARIADIC)
            .toList();
    if (outputs.size() > 1
        || (outputs.size() == 1 && outputs.getFirst().mode() == Routine.Mode.TABLE)) {
      return Optional.of(
          outputs.stream()
              .map(one -> new RowSource.Output(one.name(), Optional.of(one.type())))
              .toList());
    }
    if (outputs.size() == 1) {
      Identifier name = outputs.getFirst().name().or(alias);
      return Optional.of(
          List.of(new RowSource.Output(name, Optional.of(outputs.getFirst().type()))));
    }
    return routine.result().flatMap(result -> of(result.type(), alias));
  }

  private Optional<List<RowSource.Output>> of(SqlType type, Identifier alias) {
    return switch (type) {
      case SqlType.Builtin builtin ->
          builtin.name().equals("record")
              ? Optional.empty()
              : Optional.of(List.of(new RowSource.Output(alias, Optional.of(type))));
      case SqlType.ArrayOf array ->
          Optional.of(List.of(new RowSource.Output(alias, Optional.of(type))));
      case SqlType.InlineEnum inline -> Optional.empty();
      case SqlType.UserDefined user -> rows(user.name(), type, alias);
    };
  }

  private Optional<List<RowSource.Output>> rows(ObjectName name, SqlType type, Identifier alias) {
    Optional<ObjectRef> found = scope.find(name, References.TYPES);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return switch (scope.schema().get(found.get()).orElseThrow()) {
      case Table table ->
          Optional.of(
              table.columns().stream()
                  .map(one -> new RowSource.Output(one.name(), Optional.of(one.type())))
                  .toList());
      case CompositeType composite ->
          Optional.of(
              composite.attributes().stream()
                  .map(one -> new RowSource.Output(one.name(), Optional.of(one.type())))
                  .toList());
      case dev.schemend.model.EnumType labels ->
          Optional.of(List.of(new RowSource.Output(alias, Optional.of(type))));
      case dev.schemend.model.DomainType domain ->
          Optional.of(List.of(new RowSource.Output(alias, Optional.of(type))));
      default -> Optional.empty();
    };
  }
}
