package dev.schemend.parser.prisma.pull;

import dev.schemend.model.Column;
import dev.schemend.model.Constraint;
import dev.schemend.model.Index;
import dev.schemend.model.IndexPart;
import dev.schemend.model.ReferentialAction;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.parser.prisma.model.ConstraintNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The relations of a database: its foreign keys by table and name, then the tables of relations
 * between lists. Named as Prisma names them (engine, introspection, {@code relation_names.rs}).
 */
final class Relations {

  /** A relation with what it is called. */
  private record Named(
      ObjectRef source,
      Table holder,
      Table target,
      Optional<Constraint.ForeignKey> key,
      ExistingNames.Ends ends) {}

  private final Schema schema;
  private final ModelNames names;
  private final ExistingNames existing;
  private final ConstraintNames constraints;
  private final Map<ObjectName, List<PulledField>> fields = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final Map<Set<String>, Integer> between = new HashMap<>();
  private final Map<String, Set<String>> taken = new HashMap<>();
  private final Set<ObjectName> ignored;

  Relations(
      Schema schema,
      ModelNames names,
      ExistingNames existing,
      int longestName,
      Set<ObjectName> ignored) {
    this.schema = schema;
    this.names = names;
    this.existing = existing;
    this.constraints = new ConstraintNames(longestName);
    this.ignored = ignored;
  }

  /** What cannot be said of foreign keys. */
  List<String> remarks() {
    return remarks;
  }

  /** The fields of relations, by the tables of their models. */
  Map<ObjectName, List<PulledField>> fields() {
    List<Constraint.ForeignKey> said = new ArrayList<>();
    Map<Constraint.ForeignKey, Table> holders = new LinkedHashMap<>();
    for (Table table : names.tables()) {
      names.fields(table).forEach(field -> taken(names.model(table)).add(field));
      table
          .foreignKeys()
          .sorted(Comparator.comparing(key -> key.name().text()))
          .filter(key -> isSayable(table, key))
          .forEach(
              key -> {
                said.add(key);
                holders.put(key, table);
              });
    }
    List<Table> tables = names.relationTables();
    said.forEach(key -> count(holders.get(key).name(), key.target()));
    tables.forEach(table -> count(end(table, "A").target(), end(table, "B").target()));
    List<Named> relations = new ArrayList<>();
    said.forEach(key -> relations.add(named(holders.get(key), key)));
    tables.forEach(table -> relations.add(named(table)));
    relations.forEach(this::write);
    return fields;
  }

  private Set<String> taken(String model) {
    return taken.computeIfAbsent(model, name -> new HashSet<>());
  }

  private void count(ObjectName one, ObjectName other) {
    between.merge(pair(names.model(one), names.model(other)), 1, Integer::sum);
  }

  private static Set<String> pair(String one, String other) {
    Set<String> pair = new HashSet<>();
    pair.add(one);
    pair.add(other);
    return pair;
  }

  static Constraint.ForeignKey end(Table table, String column) {
    return table
        .foreignKeys()
        .filter(key -> key.sourceColumns().getFirst().text().equals(column))
        .findFirst()
        .orElseThrow();
  }

  private boolean isSayable(Table table, Constraint.ForeignKey key) {
    Optional<Table> target = schema.table(key.target()).filter(names::isModel);
    boolean unique =
        target.filter(one -> isUnique(one, Set.copyOf(key.targetColumns()))).isPresent();
    if (!unique) {
      remarks.add(
          "The foreign key "
              + key.name()
              + " of "
              + table.name()
              + (target.isEmpty()
                  ? " leads to " + key.target() + ", which is not among the tables."
                  : " leads to columns of " + key.target() + " that are no key."));
    }
    return unique;
  }

  static boolean isUnique(Table table, Set<Identifier> columns) {
    return Stream.concat(
            table.constraints().stream()
                .filter(
                    one -> one instanceof Constraint.PrimaryKey || one instanceof Constraint.Unique)
                .map(one -> Set.copyOf(one.columns().toList())),
            table.indexes().stream()
                .filter(index -> index.unique() && index.predicate().isEmpty())
                .filter(index -> index.parts().stream().allMatch(Relations::isWhole))
                .map(index -> Set.copyOf(index.columns().toList())))
        .anyMatch(columns::equals);
  }

