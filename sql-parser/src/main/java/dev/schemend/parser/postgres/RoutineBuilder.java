package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Routine;
import dev.schemend.model.Signatures;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Functions and procedures. */
final class RoutineBuilder {

  private final Names names;
  private final TypeBuilder types;
  private final ExpressionBuilder expressions;

  RoutineBuilder(Names names, TypeBuilder types, ExpressionBuilder expressions) {
    this.names = names;
    this.types = types;
    this.expressions = expressions;
  }

  DdlStatement create(PostgresParser.CreateRoutineContext context) {
    List<Routine.Argument> arguments = new ArrayList<>(arguments(context.routineArguments()));
    Optional<Routine.Result> result =
        Optional.ofNullable(context.routineType())
            .map(type -> new Routine.Result(type(type), isSet(type)));
    if (context.TABLE() != null) {
      for (PostgresParser.TableColumnContext column : context.tableColumn()) {
        arguments.add(
            new Routine.Argument(
                Routine.Mode.TABLE,
                names.name(column.argumentName()),
                type(column.routineType()),
                Optional.empty()));
      }
      result = Optional.of(new Routine.Result(SqlType.builtin("record"), true));
    }
    Read read = new Read(context);
    for (PostgresParser.RoutineOptionContext option : context.routineOption()) {
      read.option(option);
    }
    return new DdlStatement.CreateObject(
        new Routine(
            context.FUNCTION() == null ? Routine.Kind.PROCEDURE : Routine.Kind.FUNCTION,
            names.object(context.qualifiedName()),
            arguments,
            result,
            read.language,
            read.body(),
            read.attributes,
            new TreeSet<>()),
        context.REPLACE() != null,
        false);
  }

  private List<Routine.Argument> arguments(PostgresParser.RoutineArgumentsContext context) {
    return context.routineArgument().stream().map(this::argument).toList();
  }

  private Routine.Argument argument(PostgresParser.RoutineArgumentContext context) {
    return new Routine.Argument(
        mode(context.argumentMode()),
        context.argumentName() == null ? Identifier.NONE : names.name(context.argumentName()),
        type(context.routineType()),
        Optional.ofNullable(context.expr()).map(expressions::expression));
  }

  private static Routine.Mode mode(PostgresParser.ArgumentModeContext context) {
    if (context == null) {
      return Routine.Mode.IN;
    }
    if (context.VARIADIC() != null) {
      return Routine.Mode.VARIADIC;
    }
    boolean both = context.INOUT() != null || (context.IN() != null && context.OUT() != null);
    if (both) {
      return Routine.Mode.INOUT;
    }
    return context.OUT() == null ? Routine.Mode.IN : Routine.Mode.OUT;
  }

  private static boolean isSet(PostgresParser.RoutineTypeContext context) {
    return context.SETOF() != null
        || (context.typeName() != null && context.typeName().SETOF() != null);
  }

  private SqlType type(PostgresParser.RoutineTypeContext context) {
    if (context.typeName() != null) {
      return types.element(context.typeName());
    }
    // table.column%TYPE, schema.table.column%TYPE
    List<Identifier> path = new ArrayList<>();
    path.add(names.name(context.name()));
    context.anyWord().forEach(part -> path.add(names.name(part)));
    int last = path.size() - 1;
    return new SqlType.UserDefined(
        new ObjectName(last > 1 ? path.get(last - 2) : Identifier.NONE, path.get(last - 1)),
        List.of("%TYPE", path.get(last).text()));
  }

  /** The options as they come. */
  private final class Read {

    private final PostgresParser.CreateRoutineContext context;
    private final SortedMap<String, String> attributes = new TreeMap<>();
    private String language = "";
    private Routine.Body body;

    private Read(PostgresParser.CreateRoutineContext context) {
      this.context = context;
    }

    private Routine.Body body() {
      if (body == null) {
        throw new RefusedText(context, "42P13", "no function body specified");
      }
      return body;
    }

    private void option(PostgresParser.RoutineOptionContext option) {
      if (option.LANGUAGE() != null) {
        language =
            (option.anyWord() == null
                    ? names.string(option.stringConstant(0))
                    : names.name(option.anyWord()).text())
                .toLowerCase(Locale.ROOT);
      } else if (option.routineAttribute() != null) {
        attribute(option.routineAttribute(), attributes);
      } else if (option.settingChange() != null) {
        setting(option.settingChange())
            .forEach((name, value) -> value.ifPresent(text -> attributes.put(name, text)));
      } else if (option.AS() != null) {
        body = text(option);
      } else if (option.RETURN() != null || option.BEGIN() != null) {
        language = language.isEmpty() ? "sql" : language;
        body = standard(option);
      } else if (option.TRANSFORM() != null) {
        attributes.put(
            "transform", String.join(" ", option.typeName().stream().map(types::text).toList()));
      } else if (option.WITH() != null) {
        option.name().forEach(name -> old(names.name(name).key()));
      } else {
        attributes.put("window", "true");
      }
    }

    // What the model has no words for is compared by its tokens.
    private Routine.Body standard(PostgresParser.RoutineOptionContext option) {
      if (option.expr() != null) {
        try {
          return new Routine.Value(expressions.expression(option.expr()));
        } catch (BeyondTheModel beyond) {
          return new Routine.Standard(Tokens.folded(option));
        }
      }
      return new Routine.Standard(Tokens.folded(option));
    }

