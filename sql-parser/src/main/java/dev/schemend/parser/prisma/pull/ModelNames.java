package dev.schemend.parser.prisma.pull;

import dev.schemend.model.Column;
import dev.schemend.model.EnumType;
import dev.schemend.model.Schema;
import dev.schemend.model.Table;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectName;
import dev.schemend.parser.prisma.model.EnumDefinition;
import dev.schemend.parser.prisma.model.Model;
import dev.schemend.parser.prisma.model.ScalarField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What models, enums and fields are called: as in the schema that is there, else as Prisma does.
 */
final class ModelNames {

  private static final Comparator<Table> ORDER =
      Comparator.comparing((Table table) -> table.name().name().text())
          .thenComparing(table -> table.name().schema().text());

  private final ExistingNames existing;
  private final Set<String> taken = new HashSet<>();
  private final Map<ObjectName, String> models = new HashMap<>();
  private final Map<ObjectName, String> enums = new HashMap<>();
  private final Map<ObjectName, Map<Identifier, String>> fields = new HashMap<>();
  private final List<Table> views;
  private final List<Table> tables = new ArrayList<>();
  private final List<Table> relationTables = new ArrayList<>();

  /**
   * The names.
   *
   * @param views as tables of their columns
   */
  ModelNames(Schema schema, List<Table> views, ExistingNames existing, int longestName) {
    this.existing = existing;
    List<Table> candidates = new ArrayList<>();
    for (Table table : schema.tables().sorted(ORDER).toList()) {
      boolean relation =
          Relations.isRelationTable(table, schema, longestName)
              && existing.model(table.name()).isEmpty();
      (relation ? candidates : tables).add(table);
    }
    tables.forEach(this::name);
    for (Table table : candidates) {
      if (isInOrder(table)) {
        relationTables.add(table);
      } else {
        tables.add(table);
        name(table);
      }
    }
    tables.sort(ORDER);
    this.views = views.stream().sorted(ORDER).toList();
    this.views.forEach(this::name);
    schema.objects().values().toList().stream()
        .filter(EnumType.class::isInstance)
        .map(EnumType.class::cast)
        .forEach(this::name);
  }

  /** Column A is that of the model whose name comes first. */
  private boolean isInOrder(Table table) {
    String first = models.get(Relations.end(table, "A").target());
    String second = models.get(Relations.end(table, "B").target());
    return first != null && second != null && first.compareTo(second) <= 0;
  }

  private void name(Table table) {
    models.put(
        table.name(),
        existing
            .model(table.name())
            .or(() -> existing.view(table.name()))
            .map(Model::name)
            .orElseGet(() -> claim(Words.title(table.name().name().text(), "model"))));
    Map<Identifier, String> names = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      existing
          .field(table.name(), column.name().text())
          .map(ScalarField::name)
          .ifPresent(name -> names.put(column.name(), name));
    }
    Set<String> used = new HashSet<>(names.values());
    for (Column column : table.columns()) {
      if (!names.containsKey(column.name())) {
        String name = Words.free(Words.word(column.name().text(), "field"), used::contains);
        used.add(name);
        names.put(column.name(), name);
      }
    }
    fields.put(table.name(), names);
  }

  private void name(EnumType type) {
    enums.put(
        type.name(),
        existing
            .enumType(type.name())
            .map(EnumDefinition::name)
            .orElseGet(() -> claim(Words.title(type.name().name().text(), "enum"))));
  }

  /** The word, or one like it that no block has yet. */
  String claim(String word) {
    String free = Words.free(word, name -> taken.contains(name) || existing.isTaken(name));
    taken.add(free);
    return free;
  }

  /** The tables that become models, by their names. */
  List<Table> tables() {
    return tables;
  }

  /** The views. */
  List<Table> views() {
    return views;
  }

  /** The tables behind relations between lists. */
  List<Table> relationTables() {
    return relationTables;
  }

  boolean isModel(Table table) {
    return models.containsKey(table.name());
  }

  String model(Table table) {
    return model(table.name());
  }

  String model(ObjectName table) {
    return models.get(table);
  }

  String enumOf(ObjectName type) {
    return enums.get(type);
  }

  String field(Table table, Identifier column) {
    return fields.get(table.name()).get(column);
  }

  Collection<String> fields(Table table) {
    return fields.get(table.name()).values();
  }

  /**
   * The enum that the schema has for a column with labels of its own, or one of the same labels.
   */
  Optional<EnumDefinition> enumThere(Table table, Column column, List<String> labels) {
    return existing.enumOf(table.name(), column.name().text()).or(() -> existing.enumWith(labels));
  }
}
