package dev.schemend.dialect.postgres.catalog;

import dev.schemend.dialect.ServerProfile;
import dev.schemend.evaluate.World;
import dev.schemend.model.Schema;
import dev.schemend.model.Sequence;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectRef;
import dev.schemend.query.Value;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Functions that every PostgreSQL server has, as far as a schema answers them. */
final class PostgresFunctions {

  private static final Set<String> MOMENTS =
      Set.of(
          "now",
          "clock_timestamp",
          "statement_timestamp",
          "transaction_timestamp",
          "timeofday",
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp");

  /** The database, whose name is no part of a schema. */
  static final Value DATABASE = new Value.Reference("pg_database", "");

  /** What depends on chance, on rows, on roles or on the server's spelling. */
  private static final Set<String> SERVERS =
      Set.of(
          "random",
          "gen_random_uuid",
          "uuid_generate_v1",
          "uuid_generate_v4",
          "nextval",
          "currval",
          "lastval",
          "setval",
          "txid_current",
          "pg_backend_pid",
          "current_user",
          "session_user",
          "current_role",
          "user",
          "version",
          "age",
          "date_trunc",
          "date_part",
          "to_char",
          "to_date",
          "to_timestamp",
          "make_date",
          "has_table_privilege",
          "has_schema_privilege",
          "has_function_privilege",
          "has_database_privilege",
          "has_column_privilege",
          "has_sequence_privilege",
          "has_any_column_privilege",
          "has_type_privilege",
          "pg_has_role",
          "pg_get_userbyid",
          "pg_get_function_arguments",
          "pg_get_function_result",
          "obj_description",
          "col_description",
          "shobj_description",
          "pg_advisory_lock",
          "pg_advisory_xact_lock",
          "pg_advisory_unlock",
          "pg_sleep",
          "pg_notify",
          "set_config",
          "to_regrole",
          "to_json",
          "to_jsonb",
          "json_build_object",
          "jsonb_build_object",
          "json_build_array",
          "jsonb_build_array",
          "row_to_json",
          "jsonb_set",
          "jsonb_array_elements",
          "json_array_elements",
          "jsonb_each",
          "json_each",
          "jsonb_object_keys",
          "encode",
          "decode",
          "digest",
          "pg_total_relation_size",
          "pg_relation_size",
          "pg_size_pretty",
          "timezone",
          "regexp_matches",
          "regexp_match",
          "ln",
          "log",
          "exp",
          "power",
          "sqrt",
          "round",
          "trunc",
          "pg_typeof",
          "pg_is_in_recovery",
          "inet_client_addr",
          "convert_from",
          "convert_to");

  private final ServerProfile profile;
  private final CatalogNames names;
  private final CatalogTexts definitions;
  private final Function<World, Function<Value, Optional<String>>> texts;

  PostgresFunctions(
      ServerProfile profile,
      CatalogNames names,
      CatalogTexts definitions,
      Function<World, Function<Value, Optional<String>>> texts) {
    this.profile = profile;
    this.names = names;
    this.definitions = definitions;
    this.texts = texts;
  }

  Optional<Value> call(String name, List<Value> arguments, World world) {
    Function<Value, Optional<String>> text = texts.apply(world);
    return switch (name) {
      case "format" -> Optional.of(FormatFunction.format(arguments, text));
      case "concat" -> Optional.of(concatenated(arguments, "", text));
      case "concat_ws" -> Optional.of(withSeparator(arguments, text));
      case "quote_nullable" ->
          Optional.of(
              arguments.getFirst() instanceof Value.Unknown unknown
                  ? unknown
                  : Value.of(
                      text.apply(arguments.getFirst()).map(QuotedNames::literal).orElse("NULL")));
      case "greatest", "least" -> Optional.of(extreme(arguments, name.equals("greatest") ? 1 : -1));
      case "current_database", "current_catalog" -> Optional.of(DATABASE);
      case "pg_get_expr" -> Optional.of(expression(arguments));
      case "current_schema" -> Optional.of(currentSchema(world));
      case "current_schemas" -> Optional.of(currentSchemas(arguments, world));
      case "array_append", "array_cat", "array_prepend" -> Optional.of(appended(name, arguments));
      default ->
          Moments.call(
                  name, arguments, world.session().clock().map(OffsetDateTime::toLocalDateTime))
              .or(() -> definitions.call(name, defined(name, arguments, world), world.schema()))
              .or(() -> strict(name, arguments, world));
    };
  }

  private Optional<Value> strict(String name, List<Value> arguments, World world) {
    Optional<Value> spoiled = spoiled(arguments);
    if (MOMENTS.contains(name)) {
      return Optional.of(Value.unknown("the moment at which it runs"));
    }
    if (SERVERS.contains(name)) {
      return Optional.of(
          spoiled
              .filter(Value.Unknown.class::isInstance)
              .orElseGet(() -> Value.unknown("what " + name + "() gives on a server")));
    }
    Function<Value, Optional<String>> text = texts.apply(world);
    Optional<Value> read = reading(name, spoiled.isPresent() ? List.of() : arguments, world);
    if (read.isPresent()) {
      return spoiled.isPresent() ? spoiled : read;
    }
    List<Value> plain = new ArrayList<>();
    for (Value argument : spoiled.isPresent() ? List.<Value>of() : arguments) {
      plain.add(argument instanceof Value.Reference ? Value.of(text.apply(argument)) : argument);
    }
    if (spoiled.isPresent() || arguments.stream().anyMatch(Value.Paraphrase.class::isInstance)) {
      boolean known = TextFunctions.isKnown(name) || ArrayFunctions.isKnown(name);
      return known
          ? Optional.of(spoiled.orElse(Value.unknown("the server's spelling of a definition")))
          : Optional.empty();
    }
    return ArrayFunctions.call(name, plain, text).or(() -> TextFunctions.call(name, plain));
  }

  private static Optional<Value> spoiled(List<Value> arguments) {
    Optional<Value> none = arguments.stream().filter(Value.Null.class::isInstance).findFirst();
    return none.or(() -> arguments.stream().filter(Value.Unknown.class::isInstance).findFirst());
  }

  /** Functions that read the catalogs; any answer will do where the arguments are spoiled. */
  private Optional<Value> reading(String name, List<Value> arguments, World world) {
    boolean spoiled = arguments.isEmpty();
    String first = spoiled ? "" : TextFunctions.text(arguments.getFirst());
    return switch (name) {
      case "to_regclass" -> Optional.of(names.relation(first, world).orElse(Value.NULL));
      case "to_regtype" -> Optional.of(names.type(first, world).orElse(Value.NULL));
      case "to_regnamespace" -> Optional.of(names.namespace(first, world).orElse(Value.NULL));
      case "to_regproc", "to_regprocedure" ->
          Optional.of(names.routine(first, world).orElse(Value.NULL));
      case "format_type" ->
          Optional.of(
              !spoiled && arguments.getFirst() instanceof Value.Reference type
                  ? CatalogTypes.formatted(
                      type.key(), arguments.size() < 2 ? Value.NULL : arguments.get(1))
                  : Value.unknown("the name of a type"));
      case "pg_table_is_visible", "pg_type_is_visible", "pg_function_is_visible" ->
          Optional.of(spoiled ? Value.NULL : visible(arguments.getFirst(), world));
      case "pg_get_serial_sequence" ->
          Optional.of(spoiled ? Value.NULL : serialSequence(arguments, world));
      case "current_setting" -> Optional.of(setting(first));
      default -> Optional.empty();
    };
  }

  // A view may be named by a text, too (manual, 9.27.3).
  private List<Value> defined(String function, List<Value> arguments, World world) {
    if (!function.equals("pg_get_viewdef")
        || arguments.isEmpty()
        || !(arguments.getFirst() instanceof Value.Text name)) {
      return arguments;
    }
    List<Value> resolved = new ArrayList<>(arguments);
    names.relation(name.value(), world).ifPresent(view -> resolved.set(0, view));
    return resolved;
  }

  private Value visible(Value object, World world) {
    return object instanceof Value.Reference reference
        ? Value.of(
            !names.print(reference, world).equals(reference.key())
                || !reference.key().contains("."))
        : Value.unknown("whether an object is visible");
  }

  private Value serialSequence(List<Value> arguments, World world) {
    Optional<Value> table = names.relation(TextFunctions.text(arguments.getFirst()), world);
    if (table.isEmpty() || arguments.size() < 2) {
      return Value.unknown("the sequence of a column");
    }
    Identifier column = Identifier.of(TextFunctions.text(arguments.get(1)));
    Schema schema = world.schema();
    return schema
        .objects()
        .values()
        .filter(Sequence.class::isInstance)
        .map(Sequence.class::cast)
        .filter(
            sequence ->
                sequence.ownedBy().isPresent()
                    && Oids.relation(sequence.ownedBy().get().name()).equals(table.get())
                    && sequence.ownedBy().get().member().equals(column))
        .findFirst()
        .map(sequence -> Value.of(QuotedNames.qualified(sequence.name())))
        .orElse(Value.NULL);
  }

  private Value setting(String name) {
    int number = profile.version().major() * 10_000 + profile.version().minor();
    return name.equalsIgnoreCase("server_version_num")
        ? Value.of(String.valueOf(number))
        : Value.unknown("the setting " + name);
  }

  // What the model knows of an expression of the catalogs is its text already.
  private static Value expression(List<Value> arguments) {
    return !arguments.isEmpty()
            && (arguments.getFirst() instanceof Value.Paraphrase
                || arguments.getFirst() instanceof Value.Null)
        ? arguments.getFirst()
        : Value.unknown("the server's spelling of an expression");
  }

  private static Value currentSchema(World world) {
    return world.session().searchPath().stream()
        .filter(schema -> world.schema().has(ObjectRef.schema(schema)))
        .findFirst()
        .map(schema -> Value.of(schema.text()))
        .orElse(Value.NULL);
  }

  private static Value currentSchemas(List<Value> arguments, World world) {
    List<Value> path = new ArrayList<>();
    if (!arguments.isEmpty() && arguments.getFirst().equals(Value.TRUE)) {
      path.add(Value.of("pg_catalog"));
    }
    world.session().searchPath().stream()
        .filter(schema -> world.schema().has(ObjectRef.schema(schema)))
        .forEach(schema -> path.add(Value.of(schema.text())));
    return new Value.Items(path);
  }

  /** Arguments joined, null ones left out. */
  private static Value concatenated(
      List<Value> arguments, String separator, Function<Value, Optional<String>> text) {
    StringBuilder result = new StringBuilder();
    boolean first = true;
    boolean exact = true;
    for (Value argument : arguments) {
      if (argument instanceof Value.Null) {
        continue;
      }
      result.append(first ? "" : separator);
      first = false;
      if (argument instanceof Value.Unknown unknown) {
        return new Value.Unknown(unknown.why(), result + unknown.prefix());
      }
      if (text.apply(argument).isEmpty()) {
        return new Value.Unknown("a name that only a server knows", result.toString());
      }
      exact &= !(argument instanceof Value.Paraphrase);
      text.apply(argument).ifPresent(result::append);
    }
    return exact ? Value.of(result.toString()) : new Value.Paraphrase(result.toString());
  }

  private static Value withSeparator(
      List<Value> arguments, Function<Value, Optional<String>> text) {
    Value separator = arguments.isEmpty() ? Value.NULL : arguments.getFirst();
    if (separator instanceof Value.Null || separator instanceof Value.Unknown) {
      return separator;
    }
    return concatenated(
        arguments.subList(1, arguments.size()), text.apply(separator).orElse(""), text);
  }

  private static Value extreme(List<Value> arguments, int sign) {
    BigDecimal best = null;
    for (Value argument : arguments) {
      if (argument instanceof Value.Null) {
        continue;
      }
      if (!(argument instanceof Value.Num number)) {
        return Value.unknown("the greatest or least of values");
      }
      best =
          best == null || Integer.signum(number.value().compareTo(best)) == sign
              ? number.value()
              : best;
    }
    return best == null ? Value.NULL : new Value.Num(best);
  }

  private static Value appended(String name, List<Value> arguments) {
    if (arguments.size() != 2) {
      return Value.unknown("an array");
    }
    boolean prepends = name.equals("array_prepend");
    Value array = arguments.get(prepends ? 1 : 0);
    Value other = arguments.get(prepends ? 0 : 1);
    if (array instanceof Value.Unknown || other instanceof Value.Unknown) {
      return array instanceof Value.Unknown ? array : other;
    }
    List<Value> items =
        new ArrayList<>(
            array instanceof Value.Null ? List.of() : TextFunctions.items(array).orElse(List.of()));
    if (name.equals("array_cat")) {
      items.addAll(TextFunctions.items(other).orElse(List.of()));
    } else if (prepends) {
      items.addFirst(other);
    } else {
      items.add(other);
    }
    return new Value.Items(items);
  }
}
