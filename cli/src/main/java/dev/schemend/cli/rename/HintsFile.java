package dev.schemend.cli.rename;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.process.FailureException;
import dev.schemend.dialect.Flavor;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.RenameDecision;
import dev.schemend.rename.Declared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code schemend.hints.json}: what became of things, written by hand and kept with the migrations.
 * Described in {@code docs/cli.md}.
 */
public final class HintsFile {

  /** The name under which it is looked for. */
  public static final String NAME = "schemend.hints.json";

  private static final Set<ObjectKind> OBJECTS =
      EnumSet.of(
          ObjectKind.SCHEMA,
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.SEQUENCE,
          ObjectKind.ENUM_TYPE,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.FOREIGN_TABLE,
          ObjectKind.ROUTINE,
          ObjectKind.AGGREGATE,
          ObjectKind.COLLATION,
          ObjectKind.CONVERSION,
          ObjectKind.STATISTICS,
          ObjectKind.TEXT_SEARCH_PARSER,
          ObjectKind.TEXT_SEARCH_TEMPLATE,
          ObjectKind.TEXT_SEARCH_DICTIONARY,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.OPERATOR_CLASS,
          ObjectKind.FOREIGN_DATA_WRAPPER,
          ObjectKind.FOREIGN_SERVER,
          ObjectKind.LANGUAGE,
          ObjectKind.EVENT_TRIGGER,
          ObjectKind.PUBLICATION,
          ObjectKind.SUBSCRIPTION);

  private static final Set<ObjectKind> PARTS =
      EnumSet.of(
          ObjectKind.COLUMN,
          ObjectKind.CONSTRAINT,
          ObjectKind.INDEX,
          ObjectKind.ENUM_VALUE,
          ObjectKind.TRIGGER,
          ObjectKind.POLICY,
          ObjectKind.RULE);

  private final String label;
  private final WrittenNames names;
  private final boolean labelsInColumns;

  private HintsFile(String label, WrittenNames names, boolean labelsInColumns) {
    this.label = label;
    this.names = names;
    this.labelsInColumns = labelsInColumns;
  }

  /**
   * What a file says.
   *
   * @param label the file, as messages name it
   * @throws FailureException where it cannot be read, or says something that has no meaning
   */
  public static List<Declared> read(Path file, String label, DialectKit kit) {
    HintsFile hints =
        new HintsFile(
            label,
            new WrittenNames(kit.dialect().identifiers(), kit.profile().defaultSchema()),
            kit.profile().flavor() != Flavor.POSTGRESQL);
    try {
      return hints.read(new ObjectMapper().readTree(Files.readString(file)));
    } catch (JsonProcessingException notJson) {
      throw hints.invalid(
          "it is no JSON: line "
              + notJson.getLocation().getLineNr()
              + ": "
              + notJson.getOriginalMessage());
    } catch (IOException unreadable) {
      throw Failure.of(
              "not-readable",
              "The hints " + label + " cannot be read.",
              "Check the path of --hints, and that the file is UTF-8.")
          .exception();
    }
  }

  private List<Declared> read(JsonNode root) {
    if (root.path("formatVersion").asInt(1) != 1) {
      throw invalid("formatVersion " + root.path("formatVersion") + " is not known; 1 is");
    }
    List<Declared> declared = new ArrayList<>();
    int number = 0;
    for (JsonNode one : root.path("renames")) {
      String where = label + ": renames[" + number++ + "]";
      ObjectRef from = ref(one, "from", where, Optional.empty());
      ObjectRef to = ref(one, "to", where, Optional.of(from));
      declared.add(new Declared(from, Optional.of(to), RenameDecision.Source.HINT, where));
    }
    number = 0;
    for (JsonNode one : root.path("drops")) {
      String where = label + ": drops[" + number++ + "]";
      ObjectRef from = ref(one, "name", where, Optional.empty());
      declared.add(new Declared(from, Optional.empty(), RenameDecision.Source.HINT, where));
    }
    root.fieldNames()
        .forEachRemaining(
            name -> {
              if (!Set.of("formatVersion", "renames", "drops").contains(name)) {
                throw invalid("it has a member " + name + ", which means nothing");
              }
            });
    return declared;
  }

  private ObjectRef ref(JsonNode one, String member, String where, Optional<ObjectRef> sibling) {
    ObjectKind kind = kind(text(one, "kind", where), where);
    String name = text(one, member, where);
    if (OBJECTS.contains(kind)) {
      return sibling.map(ref -> names.sibling(ref, name)).orElseGet(() -> names.signed(kind, name));
    }
    if (kind == ObjectKind.ENUM_VALUE && labelsInColumns) {
      return names.label(text(one, "in", where), name);
    }
    ObjectKind holder = kind == ObjectKind.ENUM_VALUE ? ObjectKind.ENUM_TYPE : ObjectKind.TABLE;
    return names.part(kind, names.object(holder, text(one, "in", where)).name(), name);
  }

  private ObjectKind kind(String words, String where) {
    String wanted = words.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    return Arrays.stream(ObjectKind.values())
        .filter(kind -> OBJECTS.contains(kind) || PARTS.contains(kind))
        .filter(kind -> kind.words().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    where
                        + " has kind "
                        + words
                        + "; kinds are "
                        + Arrays.stream(ObjectKind.values())
                            .filter(kind -> OBJECTS.contains(kind) || PARTS.contains(kind))
                            .map(ObjectKind::words)
                            .collect(Collectors.joining(", "))));
  }

  private String text(JsonNode one, String member, String where) {
    JsonNode value = one.path(member);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw invalid(where + " has no text " + member);
    }
    return value.textValue();
  }

  private FailureException invalid(String reason) {
    return Failure.of(
            "hints",
            "The hints " + label + " cannot be followed: " + reason + ".",
            "Write them as docs/cli.md shows, or give others with --hints FILE.")
        .exception();
  }
}