  private static boolean isWhole(IndexPart part) {
    return part.columnName().isPresent();
  }

  private Named named(Table holder, Constraint.ForeignKey key) {
    Table target = schema.table(key.target()).orElseThrow();
    List<String> columns = key.sourceColumns().stream().map(Identifier::text).toList();
    ExistingNames.Ends ends =
        existing
            .foreignKey(holder.name(), columns, target.name())
            .orElseGet(() -> formed(holder, target, key));
    return new Named(
        ObjectRef.constraint(holder.name(), key.name()), holder, target, Optional.of(key), ends);
  }

  private ExistingNames.Ends formed(Table holder, Table target, Constraint.ForeignKey key) {
    String model = names.model(holder);
    String other = names.model(target);
    boolean self = model.equals(other);
    boolean several = between.getOrDefault(pair(model, other), 0) > 1;
    boolean met = taken(model).contains(other) || (!self && taken(other).contains(model));
    String columns =
        String.join(
            "_", key.sourceColumns().stream().map(one -> names.field(holder, one)).toList());
    String longName = model + "_" + columns + "To" + other;
    String back = self ? "other_" + model : model;
    if (several || met) {
      return new ExistingNames.Ends(
          Optional.of(longName), other + "_" + longName, back + "_" + longName);
    }
    return new ExistingNames.Ends(
        self ? Optional.of(model + "To" + other) : Optional.empty(), other, back);
  }

  private Named named(Table table) {
    Table first = schema.table(end(table, "A").target()).orElseThrow();
    Table second = schema.table(end(table, "B").target()).orElseThrow();
    String relation = table.name().name().text().substring(1);
    ExistingNames.Ends ends =
        existing.relationTable(relation).orElseGet(() -> formed(first, second, relation));
    return new Named(ObjectRef.table(table.name()), first, second, Optional.empty(), ends);
  }

  private ExistingNames.Ends formed(Table first, Table second, String relation) {
    String one = names.model(first);
    String other = names.model(second);
    if (one.equals(other)) {
      return new ExistingNames.Ends(Optional.of(relation), one + "_A", one + "_B");
    }
    boolean several = between.getOrDefault(pair(one, other), 0) > 1;
    boolean met = taken(one).contains(other) || taken(other).contains(one);
    String suffix = several || met ? "_" + Words.word(relation, "relation") : "";
    boolean implied = relation.equals(one + "To" + other) && !several;
    return new ExistingNames.Ends(
        implied ? Optional.empty() : Optional.of(relation), other + suffix, one + suffix);
  }

  private void write(Named relation) {
    Set<String> ofHolder = taken(names.model(relation.holder()));
    Set<String> ofTarget = taken(names.model(relation.target()));
    String forward = Words.free(relation.ends().forward(), ofHolder::contains);
    ofHolder.add(forward);
    String back = Words.free(relation.ends().back(), ofTarget::contains);
    ofTarget.add(back);
    boolean list =
        relation.key().isEmpty()
            || !isUnique(relation.holder(), Set.copyOf(relation.key().get().sourceColumns()));
    String forwardType =
        names.model(relation.target())
            + (relation.key().isEmpty() ? "[]" : isOptional(relation) ? "?" : "");
    add(relation.holder(), relation, forward, forwardType, arguments(relation));
    add(
        relation.target(),
        relation,
        back,
        names.model(relation.holder()) + (list ? "[]" : "?"),
        relation.ends().relation().map(Words::quoted).stream().toList());
  }

  private void add(Table table, Named relation, String name, String type, List<String> arguments) {
    List<String> attributes = new ArrayList<>();
    if (!arguments.isEmpty()) {
      attributes.add("@relation(" + String.join(", ", arguments) + ")");
    }
    boolean apart =
        ignored.contains(relation.holder().name()) != ignored.contains(relation.target().name());
    if (apart && !ignored.contains(table.name())) {
      attributes.add("@ignore");
    }
    fields
        .computeIfAbsent(table.name(), one -> new ArrayList<>())
        .add(new PulledField(name, type, attributes, relation.source()));
  }

