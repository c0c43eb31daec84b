package dev.schemend.parser.layout.liquibase;

import dev.schemend.dialect.Flavor;
import dev.schemend.parser.layout.HistoryNotes;
import dev.schemend.parser.layout.LayoutOptions;
import dev.schemend.parser.layout.Placeholders;
import dev.schemend.source.SourceComposer;
import dev.schemend.source.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What of a change set runs on a server, if anything. */
final class LiquibaseScripts {

  private static final String DELIMITER = "endDelimiter";
  private static final Pattern SPACE_AROUND = Pattern.compile("\\\\[nrst][*+?]?|\\$|\\s");
  private static final Pattern LITERAL = Pattern.compile("[^\\\\*+?|()\\[\\]{}^.]+");

  private final LayoutOptions options;
  private final Map<String, String> properties;
  private final HistoryNotes notes;

  LiquibaseScripts(LayoutOptions options, Map<String, String> properties, HistoryNotes notes) {
    this.options = options;
    this.properties = properties;
    this.notes = notes;
  }

  /** The script of a change set; empty where it is left out. */
  Optional<SourceText> script(ChangeSet changeSet) {
    if (!isFor(changeSet.attributes()) || "true".equals(changeSet.attributes().get("ignore"))) {
      return Optional.empty();
    }
    SourceComposer composer = new SourceComposer(changeSet.file().name());
    for (ChangeSet.Change change : changeSet.changes()) {
      if (isFor(change.attributes())) {
        SourceText sql = withDelimiters(change, values().replace(change.sql(), notes));
        composer.copy(sql, 0, sql.text().length());
        // The last statement of a change needs no delimiter, the one before the next does.
        if (!sql.text().stripTrailing().endsWith(";")) {
          composer.insert("\n;\n", sql, sql.text().length());
        }
      }
    }
    return changeSet.precondition().isEmpty()
        ? Optional.of(composer.build())
        : guarded(changeSet, changeSet.precondition().get(), composer.build());
  }

  private Placeholders values() {
    return new Placeholders(
        "${",
        "}",
        name ->
            Optional.ofNullable(options.variables().get(name))
                .or(() -> Optional.ofNullable(properties.get(name))));
  }

  private boolean isFor(Map<String, String> attributes) {
    String servers = attributes.getOrDefault("dbms", "");
    return servers.isBlank()
        || options.server().map(flavor -> Servers.include(servers, flavor)).orElse(true);
  }

  private Optional<SourceText> guarded(
      ChangeSet changeSet, Preconditions preconditions, SourceText script) {
    Optional<Boolean> holds = preconditions.condition().holds(options.server());
    int place = Math.min(1, script.text().length());
    if (holds.isPresent() && !holds.get()) {
      notes.note(
          HistoryNotes.NOT_RUN, script.span(0, place), "not run: its precondition does not hold");
      return Optional.empty();
    }
    // Where it ends the run, whoever wrote it takes it to hold.
    if (holds.isPresent() || !preconditions.skips()) {
      return Optional.of(script);
    }
    Optional<SourceText> asked = asked(changeSet, preconditions.condition(), script);
    if (asked.isEmpty()) {
      notes.warn(
          "precondition",
          script.span(0, place),
          "whether this change set runs depends on the database; it is read as if it did",
          "");
    }
    return asked.or(() -> Optional.of(script));
  }

  /** A query about the database becomes a condition in the script, which is read like any other. */
  private Optional<SourceText> asked(
      ChangeSet changeSet, Precondition condition, SourceText script) {
    if (options.server().filter(Flavor.POSTGRESQL::equals).isEmpty()
        || !(condition instanceof Precondition.All all)
        || all.parts().size() != 1
        || !(all.parts().getFirst() instanceof Precondition.Query query)
        || !query.expected().matches("\\d+")) {
      return Optional.empty();
    }
    String tag = "$precondition$";
    if (script.text().contains(tag) || query.sql().contains(tag)) {
      return Optional.empty();
    }
    String sql = query.sql().strip().replaceFirst(";$", "");
    return Optional.of(
        new SourceComposer(changeSet.file().name())
            .insert(
                "DO " + tag + " BEGIN IF (" + sql + ") = " + query.expected() + " THEN ", script, 0)
            .copy(script, 0, script.text().length())
            .insert(" END IF; END " + tag + ";", script, script.text().length())
            .build());
  }

  /**
   * Another delimiter, said in the client's word on MySQL, and replaced where it ends a line on
   * PostgreSQL, where no body needs one. It may be written as a regular expression with the space
   * around it.
   */
  private SourceText withDelimiters(ChangeSet.Change change, SourceText sql) {
    String written = change.attributes().getOrDefault(DELIMITER, ";");
    String delimiter = SPACE_AROUND.matcher(written).replaceAll("");
    if (delimiter.isEmpty() || delimiter.equals(";")) {
      return sql;
    }
    if (!LITERAL.matcher(delimiter).matches()) {
      notes.warn(
          "delimiter",
          sql.span(0, 0),
          "the delimiter " + written + " is a pattern; the text is cut at semicolons",
          "");
      return sql;
    }
    return options.server().filter(Flavor.POSTGRESQL::equals).isPresent()
        ? semicolons(sql, delimiter)
        : new SourceComposer(sql.name())
            .insert("DELIMITER " + delimiter + "\n", sql, 0)
            .copy(sql, 0, sql.text().length())
            .insert("\n" + delimiter + "\nDELIMITER ;\n", sql, sql.text().length())
            .build();
  }

  private static SourceText semicolons(SourceText sql, String delimiter) {
    SourceComposer composer = new SourceComposer(sql.name());
    Pattern atLineEnd =
        Pattern.compile(
            Pattern.quote(delimiter) + "(?=[ \\t\\r]*(\\n|$))", Pattern.CASE_INSENSITIVE);
    int[] kept = {0};
    atLineEnd
        .matcher(sql.text())
        .results()
        .forEach(
            found -> {
              composer.copy(sql, kept[0], found.start()).insert(";", sql, found.start());
              kept[0] = found.end();
            });
    return composer.copy(sql, kept[0], sql.text().length()).build();
  }
}
