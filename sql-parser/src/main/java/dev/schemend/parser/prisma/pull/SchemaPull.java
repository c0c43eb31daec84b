package dev.schemend.parser.prisma.pull;

import dev.schemend.dialect.SqlFrontend;
import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.EnumType;
import dev.schemend.model.Generation;
import dev.schemend.model.Index;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.model.Datamodel;
import dev.schemend.parser.prisma.model.EnumDefinition;
import dev.schemend.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a database into models and enums. */
public final class SchemaPull {

  private static final String UNIDENTIFIED =
      "The underlying table does not contain a valid unique identifier and can therefore currently"
          + " not be handled by Prisma Client.";

  private final Schema schema;
  private final Vocabulary vocabulary;
  private final PullSettings settings;
  private final String datasource;
  private final ExistingNames existing;
  private final ModelNames names;
  private final ColumnWords columns;
  private final KeyWords keys;
  private final Map<ObjectName, PulledEnum> enumTypes = new HashMap<>();
  private final Map<String, PulledEnum> enums = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  private SchemaPull(
      Schema schema,
      List<Table> views,
      Vocabulary vocabulary,
      SqlFrontend frontend,
      Optional<Datamodel> datamodel,
      String datasource,
      PullSettings settings) {
    this.schema = schema;
    this.vocabulary = vocabulary;
    this.settings = settings;
    this.datasource = datasource;
    this.existing = new ExistingNames(datamodel, settings);
    this.names = new ModelNames(schema, views, existing, vocabulary.longestName());
    this.columns = new ColumnWords(vocabulary, frontend);
    this.keys = new KeyWords(vocabulary, frontend, settings);
  }

  /**
   * The models and enums of a database.
   *
   * @param schema what it holds
   * @param views its views as tables of their columns; empty where the schema speaks of none
   * @param frontend writes types and expressions that a schema has no words for
   * @param existing the schema that is there already, whose names are kept
   * @param datasource the datasource's name, which native types bear
   */
  public static PulledSchema of(
      Schema schema,
      List<Table> views,
      Vocabulary vocabulary,
      SqlFrontend frontend,
      Optional<Datamodel> existing,
      String datasource,
      PullSettings settings) {
    return new SchemaPull(schema, views, vocabulary, frontend, existing, datasource, settings)
        .run();
  }

  private PulledSchema run() {
    schema.objects().values().toList().stream()
        .filter(EnumType.class::isInstance)
        .map(EnumType.class::cast)
        .forEach(this::enumType);
    Set<ObjectName> ignored =
        names.tables().stream()
            .filter(table -> !isIdentified(table))
            .map(Table::name)
            .collect(Collectors.toSet());
    Relations relations = new Relations(schema, names, existing, vocabulary.longestName(), ignored);
    Map<ObjectName, List<PulledField>> ofRelations = relations.fields();
    List<PulledModel> models = new ArrayList<>();
    for (Table table : names.tables()) {
      models.add(
          model(
              table,
              ofRelations.getOrDefault(table.name(), List.of()),
              ignored.contains(table.name())));
    }
    remarks.addAll(relations.remarks());
    names.views().forEach(view -> models.add(view(view)));
    List<PulledEnum> sorted = new ArrayList<>(enums.values());
    sorted.sort((one, other) -> one.name().compareTo(other.name()));
    return new PulledSchema(models, sorted, remarks);
  }

  private void enumType(EnumType type) {
    Optional<EnumDefinition> there = existing.enumType(type.name());
    String name = names.enumOf(type.name());
    List<String> attributes = new ArrayList<>();
    map(name, type.name().name().text()).ifPresent(attributes::add);
    if (settings.listed()) {
      attributes.add("@@schema(" + Words.quoted(type.name().schema().text()) + ")");
    }
    PulledEnum one = new PulledEnum(name, labels(type.labels(), there), attributes);
    enumTypes.put(type.name(), one);
    enums.put(name, one);
  }

