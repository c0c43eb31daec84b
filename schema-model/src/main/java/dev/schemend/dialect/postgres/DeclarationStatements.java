package dev.schemend.dialect.postgres;

import dev.schemend.ddl.ObjectAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.expr.SqlExpr;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.ForeignTable;
import dev.schemend.model.MaterializedView;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Aggregates, extended statistics, publications, subscriptions, collations and event triggers; what
 * extends the server is handed on.
 */
final class DeclarationStatements {

  private static final Map<String, String> TRUTHS =
      Map.of("on", "true", "1", "true", "off", "false", "0", "false");

  private static final Set<String> KINDS = Set.of("ndistinct", "dependencies", "mcv");

  /** What statistics can be about besides tables (CreateStatistics). */
  private static final List<ObjectKind> STORED =
      List.of(ObjectKind.MATERIALIZED_VIEW, ObjectKind.FOREIGN_TABLE);

  private static final String PUBLISH = "publish";
  private static final String FINAL_MODIFY = "finalfunc_modify";

  private final Scope scope;
  private final Canonical canonical;
  private final PostgresExpressions expressions;
  private final ServerVersion version;

  DeclarationStatements(Dialect dialect, Scope scope) {
    this.scope = scope;
    this.canonical = new Canonical(dialect, scope);
    this.expressions = (PostgresExpressions) dialect.expressions();
    this.version = dialect.profile().version();
  }

  Schema create(Declaration written, boolean orReplace, boolean ifNotExists) {
    if (written.is(ObjectKind.COMPOSITE_TYPE)) {
      return new BaseTypeStatements(scope, canonical).create(written);
    }
    Declaration declaration =
        switch (written.ref().kind()) {
          case AGGREGATE -> aggregate(written);
          case STATISTICS -> statistics(written);
          case PUBLICATION -> publication(written);
          case EVENT_TRIGGER -> eventTrigger(written);
          case SUBSCRIPTION -> saying(subscriptions().canonical(written));
          case OPERATOR,
              OPERATOR_FAMILY,
              OPERATOR_CLASS,
              CAST,
              TRANSFORM,
              CONVERSION,
              LANGUAGE,
              ACCESS_METHOD ->
              new ExtendingStatements(canonical, scope).canonical(written);
          case TEXT_SEARCH_PARSER,
              TEXT_SEARCH_TEMPLATE,
              TEXT_SEARCH_DICTIONARY,
              TEXT_SEARCH_CONFIGURATION ->
              new TextSearchStatements(scope).canonical(written);
          case FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, USER_MAPPING ->
              new ForeignStatements(scope).canonical(written);
          default -> collation(written);
        };
    if (scope.schema().has(declaration.ref()) && !orReplace) {
      if (ifNotExists) {
        return scope.schema();
      }
      throw PostgresErrors.duplicate(declaration.ref());
    }
    return switch (declaration.ref().kind()) {
      case OPERATOR -> ExtendingStatements.linked(scope.schema(), declaration);
      case OPERATOR_CLASS -> ExtendingStatements.inFamily(scope.schema(), declaration);
      default -> scope.schema().with(declaration);
    };
  }

