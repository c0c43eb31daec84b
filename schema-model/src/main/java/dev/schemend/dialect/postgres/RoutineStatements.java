package dev.schemend.dialect.postgres;

import dev.schemend.apply.ErrorCode;
import dev.schemend.apply.Rejection;
import dev.schemend.apply.SchemaError;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.expr.Expressions;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code CREATE} and {@code ALTER} of functions and procedures. */
final class RoutineStatements {

  private static final ErrorCode INVALID_FUNCTION = ErrorCode.of("42P13");
  private static final SqlType RECORD = SqlType.builtin("record");
  private static final String SEARCH_PATH = "search_path";
  private static final List<Identifier> DEFAULT_PATH = List.of(Identifier.of("public"));
  private static final Set<String> CHEAP = Set.of("c", "internal");

  /** What the server takes where nothing is said (manual, CREATE FUNCTION). */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "volatility", "volatile",
          "strict", "false",
          "security", "invoker",
          "leakproof", "false",
          "parallel", "unsafe",
          "window", "false");

  private final Dialect dialect;
  private final Scope scope;

  RoutineStatements(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  Schema create(Routine written, boolean orReplace) {
    Routine routine = canonical(written);
    ObjectRef ref = routine.ref();
    Optional<SchemaObject> old = scope.schema().get(ref);
    if (old.isPresent() && !orReplace) {
      throw PostgresErrors.duplicate(ref);
    }
    // Of one that is carried, not understood, nothing is known that could stand against it.
    if (old.orElse(null) instanceof Routine present) {
      requireReplaceable(present, routine);
    }
    requireDecided(routine);
    return scope.schema().with(routine);
  }

  private Routine canonical(Routine written) {
    ObjectName name = scope.toCreate(written.name());
    List<Routine.Argument> arguments = written.arguments().stream().map(this::argument).toList();
    Optional<Routine.Result> result =
        written.kind() == Routine.Kind.PROCEDURE
            ? Optional.empty()
            : Optional.of(result(written, arguments));
    boolean setOf = result.filter(Routine.Result::setOf).isPresent();
    return new Routine(
        written.kind(),
        name,
        arguments,
        result,
        written.language(),
        body(written, arguments, result),
        attributes(current(written.attributes()), written.language(), setOf),
        written.dependsOn());
  }

  // Arguments are columns to an expression.
  private Routine.Body body(
      Routine written, List<Routine.Argument> arguments, Optional<Routine.Result> result) {
    if (!(written.body() instanceof Routine.Value value)) {
      return written.body();
    }
    SqlExpr bare = bare(value.expression(), written.name().name(), arguments);
    return new Routine.Value(
        scope.resolve(
            ((PostgresExpressions) dialect.expressions())
                .canonical(
                    bare,
                    result.map(Routine.Result::type),
                    name ->
                        arguments.stream()
                            .filter(one -> one.name().equals(name))
                            .map(Routine.Argument::type)
                            .findFirst(),
                    scope::routines)));
  }

  // An argument may stand behind the function's name, and before a field of its own
  // (sql_fn_post_column_ref); inside of a query the same may be a column of a table.
  private static SqlExpr bare(
      SqlExpr whole, Identifier function, List<Routine.Argument> arguments) {
    boolean[] queries = new boolean[1];
    Expressions.visit(whole, node -> queries[0] |= node instanceof SqlExpr.Subquery);
    return queries[0]
        ? whole
        : Expressions.bottomUp(
            whole,
            node ->
                node instanceof SqlExpr.ColumnRef column && column.qualifiers().size() == 1
                    ? argument(column, function, arguments)
                    : node);
  }

  private static SqlExpr argument(
      SqlExpr.ColumnRef column, Identifier function, List<Routine.Argument> arguments) {
    Identifier before = column.qualifiers().getFirst();
    if (arguments.stream().anyMatch(one -> one.name().equals(before))) {
      return new SqlExpr.Field(new SqlExpr.ColumnRef(List.of(), before), column.column());
    }
    return before.equals(function) ? new SqlExpr.ColumnRef(List.of(), column.column()) : column;
  }

  // SET … FROM CURRENT keeps the value that the setting has at that time (update_proconfig_value).
  private SortedMap<String, String> current(SortedMap<String, String> attributes) {
    SortedMap<String, String> decided = new TreeMap<>(attributes);
    attributes.keySet().stream()
        .filter(name -> name.startsWith(Routine.SESSION_SETTING))
        .forEach(
            name -> {
              String setting = name.substring(Routine.SESSION_SETTING.length());
              sessionValue(setting)
                  .ifPresent(
                      value -> {
                        decided.remove(name);
                        decided.put(Routine.SETTING + setting, value);
                      });
            });
    return decided;
  }

  private Optional<String> sessionValue(String setting) {
    Optional<String> set = scope.session().variable(setting);
    if (set.isPresent() || !setting.equals(SEARCH_PATH)) {
      return set;
    }
    List<Identifier> path = scope.session().searchPath();
    return Optional.of(
        path.equals(DEFAULT_PATH)
            ? "$user, public"
            : path.stream().map(Identifier::key).collect(Collectors.joining(", ")));
  }

  private static void requireDecided(Routine routine) {
    routine.attributes().keySet().stream()
        .filter(name -> name.startsWith(Routine.SESSION_SETTING))
        .findFirst()
        .ifPresent(
            name -> {
              throw new Rejection(
                  new SchemaError.Undecidable(
                      routine.ref(),
                      "it takes the session's value of "
                          + name.substring(Routine.SESSION_SETTING.length())
                          + ", which no file tells",
                      PostgresErrors.NOT_SUPPORTED));
            });
  }

  private Routine.Argument argument(Routine.Argument written) {
    SqlType type = type(written.type());
    return new Routine.Argument(
        written.mode(),
        written.name(),
        type,
        written
            .defaultValue()
            .map(
                value -> scope.resolve(dialect.expressions().canonical(value, Optional.of(type)))));
  }

  // Lengths and precisions of arguments are not kept (manual, CREATE FUNCTION).
  private SqlType type(SqlType written) {
    return new Canonical(dialect, scope).unmodified(written);
  }

  private Routine.Result result(Routine written, List<Routine.Argument> arguments) {
    if (written.result().isPresent()) {
      Routine.Result result = written.result().get();
      List<Routine.Argument> table =
          arguments.stream().filter(one -> one.mode() == Routine.Mode.TABLE).toList();
      return table.isEmpty()
          ? new Routine.Result(type(result.type()), result.setOf())
          : new Routine.Result(table.size() == 1 ? table.getFirst().type() : RECORD, true);
    }
    List<Routine.Argument> outputs =
        arguments.stream()
            .filter(one -> one.mode() == Routine.Mode.OUT || one.mode() == Routine.Mode.INOUT)
            .toList();
    return switch (outputs.size()) {
      case 0 ->
          throw PostgresErrors.invalid(
              written.ref(), "function result type must be specified", INVALID_FUNCTION);
      case 1 -> new Routine.Result(outputs.getFirst().type(), false);
      default -> new Routine.Result(RECORD, false);
    };
  }

  private static SortedMap<String, String> attributes(
      SortedMap<String, String> written, String language, boolean setOf) {
    SortedMap<String, String> attributes = new TreeMap<>();
    written.forEach(
        (name, value) -> {
          String canonical = isNumber(name) ? number(value) : value;
          if (!canonical.equals(usual(name, language, setOf))) {
            attributes.put(name, canonical);
          }
        });
    return attributes;
  }

  private static String usual(String name, String language, boolean setOf) {
    return switch (name) {
      case "cost" -> CHEAP.contains(language) ? "1" : "100";
      case "rows" -> setOf ? "1000" : "0";
      default -> DEFAULTS.get(name);
    };
  }

  private static boolean isNumber(String name) {
    return name.equals("cost") || name.equals("rows");
  }

  private static String number(String value) {
    return new BigDecimal(value).stripTrailingZeros().toPlainString();
  }

  // ProcedureCreate: what callers and views rely on cannot be replaced.
  private static void requireReplaceable(Routine old, Routine routine) {
    if (old.kind() != routine.kind()) {
      throw PostgresErrors.invalid(
          old.ref(), "cannot change routine kind", PostgresErrors.WRONG_OBJECT_TYPE);
    }
    boolean sameResult =
        old.result().equals(routine.result()) && outputs(old).equals(outputs(routine));
    if (!sameResult) {
      throw PostgresErrors.invalid(
          old.ref(), "cannot change return type of existing function", INVALID_FUNCTION);
    }
    List<Routine.Argument> before = old.inputs().toList();
    List<Routine.Argument> after = routine.inputs().toList();
    for (int i = 0; i < before.size(); i++) {
      Identifier name = before.get(i).name();
      if (!name.isNone() && !name.equals(after.get(i).name())) {
        throw PostgresErrors.invalid(
            old.ref(), "cannot change name of input parameter \"" + name + "\"", INVALID_FUNCTION);
      }
      if (before.get(i).defaultValue().isPresent() && after.get(i).defaultValue().isEmpty()) {
        throw PostgresErrors.invalid(
            old.ref(), "cannot remove parameter defaults from existing function", INVALID_FUNCTION);
      }
    }
  }

  private record Output(Identifier name, SqlType type) {}

  // What a single one is called does not matter: the result is its type (ProcedureCreate).
  private static List<Output> outputs(Routine routine) {
    List<Output> outputs =
        routine.arguments().stream()
            .filter(one -> one.mode() != Routine.Mode.IN && one.mode() != Routine.Mode.VARIADIC)
            .map(one -> new Output(one.name(), one.type()))
            .toList();
    return outputs.size() == 1 && routine.kind() == Routine.Kind.FUNCTION ? List.of() : outputs;
  }

  Schema attributes(Routine routine, ObjectAction.Attributes change) {
    SortedMap<String, String> changed = new TreeMap<>(routine.attributes());
    change
        .values()
        .forEach(
            (name, value) -> {
              if (name.equals("set *")) {
                changed.keySet().removeIf(key -> key.startsWith(Routine.SETTING));
              } else if (value.isPresent()) {
                changed.put(name, value.get());
              } else {
                changed.remove(name);
              }
            });
    boolean setOf = routine.result().filter(Routine.Result::setOf).isPresent();
    Routine altered =
        routine.withAttributes(attributes(current(changed), routine.language(), setOf));
    requireDecided(altered);
    return scope.schema().with(altered);
  }
}