  private static Optional<String> map(String name, String databaseName) {
    return name.equals(databaseName)
        ? Optional.empty()
        : Optional.of("@@map(" + Words.quoted(databaseName) + ")");
  }

  private static List<PulledEnum.Label> labels(
      List<String> labels, Optional<EnumDefinition> there) {
    Set<String> used = new HashSet<>();
    List<PulledEnum.Label> named = new ArrayList<>();
    for (String label : labels) {
      String name =
          there.stream()
              .flatMap(one -> one.labels().stream())
              .filter(one -> one.databaseName().equals(label))
              .map(EnumDefinition.Label::name)
              .findFirst()
              .orElseGet(() -> Words.word(label, label.isEmpty() ? "EMPTY_ENUM_VALUE" : "value"));
      String free = Words.free(name, used::contains);
      used.add(free);
      named.add(new PulledEnum.Label(free, label));
    }
    return named;
  }

  /** The enum of a column, if it has one. */
  private Optional<PulledEnum> enumOf(Table table, Column column) {
    return switch (ColumnWords.element(column)) {
      case SqlType.UserDefined user -> Optional.ofNullable(enumTypes.get(user.name()));
      case SqlType.InlineEnum inline ->
          inline.kind() == SqlType.InlineEnum.Kind.ENUM
              ? Optional.of(inColumn(table, column, inline.values()))
              : Optional.empty();
      case SqlType.Builtin other -> Optional.empty();
      case SqlType.ArrayOf other -> Optional.empty();
    };
  }

  /** Columns of one enum in the schema that is there share it for as long as they are alike. */
  private PulledEnum inColumn(Table table, Column column, List<String> values) {
    Optional<EnumDefinition> there = names.enumThere(table, column, values);
    if (there.isPresent()) {
      PulledEnum same = new PulledEnum(there.get().name(), labels(values, there), List.of());
      PulledEnum known = enums.putIfAbsent(same.name(), same);
      if (known == null || known.equals(same)) {
        return same;
      }
    }
    String name =
        names.claim(Words.title(table.name().name().text() + "_" + column.name().text(), "enum"));
    PulledEnum own = new PulledEnum(name, labels(values, Optional.empty()), List.of());
    enums.put(name, own);
    return own;
  }

  private PulledModel model(Table table, List<PulledField> relations, boolean ignored) {
    List<PulledField> fields = new ArrayList<>();
    List<KeyWords.Said> said = keys.of(table);
    for (Column column : table.columns()) {
      fields.add(field(table, column, said));
    }
    fields.addAll(relations);
    List<PulledModel.Attribute> atEnd = new ArrayList<>();
    said.stream()
        .filter(key -> key.alone().isEmpty() || isSecond(key, said))
        .forEach(
            key ->
                atEnd.add(
                    new PulledModel.Attribute(
                        key.name(), KeyWords.atEnd(key, one -> names.field(table, one)))));
    Map<String, String> fieldKeys = new HashMap<>();
    said.stream()
        .filter(key -> key.alone().isPresent() && !isSecond(key, said))
        .forEach(key -> fieldKeys.put(key.name(), names.field(table, key.alone().orElseThrow())));
    List<String> attributes = new ArrayList<>();
    String name = names.model(table);
    if (ignored) {
      attributes.add("@@ignore");
      remarks.add("The model " + name + " is ignored, since nothing tells its rows apart.");
    }
    map(name, table.name().name().text()).ifPresent(attributes::add);
    if (settings.listed()) {
      attributes.add("@@schema(" + Words.quoted(table.name().schema().text()) + ")");
    }
    remark(table, name);
    return new PulledModel(
        Block.Fields.Kind.MODEL,
        name,
        table.name(),
        fields,
        atEnd,
        fieldKeys,
        attributes,
        ignored ? Optional.of(UNIDENTIFIED) : Optional.empty());
  }