  static Declaration saying(Declaration declaration) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    declaration
        .facts()
        .forEach(
            (word, fact) -> {
              Fact plain = fact instanceof Fact.Words words ? plain(word, words.text()) : fact;
              boolean nothing =
                  (plain instanceof Fact.Several several && several.facts().isEmpty())
                      || Declaration.usual(word).filter(plain::equals).isPresent();
              if (!nothing || word.equals(Declaration.ARGUMENTS)) {
                facts.put(word, plain);
              }
            });
    return declaration.with(facts);
  }

  private static Fact plain(String word, String text) {
    String usual = Declaration.usualText(word);
    if (usual.isEmpty()) {
      return new Fact.Words(text);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (word.equals(PUBLISH)) {
      return new Fact.Words(
          Arrays.stream(lower.split(",", -1))
              .map(String::strip)
              .filter(one -> !one.isEmpty())
              .distinct()
              .sorted()
              .collect(Collectors.joining(", ")));
    }
    return new Fact.Words(
        usual.equals("true") || usual.equals("false") ? TRUTHS.getOrDefault(lower, lower) : lower);
  }

  // ------------------------------------------------------------ the kinds

  private Declaration aggregate(Declaration written) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    written.facts().forEach((word, fact) -> facts.put(word, resolved(fact)));
    Declaration said = saying(written.with(facts));
    // One over ordered sets is taken to change what it has gathered (CREATE AGGREGATE).
    Declaration whole =
        said.fact(Declaration.ORDERED).isEmpty()
            ? said
            : said.with(
                FINAL_MODIFY,
                new Fact.Words(
                    written.words(FINAL_MODIFY).orElse("read_write").toLowerCase(Locale.ROOT)));
    return whole
        .withRef(ObjectRef.to(ObjectKind.AGGREGATE, scope.toCreate(written.ref().name())))
        .signed();
  }

  private Fact resolved(Fact fact) {
    return switch (fact) {
      case Fact.OfType of -> new Fact.OfType(canonical.unmodified(of.type()));
      case Fact.Of of ->
          new Fact.Of(ObjectRef.to(of.object().kind(), scope.function(of.object().name())));
      case Fact.Several several ->
          new Fact.Several(several.facts().stream().map(this::resolved).toList());
      case Fact.Words words -> words;
      case Fact.Value value -> value;
      case Fact.Item item -> item;
      case Fact.Published published -> published;
    };
  }

  /** Statistics as the server keeps them, named where they have no name. */
  Declaration statistics(Declaration written) {
    ObjectName from = written.table().orElseThrow();
    SchemaObject owner =
        scope.find(from, STORED).flatMap(scope.schema()::get).orElseGet(() -> scope.table(from));
    Table table = rows(owner);
    List<Fact> on = new ArrayList<>();
    written
        .several(Declaration.ON)
        .map(fact -> ((Fact.Value) fact).expression())
        .map(expression -> canonical.condition(expression, table.columns()))
        .peek(expression -> requireColumn(table, expression))
        .map(Fact.Value::new)
        .forEach(on::add);
    ObjectName name =
        written.ref().name().name().isNone()
            ? unnamed(table, on)
            : scope.toCreate(written.ref().name());
    List<Fact> kinds = written.several(Declaration.KINDS).distinct().toList();
    return saying(
        written
            .withRef(ObjectRef.to(ObjectKind.STATISTICS, name))
            .with(Declaration.FROM, new Fact.Of(owner.ref()))
            .with(Declaration.ON, new Fact.Several(on))
            .with(
                Declaration.KINDS,
                new Fact.Several(kinds.size() == KINDS.size() ? List.of() : kinds)));
  }

  private Table rows(SchemaObject owner) {
    return switch (owner) {
      case MaterializedView view -> ViewColumns.table(expressions, scope, view);
      case ForeignTable foreign -> foreign.table();
      case Table table -> table;
      default -> throw new IllegalArgumentException("no rows: " + owner.ref());
    };
  }

  private static void requireColumn(Table table, SqlExpr expression) {
    if (expression instanceof SqlExpr.ColumnRef column) {
      Canonical.requireColumns(
          table.name(), table.columns(), List.of(column.column()), PostgresErrors.UNDEFINED_COLUMN);
    }
  }

  // Without a name the table and the columns give it (16; ChooseExtendedStatisticName).
  private ObjectName unnamed(Table table, List<Fact> on) {
    String columns =
        on.stream()
            .map(
                fact ->
                    ((Fact.Value) fact).expression() instanceof SqlExpr.ColumnRef column
                        ? column.column().text()
                        : "expr")
            .collect(Collectors.joining("_"));
    String base = table.name().name().text() + "_" + columns + "_stat";
    ObjectName name = table.name().sibling(Identifier.of(base));
    for (int i = 1; scope.schema().has(ObjectRef.to(ObjectKind.STATISTICS, name)); i++) {
      name = table.name().sibling(Identifier.of(base + i));
    }
    return name;
  }

  private Declaration eventTrigger(Declaration written) {
    Fact.Of function = (Fact.Of) written.fact(Declaration.FUNCTION).orElseThrow();
    ObjectName name =
        RoutineNames.find(scope, function.object())
            .map(ObjectRef::name)
            .orElseGet(() -> foreign(function.object()));
    return saying(
        written.with(
            Declaration.FUNCTION,
            new Fact.Of(new ObjectRef(ObjectKind.ROUTINE, name, function.object().member()))));
  }

  private ObjectName foreign(ObjectRef function) {
    if (scope.isElsewhere(function.name()) || scope.hasExtensions()) {
      return ObjectName.unqualified(function.name().name());
    }
    throw PostgresErrors.undefined(function);
  }

  // DefineCollation: libc has two locales where one is said for both; a copy has what it is one of.
  private Declaration collation(Declaration written) {
    ObjectRef ref = ObjectRef.to(ObjectKind.COLLATION, scope.toCreate(written.ref().name()));
    if (written.fact(Declaration.COPY_OF).orElse(null) instanceof Fact.Of other) {
      return scope
          .find(other.object().name(), List.of(ObjectKind.COLLATION))
          .flatMap(scope.schema()::get)
          .filter(Declaration.class::isInstance)
          .map(found -> ((Declaration) found).withRef(ref))
          .orElseGet(() -> written.withRef(ref));
    }
    Declaration declaration = saying(written.withRef(ref)).without("version");
    Optional<Fact> locale = declaration.fact("locale");
    boolean both = locale.isPresent() && declaration.fact("provider").isEmpty();
    return both
        ? declaration
            .without("locale")
            .with("lc_collate", locale.get())
            .with("lc_ctype", locale.get())
        : declaration;
  }

  // ------------------------------------------------------------ publications

  private Declaration publication(Declaration written) {
    return saying(
        written
            .with(
                Declaration.TABLES,
                new Fact.Several(written.published().<Fact>map(this::found).toList()))
            .with(
                Declaration.SCHEMAS,
                new Fact.Several(schemas(written.several(Declaration.SCHEMAS).toList()))));
  }

  private List<Fact> schemas(List<Fact> written) {
    for (Fact fact : written) {
      ObjectRef schema = ((Fact.Of) fact).object();
      if (!scope.schema().has(schema)) {
        throw PostgresErrors.undefined(schema);
      }
    }
    return written;
  }

  private Fact.Published found(Fact.Published written) {
    Table table = scope.table(written.table());
    Canonical.requireColumns(
        table.name(), table.columns(), written.columns(), PostgresErrors.UNDEFINED_COLUMN);
    return new Fact.Published(
        table.name(),
        written.columns(),
        written.where().map(where -> canonical.condition(where, table.columns())));
  }

  Schema alter(Declaration declaration, ObjectAction.Publish change) {
    if (declaration.fact(Declaration.ALL_TABLES).isPresent()) {
      throw PostgresErrors.invalid(
          declaration.ref(), "is defined as FOR ALL TABLES", PostgresErrors.PREREQUISITE);
    }
    List<Fact.Published> tables =
        change.objects().stream()
            .filter(Fact.Published.class::isInstance)
            .map(fact -> found((Fact.Published) fact))
            .toList();
    List<Fact> schemas =
        schemas(change.objects().stream().filter(Fact.Of.class::isInstance).toList());
    List<Fact> keptTables = new ArrayList<>();
    List<Fact> keptSchemas = new ArrayList<>();
    if (change.verb() != ObjectAction.Publish.Verb.SET) {
      declaration.published().forEach(keptTables::add);
      declaration.several(Declaration.SCHEMAS).forEach(keptSchemas::add);
      requireAll(declaration, tables, change.verb() == ObjectAction.Publish.Verb.DROP);
      keptTables.removeIf(one -> tables.stream().anyMatch(table -> isOf(one, table.table())));
      keptSchemas.removeAll(schemas);
    }
    if (change.verb() != ObjectAction.Publish.Verb.DROP) {
      keptTables.addAll(tables);
      keptSchemas.addAll(schemas);
    }
    return scope
        .schema()
        .with(
            declaration
                .with(Declaration.TABLES, new Fact.Several(keptTables))
                .with(Declaration.SCHEMAS, new Fact.Several(keptSchemas)));
  }

  private static void requireAll(
      Declaration declaration, List<Fact.Published> tables, boolean there) {
    for (Fact.Published table : tables) {
      boolean found = declaration.published().anyMatch(one -> isOf(one, table.table()));
      if (found != there) {
        throw there
            ? PostgresErrors.invalid(
                ObjectRef.table(table.table()),
                "is not part of the publication",
                PostgresErrors.UNDEFINED_OBJECT)
            : PostgresErrors.invalid(
                ObjectRef.table(table.table()),
                "is already member of publication " + declaration.ref().name().name(),
                PostgresErrors.DUPLICATE_OBJECT);
      }
    }
  }

  private static boolean isOf(Fact fact, ObjectName table) {
    return fact instanceof Fact.Published published && published.table().equals(table);
  }

  /** The publication as it is when a relation, a schema, or a column of a table, goes. */
  static Declaration without(Declaration publication, ObjectRef gone) {
    boolean table = isTabular(gone);
    return publication
        .with(
            Declaration.TABLES,
            new Fact.Several(
                publication
                    .several(Declaration.TABLES)
                    .filter(fact -> !(table && isOf(fact, gone.name())))
                    .toList()))
        .with(
            Declaration.SCHEMAS,
            new Fact.Several(
                publication
                    .several(Declaration.SCHEMAS)
                    .filter(fact -> !(fact instanceof Fact.Of of && of.object().equals(gone)))
                    .toList()));
  }

  private static boolean isTabular(ObjectRef gone) {
    return gone.kind() == ObjectKind.TABLE || gone.kind() == ObjectKind.COLUMN;
  }

  private SubscriptionStatements subscriptions() {
    return new SubscriptionStatements(scope, version);
  }

  Schema alter(Declaration declaration, ObjectAction.Subscribe change) {
    return subscriptions().alter(declaration, change);
  }

  Schema alter(Declaration declaration, ObjectAction.Facts change) {
    if (declaration.is(ObjectKind.SUBSCRIPTION)) {
      return subscriptions().alter(declaration, change);
    }
    if (declaration.is(ObjectKind.COMPOSITE_TYPE)) {
      return new BaseTypeStatements(scope, canonical).alter(declaration, change);
    }
    SortedMap<String, Fact> facts = new TreeMap<>(declaration.facts());
    change
        .values()
        .forEach(
            (word, fact) ->
                fact.ifPresentOrElse(one -> facts.put(word, one), () -> facts.remove(word)));
    return scope.schema().with(saying(declaration.with(facts)));
  }
}
