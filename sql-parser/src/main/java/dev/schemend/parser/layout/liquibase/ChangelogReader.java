package dev.schemend.parser.layout.liquibase;

import dev.schemend.dialect.Flavor;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.MigrationSourceException;
import dev.schemend.parser.layout.MigrationSourceException.Code;
import dev.schemend.parser.layout.liquibase.ChangelogFiles.Place;
import dev.schemend.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows a changelog and what it includes, in order. */
final class ChangelogReader {

  /** The name under which Liquibase keeps a file of bare SQL. */
  private static final ChangeSet.Identity RAW = new ChangeSet.Identity("includeAll", "raw");

  private static final Set<String> STRUCTURED = Set.of("yaml", "yml", "json", "xml");

  /** Changes without any effect on a schema. */
  private static final Set<String> HARMLESS =
      Set.of(
          "tagDatabase",
          "empty",
          "output",
          "stop",
          "insert",
          "update",
          "delete",
          "loadData",
          "loadUpdateData",
          "comment",
          "rollback",
          "preConditions",
          "validCheckSum",
          "modifySql");

  private final ChangelogFiles files;
  private final LayoutOptions options;
  private final HistoryNotes notes;
  private final Map<String, String> properties = new HashMap<>();
  private final List<Found> found = new ArrayList<>();
  private final Deque<Place> open = new ArrayDeque<>();

  ChangelogReader(ChangelogFiles files, LayoutOptions options, HistoryNotes notes) {
    this.files = files;
    this.options = options;
    this.notes = notes;
  }

  /** A change set, and the changelog that it stands in. */
  record Found(Place place, ChangeSet changeSet) {}

  /** The change sets in order of the files; call once all roots are read. */
  List<Found> found() {
    return List.copyOf(found);
  }

  /** The properties of all changelogs; the first that defines one is right. */
  Map<String, String> properties() {
    return Map.copyOf(properties);
  }

  static boolean isChangelog(String name) {
    return isStructured(name) || name.endsWith(".sql");
  }

