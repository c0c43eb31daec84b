package dev.schemend.dialect.mysql.catalog;

import dev.schemend.apply.ErrorCode;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.mysql.MySqlVariables;
import dev.schemend.evaluate.CodeRules;
import dev.schemend.evaluate.Rows;
import dev.schemend.evaluate.World;
import dev.schemend.model.StoredDefinition;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What code means on MySQL and MariaDB. */
public final class MySqlCodeRules implements CodeRules {

  private static final Set<String> SYSTEM_DATABASES = Set.of("mysql", "performance_schema", "sys");
  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "character", "nchar");
  private static final Set<String> WHOLE =
      Set.of("tinyint", "smallint", "mediumint", "int", "integer", "bigint", "signed", "unsigned");
  private static final Set<String> NUMBERS =
      Set.of("decimal", "dec", "numeric", "float", "double", "real");

  private final ServerProfile profile;
  private final CatalogValues values;
  private final MySqlInformationSchema catalog;
  private final MySqlVariables variables;

  /** The rules of the server that {@code profile} describes. */
  public MySqlCodeRules(ServerProfile profile) {
    this.profile = Objects.requireNonNull(profile, "profile");
    this.values = new CatalogValues(profile);
    this.catalog = new MySqlInformationSchema(profile);
    this.variables = new MySqlVariables(profile);
  }

  @Override
  public Optional<Rows> relation(ObjectName name, World world) {
    String database = name.schema().text().toLowerCase(Locale.ROOT);
    if (database.equals("information_schema")) {
      return Optional.of(catalog.relation(name.name().text(), world.schema()));
    }
    if (SYSTEM_DATABASES.contains(database)) {
      return Optional.of(Rows.unknown("what " + name + " holds"));
    }
    // FROM DUAL: one row without columns.
    return name.schema().isNone() && name.name().text().equalsIgnoreCase("dual")
        ? Optional.of(Rows.of(List.of(dev.schemend.evaluate.Row.of(List.of()))))
        : Optional.empty();
  }

  private ObjectName placed(ObjectName name, World world) {
    Identifier written =
        name.isQualified() ? name.schema() : world.session().searchPath().getFirst();
    boolean own = written.equals(profile.database());
    return new ObjectName(own ? Identifier.NONE : written, name.name());
  }

  @Override
  public boolean isRelation(ObjectName name, World world) {
    ObjectName placed = placed(name, world);
    return world.schema().has(ObjectRef.table(placed))
        || world.schema().has(ObjectRef.to(ObjectKind.VIEW, placed))
        || world
            .schema()
            .tables()
            .anyMatch(
                table ->
                    table.name().name().equals(name.name())
                        && table.name().schema().key().indexOf('\0') >= 0);
  }

  // Procedures and functions have name spaces of their own; names of neither mind their case.
  @Override
  public List<String> routines(ObjectName name, World world) {
    ObjectName placed = placed(name, world);
    return world
        .schema()
        .objects()
        .values()
        .filter(StoredDefinition.class::isInstance)
        .map(StoredDefinition.class::cast)
        .filter(object -> object.is(ObjectKind.ROUTINE))
        .filter(object -> object.ref().name().schema().equals(placed.schema()))
        .filter(object -> object.ref().name().name().text().equalsIgnoreCase(placed.name().text()))
        .map(this::definition)
        .toList();
  }

  // As far as a call needs it: the names of types.
  private String definition(StoredDefinition routine) {
    String word = routine.ref().member().text();
    return routine.parameters().stream()
        .map(
            parameter ->
                (word.equals("function") ? "" : parameter.mode() + " ")
                    + quoted(parameter.column().name())
                    + " "
                    + TypeTexts.name(parameter.column().type(), profile.flavor()))
        .collect(
            Collectors.joining(
                ", ",
                "CREATE " + word + " " + quoted(routine.ref().name().name()) + "(",
                ")"
                    + routine
                        .result()
                        .map(
                            result -> " RETURNS " + TypeTexts.name(result.type(), profile.flavor()))
                        .orElse("")
                    + " "
                    + routine.body().text()));
  }

  private static String quoted(Identifier name) {
    return "`" + name.text().replace("`", "``") + "`";
  }

  @Override
  public Optional<Value> call(String name, List<Value> arguments, World world) {
    return switch (name) {
      case "database", "schema" ->
          Optional.of(values.database(own(world.session().searchPath().getFirst())));
      case "version" -> Optional.of(Value.of(version()));
      case "isnull" ->
          Optional.of(
              arguments.getFirst() instanceof Value.Unknown unknown
                  ? unknown
                  : Value.of(arguments.getFirst() instanceof Value.Null ? 1 : 0));
      case "concat" -> Optional.of(concat(arguments, "", world, true));
      case "concat_ws" -> Optional.of(concatWithSeparator(arguments, world));
      default ->
          MySqlTextFunctions.isKnown(name)
              ? Optional.of(texts(name, arguments, world))
              : Optional.empty();
    };
  }

  private Identifier own(Identifier database) {
    return database.equals(profile.database()) ? Identifier.NONE : database;
  }

  private String version() {
    return profile.version().major()
        + "."
        + profile.version().minor()
        + "."
        + profile.version().patch()
        + (profile.flavor() == dev.schemend.dialect.Flavor.MARIADB ? "-MariaDB" : "");
  }

  private Value concat(List<Value> parts, String separator, World world, boolean nullIsNull) {
    StringBuilder text = new StringBuilder();
    boolean first = true;
    for (Value part : parts) {
      if (part instanceof Value.Null) {
        if (nullIsNull) {
          return Value.NULL;
        }
        continue;
      }
      text.append(first ? "" : separator);
      first = false;
      if (part instanceof Value.Unknown unknown) {
        return nullIsNull && parts.stream().anyMatch(Value.Null.class::isInstance)
            ? Value.NULL
            : new Value.Unknown(unknown.why(), text + unknown.prefix());
      }
      Optional<String> known = text(part, world);
      if (known.isEmpty()) {
        return new Value.Unknown("the name of the database", text.toString());
      }
      text.append(known.get());
    }
    return Value.of(text.toString());
  }

  private Value concatWithSeparator(List<Value> arguments, World world) {
    if (arguments.isEmpty() || arguments.getFirst() instanceof Value.Null) {
      return Value.NULL;
    }
    return text(arguments.getFirst(), world)
        .map(separator -> concat(arguments.subList(1, arguments.size()), separator, world, false))
        .orElseGet(() -> Value.unknown("a separator"));
  }

  private Value texts(String name, List<Value> arguments, World world) {
    Optional<Value> none = arguments.stream().filter(Value.Null.class::isInstance).findFirst();
    Optional<Value> unknown =
        arguments.stream().filter(Value.Unknown.class::isInstance).findFirst();
    if (none.isPresent() || unknown.isPresent()) {
      return none.or(() -> unknown).orElseThrow();
    }
    List<String> texts = new ArrayList<>();
    for (Value argument : arguments) {
      Optional<String> text = text(argument, world);
      if (text.isEmpty()) {
        return Value.unknown("the name of the database");
      }
      texts.add(text.get());
    }
    return MySqlTextFunctions.call(name, texts)
        .orElseGet(() -> Value.unknown("the function " + name));
  }

  @Override
  public Optional<List<Value>> rows(String name, List<Value> arguments, World world) {
    return Optional.empty();
  }

  @Override
  public Value cast(Value value, TypeName type, World world) {
    if (value instanceof Value.Null || value instanceof Value.Unknown) {
      return value;
    }
    String name = type.name();
    if (TEXTS.contains(name)) {
      return CatalogValues.isNameless(value)
          ? value
          : text(value, world).map(Value::of).orElse(value);
    }
    if (WHOLE.contains(name)) {
      return number(value, true);
    }
    if (NUMBERS.contains(name)) {
      return number(value, false);
    }
    if (name.equals("bool") || name.equals("boolean")) {
      return value instanceof Value.Bool ? value : number(value, true);
    }
    return value;
  }

  private static Value number(Value value, boolean whole) {
    return switch (value) {
      case Value.Num number -> whole ? rounded(number.value()) : number;
      case Value.Bool bool -> Value.of(bool.value() ? 1 : 0);
      case Value.Text text -> parsed(text.value(), whole);
      default -> Value.unknown("a number");
    };
  }

  private static Value rounded(BigDecimal number) {
    return new Value.Num(number.setScale(0, RoundingMode.HALF_UP));
  }

  private static Value parsed(String text, boolean whole) {
    String digits = text.strip();
    if (!digits.matches("[+-]?\\d{1,60}(\\.\\d{1,30})?")) {
      return Value.unknown("the number that a text begins with");
    }
    BigDecimal number = new BigDecimal(digits);
    return whole ? rounded(number) : new Value.Num(number);
  }

  @Override
  public Optional<String> text(Value value, World world) {
    return switch (value) {
      case Value.Null none -> Optional.empty();
      case Value.Unknown unknown -> Optional.empty();
      case Value.Bool bool -> Optional.of(bool.value() ? "1" : "0");
      case Value.Num number -> Optional.of(number.value().toPlainString());
      case Value.Text text -> Optional.of(text.value());
      case Value.Paraphrase text -> Optional.of(text.text());
      case Value.Reference name -> Optional.of(name.key()).filter(key -> !key.isEmpty());
      case Value.Items items -> Optional.empty();
      case Value.Composite row -> Optional.empty();
    };
  }

  @Override
  public int compare(String left, String right) {
    return left.stripTrailing().compareToIgnoreCase(right.stripTrailing());
  }

  @Override
  public boolean barsConcatenate() {
    return false;
  }

  @Override
  public boolean variablesHideColumns() {
    return true;
  }

  @Override
  public boolean isTransactional() {
    return false;
  }

  @Override
  public boolean catches(String condition, ErrorCode code) {
    return MySqlConditions.catches(condition, code);
  }

  @Override
  public ErrorCode code(String condition) {
    return MySqlConditions.code(condition);
  }

  @Override
  public Optional<Value> setting(String name, World world) {
    return variables.value(world.session(), setting(name)).map(Value::of);
  }

  @Override
  public String setting(String name) {
    String bare = Stream.of("session.", "local.").filter(name::startsWith).findFirst().orElse("");
    return MySqlVariables.canonicalName(name.substring(bare.length()));
  }

  @Override
  public String settingValue(String name, String written) {
    return MySqlVariables.canonicalValue(name, written);
  }
}
