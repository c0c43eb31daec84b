package dev.schemend.dialect.postgres.catalog;

import dev.schemend.apply.ErrorCode;
import dev.schemend.dialect.ServerProfile;
import dev.schemend.dialect.SqlFrontend;
import dev.schemend.evaluate.Arrays;
import dev.schemend.evaluate.CodeRules;
import dev.schemend.evaluate.Rows;
import dev.schemend.evaluate.World;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.query.TypeName;
import dev.schemend.query.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What code means on PostgreSQL. */
public final class PostgresCodeRules implements CodeRules {

  private static final Set<String> CASTS =
      Set.of(
          "text",
          "varchar",
          "name",
          "int2",
          "int4",
          "int8",
          "float4",
          "float8",
          "numeric",
          "bool",
          "date",
          "regclass",
          "regtype",
          "uuid",
          "json",
          "jsonb");

  private final CatalogNames names = new CatalogNames();
  private final PostgresFunctions functions;
  private final CatalogCasts casts;
  private final CatalogTexts texts;
  // Code asks in loops, while nothing changes.
  private volatile Catalogs catalogs = new Catalogs(Schema.empty());

  /**
   * The rules of the server that {@code profile} describes.
   *
   * @param frontend writes definitions
   */
  public PostgresCodeRules(ServerProfile profile, SqlFrontend frontend) {
    this.texts = new CatalogTexts(frontend);
    this.functions =
        new PostgresFunctions(
            Objects.requireNonNull(profile, "profile"),
            names,
            texts,
            world -> value -> text(value, world));
    this.casts = new CatalogCasts(names, this::text);
  }

  /** The catalogs of a schema, and the texts of its routines, as far as somebody has asked. */
  private record Catalogs(
      Schema of,
      Map<ObjectName, Optional<Rows>> relations,
      Map<ObjectName, List<String>> routines) {

    private Catalogs(Schema of) {
      this(of, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
  }

  private Catalogs catalogs(World world) {
    Catalogs known = catalogs;
    if (!known.of().objects().isSameVersion(world.schema().objects())) {
      known = new Catalogs(world.schema());
      catalogs = known;
    }
    return known;
  }

  @Override
  public Optional<Rows> relation(ObjectName name, World world) {
    return catalogs(world)
        .relations()
        .computeIfAbsent(name, asked -> catalog(asked, world.schema()));
  }

  private Optional<Rows> catalog(ObjectName name, Schema of) {
    String schema = name.schema().key();
    String relation = name.name().key();
    if (schema.equals("information_schema")) {
      return Optional.of(InformationSchema.relation(relation, of, texts));
    }
    return schema.isEmpty() || schema.equals("pg_catalog")
        ? SystemCatalogs.relation(relation, of, texts)
        : Optional.empty();
  }

  @Override
  public boolean isRelation(ObjectName name, World world) {
    return names.resolve(name, world, one -> names.isRelation(one, world.schema())).isPresent();
  }

  @Override
  public List<String> routines(ObjectName name, World world) {
    List<String> own = ofSchema(name, world);
    return own.isEmpty() ? ExtensionRoutines.definitions(name, world.schema()) : own;
  }

  private List<String> ofSchema(ObjectName name, World world) {
    if (name.isQualified()) {
      return definitions(world, name);
    }
    List<String> all = new ArrayList<>();
    world
        .session()
        .searchPath()
        .forEach(schema -> all.addAll(definitions(world, new ObjectName(schema, name.name()))));
    return all;
  }

  private List<String> definitions(World world, ObjectName name) {
    return catalogs(world).routines().computeIfAbsent(name, asked -> printed(world, asked));
  }

  private List<String> printed(World world, ObjectName name) {
    return world.schema().routines(name).map(texts::definition).toList();
  }

  @Override
  public Optional<Value> call(String name, List<Value> arguments, World world) {
    boolean own =
        world.session().searchPath().stream()
            .anyMatch(
                schema ->
                    world
                        .schema()
                        .routines(new ObjectName(schema, Identifier.of(name)))
                        .findAny()
                        .isPresent());
    // A type's name before one argument in brackets is a cast (4.2.9).
    Optional<Value> value =
        arguments.size() == 1 && CASTS.contains(name)
            ? Optional.of(cast(arguments.getFirst(), new TypeName(name, false), world))
            : functions.call(name, arguments, world);
    // A routine of the schema under the name of one that only a server can run is the one meant.
    return own && value.isPresent() && value.get() instanceof Value.Unknown
        ? Optional.empty()
        : value;
  }

  @Override
  public Optional<List<Value>> rows(String name, List<Value> arguments, World world) {
    return ArrayFunctions.rows(name, arguments);
  }

  @Override
  public Value cast(Value value, TypeName type, World world) {
    return casts.cast(value, type, world);
  }

  @Override
  public Optional<String> text(Value value, World world) {
    return switch (value) {
      case Value.Null none -> Optional.empty();
      case Value.Unknown unknown -> Optional.empty();
      case Value.Bool bool -> Optional.of(String.valueOf(bool.value()));
      case Value.Num number -> Optional.of(number.value().toPlainString());
      case Value.Text text -> Optional.of(text.value());
      case Value.Paraphrase text -> Optional.of(text.text());
      case Value.Reference reference ->
          Optional.of(names.print(reference, world)).filter(name -> !name.isEmpty());
      case Value.Items items when items.first() == 0 ->
          Optional.of(
              items.values().stream()
                  .map(one -> text(one, world).orElse(""))
                  .collect(Collectors.joining(" ")));
      case Value.Items items ->
          Optional.of(Arrays.print(items.values().stream().map(one -> text(one, world)).toList()));
      case Value.Composite row ->
          Optional.of(
              row.fields().stream()
                  .map(field -> text(field.value(), world).orElse(""))
                  .collect(Collectors.joining(",", "(", ")")));
    };
  }

  @Override
  public int compare(String left, String right) {
    return left.compareTo(right);
  }

  @Override
  public boolean barsConcatenate() {
    return true;
  }

  @Override
  public boolean variablesHideColumns() {
    return false;
  }

  @Override
  public boolean isTransactional() {
    return true;
  }

  @Override
  public boolean catches(String condition, ErrorCode code) {
    return ConditionNames.catches(condition, code.sqlState());
  }

  @Override
  public ErrorCode code(String condition) {
    return ErrorCode.of(ConditionNames.code(condition));
  }

  @Override
  public Optional<Value> arithmetic(String operator, Value left, Value right) {
    return Moments.moved(operator, left, right);
  }
}