  static boolean isStructured(String name) {
    return STRUCTURED.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Reads a changelog and what it includes. */
  void read(Place place) {
    if (open.contains(place)) {
      throw new MigrationSourceException(
          Code.BAD_SETTINGS, files.label(place), "it includes itself");
    }
    open.push(place);
    SourceText file = files.read(place);
    if (!isStructured(place.name())) {
      sql(place, file);
    } else {
      Element root =
          place.name().endsWith(".xml") ? ChangelogXml.read(file) : ChangelogText.read(file);
      root.child("databaseChangeLog")
          .orElseThrow(
              () ->
                  new MigrationSourceException(
                      Code.BAD_SETTINGS, files.label(place), "it has no databaseChangeLog"))
          .children()
          .forEach(part -> part(place, file, part));
    }
    open.pop();
  }

  private void sql(Place place, SourceText file) {
    if (FormattedSql.isFormatted(file)) {
      FormattedSql.Content content = FormattedSql.read(file);
      content.properties().forEach(this::define);
      content.changeSets().forEach(changeSet -> found.add(new Found(place, changeSet)));
    } else {
      ChangeSet.Change whole = new ChangeSet.Change(file, Map.of());
      found.add(
          new Found(place, new ChangeSet(RAW, Map.of(), Optional.empty(), List.of(whole), file)));
    }
  }

  private void part(Place place, SourceText file, Element part) {
    switch (part.name()) {
      case "include" -> include(place, part);
      case "includeAll" -> includeAll(place, part);
      case "property" -> define(part.attributes());
      case "changeSet" -> found.add(new Found(place, changeSet(place, file, part)));
      default -> {
        // Settings of the changelog as a whole, such as logicalFilePath.
      }
    }
  }

  private void include(Place place, Element include) {
    String path = value(include, "file").orElse("");
    boolean optional =
        include.value("errorIfMissing").filter(value -> value.equals("false")).isPresent();
    try {
      read(files.file(path, place, include.isTrue("relativeToChangelogFile")));
    } catch (MigrationSourceException missing) {
      if (missing.code() != Code.MISSING_FILE || !optional) {
        throw missing;
      }
    }
  }

  private void includeAll(Place place, Element include) {
    Place directory =
        files.directory(
            value(include, "path").orElse(""), place, include.isTrue("relativeToChangelogFile"));
    String ending = include.value("endsWithFilter").orElse("");
    for (String own : List.of("filter", "resourceComparator")) {
      if (include.value(own).isPresent()) {
        notes.warn(
            "not-sql",
            files.read(place).span(include.offset(), include.offset()),
            "a class chooses the files of this directory, and it is not known here",
            "all are read, in order of their names");
      }
    }
    for (Place file : files.below(directory)) {
      if (isChangelog(file.name()) && file.name().endsWith(ending) && !file.equals(place)) {
        read(file);
      }
    }
  }

  private Optional<String> value(Element element, String name) {
    return element.value(name).map(text -> Properties.in(text, this::property));
  }

  /** The value of a property as it stands now: what the command line says comes first. */
  private Optional<String> property(String name) {
    return Optional.ofNullable(options.variables().get(name))
        .or(() -> Optional.ofNullable(properties.get(name)));
  }

  private void define(Map<String, String> property) {
    boolean here =
        property.getOrDefault("dbms", "").isEmpty()
            || options
                .server()
                .filter(flavor -> Servers.include(property.get("dbms"), flavor))
                .isPresent();
    String name = property.getOrDefault("name", "");
    if (here && !name.isEmpty()) {
      properties.putIfAbsent(
          name, Properties.in(property.getOrDefault("value", ""), this::property));
    }
  }

  private ChangeSet changeSet(Place place, SourceText file, Element element) {
    List<ChangeSet.Change> changes = new ArrayList<>();
    // JSON and YAML keep the changes in a list of their own, XML right here.
    List<Element> parts = new ArrayList<>();
    for (Element child : element.children()) {
      if (child.name().equals("changes")) {
        parts.addAll(child.children());
      } else if (!element.attributes().containsKey(child.name())) {
        parts.add(child);
      }
    }
    for (Element part : parts) {
      change(place, file, part).ifPresent(changes::add);
    }
    return new ChangeSet(
        new ChangeSet.Identity(element.value("author").orElse(""), element.value("id").orElse("")),
        element.attributes(),
        element.child("preConditions").map(Preconditions::of),
        changes,
        file);
  }

  private Optional<ChangeSet.Change> change(Place place, SourceText file, Element part) {
    return switch (part.name()) {
      case "sql", "createProcedure" -> {
        String member = part.name().equals("sql") ? "sql" : "procedureText";
        if (part.value("path").isPresent()) {
          yield Optional.of(scriptFile(place, part));
        }
        String text = part.value(member).orElse(part.text());
        int offset = part.child(member).map(Element::offset).orElse(part.offset());
        yield Optional.of(
            new ChangeSet.Change(WrittenLines.of(text, file, offset), part.attributes()));
      }
      case "sqlFile" -> Optional.of(scriptFile(place, part));
      default -> {
        if (!HARMLESS.contains(part.name())) {
          notes.warn(
              HistoryNotes.NOT_SQL,
              file.span(part.offset(), part.offset()),
              "the change "
                  + part.name()
                  + " is not written in SQL: what it does to the schema is not known",
              "write it as SQL, or give a database to compare with");
        }
        yield Optional.empty();
      }
    };
  }

  private ChangeSet.Change scriptFile(Place place, Element part) {
    String path = value(part, "path").orElse("");
    return new ChangeSet.Change(
        files.read(files.file(path, place, part.isTrue("relativeToChangelogFile"))),
        part.attributes());
  }

  /** The server that the migrations run on, where it is known. */
  Optional<Flavor> server() {
    return options.server();
  }
}
