package dev.schemend.parser.prisma.model;

import dev.schemend.parser.prisma.Block;
import dev.schemend.parser.prisma.FieldDeclaration;
import dev.schemend.parser.prisma.Name;
import dev.schemend.parser.prisma.SchemaDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that a schema declares, each once; tells of those declared again. */
final class Declarations {

  // Prisma's client would have no words for models of these names (schema reference, "model").
  private static final Set<String> RESERVED = Set.of("PrismaClient", "Prisma", "async", "await");

  private final Map<String, Block.Fields> fieldBlocks = new LinkedHashMap<>();
  private final Map<String, Block.Labels> enums = new LinkedHashMap<>();

  Declarations(SchemaDocument document, Problems problems) {
    Map<String, String> kinds = new HashMap<>();
    for (Block block : document.blocks()) {
      switch (block) {
        case Block.Config config -> requireFree(config.name(), problems);
        case Block.Fields fields -> {
          if (isNew(fields.name(), fields.kind().word(), kinds, problems)) {
            fieldBlocks.put(fields.name().text(), fields);
          }
          requireDistinctFields(fields, problems);
        }
        case Block.Labels labels -> {
          if (isNew(labels.name(), "enum", kinds, problems)) {
            enums.put(labels.name().text(), labels);
          }
          requireDistinctLabels(labels, problems);
        }
      }
    }
  }

  private static boolean isNew(
      Name name, String kind, Map<String, String> kinds, Problems problems) {
    if (startsWithDigit(name)) {
      problems.error(
          name.span(),
          "The name \"" + name + "\" begins with a digit.",
          "Begin it with a letter; @@map gives it any name in the database.");
    }
    if (ScalarType.of(name.text()).isPresent() || RESERVED.contains(name.text())) {
      problems.error(
          name.span(),
          "\"" + name + "\" is reserved and cannot be the name of a " + kind + ".",
          "Choose another name; @@map(\"" + name + "\") keeps this one in the database.");
      return false;
    }
    String earlier = kinds.putIfAbsent(name.text(), kind);
    if (earlier != null) {
      problems.error(
          name.span(),
          "There is already a " + earlier + " of the name \"" + name + "\".",
          "Models, views, types and enums share their names; rename one of the two.");
    }
    return earlier == null;
  }

  private static boolean startsWithDigit(Name name) {
    return name.text().charAt(0) == '-' || Character.isDigit(name.text().charAt(0));
  }

  private static void requireFree(Name name, Problems problems) {
    if (ScalarType.of(name.text()).isPresent()) {
      problems.error(
          name.span(),
          "\"" + name + "\" is the name of a scalar type.",
          "Choose another name; nothing but this schema knows it.");
    }
  }

  private static void requireLetter(Name name, Problems problems) {
    if (startsWithDigit(name)) {
      problems.error(
          name.span(),
          "The name \"" + name + "\" begins with a digit.",
          "Begin it with a letter; @map gives it any name in the database.");
    }
  }

  private static void requireDistinctFields(Block.Fields block, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (FieldDeclaration field : block.fields()) {
      requireLetter(field.name(), problems);
      if (!seen.add(field.name().text())) {
        problems.error(
            field.name().span(),
            "The "
                + block.kind().word()
                + " \""
                + block.name()
                + "\" already has a field \""
                + field.name()
                + "\".",
            "Rename one of the two.");
      }
    }
  }

  private static void requireDistinctLabels(Block.Labels block, Problems problems) {
    if (block.labels().isEmpty() && !problems.isWithin(block.span())) {
      problems.error(
          block.name().span(),
          "The enum \"" + block.name() + "\" has no value.",
          "Write at least one, each on a line of its own.");
    }
    Set<String> seen = new HashSet<>();
    for (Block.Label label : block.labels()) {
      requireLetter(label.name(), problems);
      if (!seen.add(label.name().text())) {
        problems.error(
            label.name().span(),
            "The enum \"" + block.name() + "\" already has a value \"" + label.name() + "\".",
            "Leave one of the two out.");
      }
    }
  }

  /** The models and views, in order. */
  List<Block.Fields> models() {
    return fieldBlocks.values().stream()
        .filter(block -> block.kind() != Block.Fields.Kind.TYPE)
        .toList();
  }

  List<Block.Labels> enums() {
    return List.copyOf(enums.values());
  }

  Optional<Block.Labels> enumOf(String name) {
    return Optional.ofNullable(enums.get(name));
  }

  /** A model, a view or a composite type. */
  Optional<Block.Fields> fieldBlock(String name) {
    return Optional.ofNullable(fieldBlocks.get(name));
  }

  boolean isModel(String name) {
    return fieldBlock(name).filter(one -> one.kind() != Block.Fields.Kind.TYPE).isPresent();
  }

  /** Everything that may stand as the type of a field. */
  List<String> typeNames() {
    List<String> names = new ArrayList<>();
    for (ScalarType type : ScalarType.values()) {
      names.add(type.word());
    }
    names.addAll(fieldBlocks.keySet());
    names.addAll(enums.keySet());
    return names;
  }
}