  private static boolean isOptional(Named relation) {
    return columns(relation).anyMatch(Column::nullable);
  }

  private static Stream<Column> columns(Named relation) {
    return relation.key().stream()
        .flatMap(key -> key.sourceColumns().stream())
        .flatMap(column -> relation.holder().column(column).stream());
  }

  private List<String> arguments(Named relation) {
    List<String> arguments = new ArrayList<>();
    relation.ends().relation().map(Words::quoted).ifPresent(arguments::add);
    if (relation.key().isEmpty()) {
      return arguments;
    }
    Constraint.ForeignKey key = relation.key().get();
    arguments.add("fields: " + list(relation.holder(), key.sourceColumns()));
    arguments.add("references: " + list(relation.target(), key.targetColumns()));
    ReferentialAction onDelete =
        columns(relation).allMatch(Column::nullable)
            ? ReferentialAction.SET_NULL
            : ReferentialAction.RESTRICT;
    if (key.onDelete() != onDelete) {
      arguments.add("onDelete: " + word(key.onDelete()));
    }
    if (key.onUpdate() != ReferentialAction.CASCADE) {
      arguments.add("onUpdate: " + word(key.onUpdate()));
    }
    String implied =
        constraints.foreignKey(
            relation.holder().name().name().text(),
            key.sourceColumns().stream().map(Identifier::text).toList());
    if (!key.name().text().equals(implied)) {
      arguments.add("map: " + Words.quoted(key.name().text()));
    }
    return arguments;
  }

  private String list(Table table, List<Identifier> columns) {
    return "["
        + String.join(", ", columns.stream().map(one -> names.field(table, one)).toList())
        + "]";
  }

  private static String word(ReferentialAction action) {
    return switch (action) {
      case NO_ACTION -> "NoAction";
      case RESTRICT -> "Restrict";
      case CASCADE -> "Cascade";
      case SET_NULL -> "SetNull";
      case SET_DEFAULT -> "SetDefault";
    };
  }

  /** Whether the table is kept behind a relation of two lists, which no model describes. */
  static boolean isRelationTable(Table table, Schema schema, int longestName) {
    String name = table.name().name().text();
    List<String> columns = table.columns().stream().map(one -> one.name().text()).toList();
    if (!name.startsWith("_") || name.length() < 2 || !columns.equals(List.of("A", "B"))) {
      return false;
    }
    ConstraintNames names = new ConstraintNames(longestName);
    Set<Identifier> both = Set.copyOf(table.columns().stream().map(Column::name).toList());
    List<Constraint.ForeignKey> keys = table.foreignKeys().toList();
    boolean unique =
        table
                .primaryKey()
                .filter(key -> Set.copyOf(key.columns().toList()).equals(both))
                .isPresent()
            ? table.indexes().size() == 1
            : table.indexes().stream()
                .filter(Index::unique)
                .anyMatch(
                    index -> index.name().text().equals(names.withSuffix(name, "_AB_unique")));
    boolean second =
        table.indexes().stream()
            .anyMatch(
                index ->
                    index.kind() == Index.Kind.PLAIN
                        && index.name().text().equals(names.withSuffix(name, "_B_index")));
    return unique
        && second
        && keys.size() == 2
        && keys.stream().map(key -> key.sourceColumns().size()).allMatch(size -> size == 1)
        && keys.stream().map(key -> key.sourceColumns().getFirst()).distinct().count() == 2
        && keys.stream()
            .allMatch(
                key ->
                    key.onDelete() == ReferentialAction.CASCADE
                        && key.onUpdate() == ReferentialAction.CASCADE
                        && leadsToKey(key, schema));
  }

  private static boolean leadsToKey(Constraint.ForeignKey key, Schema schema) {
    return schema
        .table(key.target())
        .flatMap(Table::primaryKey)
        .filter(primary -> primary.columns().toList().equals(key.targetColumns()))
        .isPresent();
  }
}