  /** A view: the database knows the columns of it, and nothing else that a schema could say. */
  private PulledModel view(Table view) {
    String name = names.model(view);
    List<String> attributes = new ArrayList<>();
    map(name, view.name().name().text()).ifPresent(attributes::add);
    if (settings.listed()) {
      attributes.add("@@schema(" + Words.quoted(view.name().schema().text()) + ")");
    }
    return new PulledModel(
        Block.Fields.Kind.VIEW,
        name,
        view.name(),
        view.columns().stream().map(column -> field(view, column, List.of())).toList(),
        List.of(),
        Map.of(),
        attributes,
        Optional.empty());
  }

  /** A field says one key of a kind; a second over the same column stands at the end. */
  private static boolean isSecond(KeyWords.Said key, List<KeyWords.Said> said) {
    return said.stream()
        .filter(one -> one.alone().equals(key.alone()) && one.attribute().equals(key.attribute()))
        .findFirst()
        .filter(first -> !first.equals(key))
        .isPresent();
  }

  private PulledField field(Table table, Column column, List<KeyWords.Said> said) {
    Optional<PulledEnum> enumerated = enumOf(table, column);
    String name = names.field(table, column.name());
    List<String> attributes = new ArrayList<>();
    said.stream()
        .filter(key -> key.alone().filter(column.name()::equals).isPresent())
        .filter(key -> !isSecond(key, said))
        .map(KeyWords::behindField)
        .forEach(attributes::add);
    ObjectRef ref = ObjectRef.column(table.name(), column.name());
    columns
        .defaultValue(column, enumerated, settings.verbatim().contains(ref))
        .ifPresent(value -> attributes.add("@default(" + value + ")"));
    if (!name.equals(column.name().text())) {
      attributes.add("@map(" + Words.quoted(column.name().text()) + ")");
    }
    columns.nativeType(column, enumerated, datasource).ifPresent(attributes::add);
    String type = columns.type(column, enumerated);
    if (type.startsWith("Unsupported(")) {
      remarks.add(
          "The client does not know the type of " + table.name() + "." + column.name() + ".");
    }
    return new PulledField(name, type, attributes, ref);
  }

  /** Whether a key without a NULL tells its rows apart, in types that the client knows. */
  private boolean isIdentified(Table table) {
    List<List<Identifier>> criteria = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique) {
        criteria.add(constraint.columns().toList());
      }
    }
    table.indexes().stream()
        .filter(Index::unique)
        .filter(index -> index.predicate().isEmpty() && settings.sayable().test(index))
        .forEach(index -> criteria.add(index.columns().toList()));
    return criteria.stream()
        .anyMatch(
            key ->
                key.stream()
                    .allMatch(
                        column ->
                            table.column(column).filter(one -> isKnown(table, one)).isPresent()));
  }

  private boolean isKnown(Table table, Column column) {
    return !column.nullable()
        && !ColumnWords.isList(column)
        && (columns.type(column).isPresent() || enumOf(table, column).isPresent());
  }

  /** What a schema has no words for in a table. */
  private void remark(Table table, String model) {
    for (Constraint constraint : table.constraints()) {
      switch (constraint) {
        case Constraint.Check check ->
            remarks.add("The model " + model + " does not say the check " + check.name() + ".");
        case Constraint.Exclusion one ->
            remarks.add("The model " + model + " does not say the exclusion " + one.name() + ".");
        case Constraint.PrimaryKey said -> {}
        case Constraint.Unique said -> {}
        case Constraint.ForeignKey said -> {}
      }
    }
    table.indexes().stream()
        .filter(index -> !settings.sayable().test(index))
        .forEach(
            index ->
                remarks.add(
                    "The model " + model + " does not say the index " + index.name() + "."));
    table.columns().stream()
        .filter(one -> one.generation().filter(Generation.Computed.class::isInstance).isPresent())
        .forEach(
            one ->
                remarks.add(
                    "The model " + model + " does not say how " + one.name() + " is computed."));
  }
}