    // The form of old: WITH (isStrict, isCachable).
    private void old(String word) {
      if (word.equals("isstrict")) {
        attributes.put("strict", "true");
      } else if (word.equals("iscachable")) {
        attributes.put("volatility", "immutable");
      }
    }

    private Routine.Body text(PostgresParser.RoutineOptionContext option) {
      String first = names.string(option.stringConstant(0));
      if (option.stringConstant().size() > 1) {
        return new Routine.Symbol(first, names.string(option.stringConstant(1)));
      }
      return new Routine.Source(first);
    }
  }

  private void attribute(
      PostgresParser.RoutineAttributeContext context, SortedMap<String, String> attributes) {
    switch (context.getStart().getType()) {
      case PostgresLexer.IMMUTABLE, PostgresLexer.STABLE, PostgresLexer.VOLATILE ->
          attributes.put("volatility", context.getText().toLowerCase(Locale.ROOT));
      case PostgresLexer.CALLED -> attributes.put("strict", "false");
      case PostgresLexer.RETURNS, PostgresLexer.STRICT -> attributes.put("strict", "true");
      case PostgresLexer.NOT -> attributes.put("leakproof", "false");
      case PostgresLexer.LEAKPROOF -> attributes.put("leakproof", "true");
      case PostgresLexer.EXTERNAL, PostgresLexer.SECURITY ->
          attributes.put("security", context.DEFINER() == null ? "invoker" : "definer");
      case PostgresLexer.PARALLEL ->
          attributes.put("parallel", names.name(context.anyWord()).key());
      case PostgresLexer.COST -> attributes.put("cost", context.signedNumber().getText());
      case PostgresLexer.ROWS -> attributes.put("rows", context.signedNumber().getText());
      default ->
          attributes.put("support", Quoting.qualified(names.object(context.qualifiedName())));
    }
  }

  private SortedMap<String, Optional<String>> setting(PostgresParser.SettingChangeContext context) {
    SortedMap<String, Optional<String>> settings = new TreeMap<>();
    if (context.ALL() != null) {
      settings.put("set *", Optional.empty());
      return settings;
    }
    String name = context.TIME() != null ? "timezone" : settingName(context.settingName());
    if (context.FROM() != null) {
      settings.put(Routine.SESSION_SETTING + name, Optional.of(""));
      return settings;
    }
    boolean reset = context.RESET() != null || context.DEFAULT() != null;
    settings.put(
        Routine.SETTING + name,
        reset
            ? Optional.empty()
            : Optional.of(
                context.settingValue().stream()
                    .map(this::value)
                    .collect(Collectors.joining(", "))));
    return settings;
  }

  private String settingName(PostgresParser.SettingNameContext context) {
    String first = names.name(context.name()).text();
    String name =
        context.anyWord() == null ? first : first + "." + names.name(context.anyWord()).text();
    return name.toLowerCase(Locale.ROOT);
  }

  private String value(PostgresParser.SettingValueContext context) {
    if (context.stringConstant() != null) {
      return names.string(context.stringConstant());
    }
    return context.anyWord() == null ? context.getText() : names.name(context.anyWord()).text();
  }

  /** Empty where the model holds nothing of it. */
  Optional<DdlStatement> alter(PostgresParser.AlterRoutineContext context) {
    if (context.OWNER() != null || context.DEPENDS() != null) {
      return Optional.empty();
    }
    ObjectAction action;
    if (context.RENAME() != null) {
      action = new ObjectAction.Rename(names.name(context.name()));
    } else if (context.SCHEMA() != null) {
      action = new ObjectAction.SetSchema(names.name(context.name()));
    } else {
      SortedMap<String, String> attributes = new TreeMap<>();
      context.routineAttribute().forEach(one -> attribute(one, attributes));
      SortedMap<String, Optional<String>> changes = new TreeMap<>();
      attributes.forEach((name, value) -> changes.put(name, Optional.of(value)));
      context.settingChange().forEach(one -> changes.putAll(setting(one)));
      action = new ObjectAction.Attributes(changes);
    }
    ObjectKind kind = context.AGGREGATE() == null ? ObjectKind.ROUTINE : ObjectKind.AGGREGATE;
    return Optional.of(
        new DdlStatement.AlterObject(signature(kind, context.routineSignature()), false, action));
  }

  /** A routine by its name, and by its input types where they are written. */
  ObjectRef signature(ObjectKind kind, PostgresParser.RoutineSignatureContext context) {
    ObjectName name = names.object(context.qualifiedName());
    if (context.LPAREN() == null) {
      return ObjectRef.to(kind, name);
    }
    List<SqlType> inputs =
        context.orderedArguments() == null ? List.of() : inputs(context.orderedArguments());
    return new ObjectRef(kind, name, Signatures.of(inputs));
  }

  /** The types of what goes in. */
  List<SqlType> inputs(PostgresParser.OrderedArgumentsContext context) {
    return context.routineArgument().stream()
        .map(this::argument)
        .filter(Routine.Argument::isInput)
        .map(Routine.Argument::type)
        .toList();
  }
}
