package dev.schemend.apply;

import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.model.Lineage;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.StoredDefinition;
import dev.schemend.model.Table;
import dev.schemend.model.Trigger;
import dev.schemend.model.View;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which tables may hold rows, in a database on which nothing but the statements so far has run. A
 * table holds none for certain where no statement that may write rows has named it: nor one of the
 * routines and triggers that such a statement may set off. Names are taken from texts as words,
 * whatever they stand for there, so that too many tables count as filled, and never too few.
 *
 * @param any whether every table may hold rows: the database was somebody else's before, or names
 *     were made at run time
 * @param words the names of tables that may hold rows, in lower case
 */
public record FilledTables(boolean any, PersistentSortedMap<String, Boolean> words) {

  /** No table holds rows: the database is empty. */
  public static final FilledTables NONE = new FilledTables(false, PersistentSortedMap.empty());

  /** Nothing is known of rows. */
  public static final FilledTables ANY = new FilledTables(true, PersistentSortedMap.empty());

  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\d_$]*+");
  private static final Pattern START =
      Pattern.compile(
          "^(?:\\s++|--[^\\n]*+\\n|#[^\\n]*+\\n|/\\*.*?\\*/|\\()*+([\\p{L}_]++)", Pattern.DOTALL);
  private static final Pattern ROWS_OF_A_QUERY =
      Pattern.compile("\\bselect\\b|\\bas\\s+(?:table|values|execute)\\b");
  private static final Pattern ROWS_MOVE =
      Pattern.compile("\\b(?:rename|attach|exchange|inherit|schema|reorganize|convert)\\b");
  private static final Pattern TABLE =
      Pattern.compile("^[^$]{0,200}?\\bcreate\\s+(?:\\w+\\s+){0,4}table\\b");
  private static final Pattern LATER =
      Pattern.compile("\\bcreate\\s+(?:or\\s+replace\\s+)?(?:\\S+\\s+)??(?:rule|event)\\b");
  private static final Pattern MADE_AT_RUN_TIME = Pattern.compile("\\b(?:execute|prepare)\\b");
  private static final Pattern WRITES =
      Pattern.compile("\\b(?:insert|copy|merge|replace|load|into)\\b");

  private static final List<ObjectKind> SET_OFF =
      List.of(ObjectKind.ROUTINE, ObjectKind.TRIGGER, ObjectKind.VIEW);

  /** Statements that write no rows, whatever they name. */
  private static final Set<String> WITHOUT_ROWS =
      Set.of(
          "analyze",
          "begin",
          "checkpoint",
          "cluster",
          "comment",
          "commit",
          "deallocate",
          "discard",
          "drop",
          "end",
          "flush",
          "grant",
          "listen",
          "lock",
          "notify",
          "optimize",
          "refresh",
          "reindex",
          "release",
          "reset",
          "revoke",
          "rollback",
          "savepoint",
          "security",
          "set",
          "show",
          "start",
          "truncate",
          "unlisten",
          "unlock",
          "use",
          "vacuum");

  /** The tables in which tools keep what they have run: they write there, and no script says so. */
  private static final Set<String> OF_TOOLS =
      Set.of(
          "_prisma_migrations",
          "_sqlx_migrations",
          "__diesel_schema_migrations",
          "__drizzle_migrations",
          "atlas_schema_revisions",
          "databasechangelog",
          "databasechangeloglock",
          "flyway_schema_history",
          "goose_db_version",
          "gopg_migrations",
          "gorp_migrations",
          "knex_migrations",
          "migrations",
          "pgmigrations",
          "schema_migration",
          "schema_migrations",
          "schema_version",
          "schemaversion");

  /** Rejects null. */
  public FilledTables {
    Objects.requireNonNull(words, "words");
  }

  /** Whether a table of that name may hold rows. */
  public boolean mayHold(Identifier name, Schema schema) {
    String word = lower(name.text());
    return any
        || !WORD.matcher(word).matches()
        || words.containsKey(word)
        || OF_TOOLS.contains(word)
        || !isByItself(name, schema);
  }

  // Heirs and partitions hold rows that were written to others.
  private static boolean isByItself(Identifier name, Schema schema) {
    List<Lineage> lineages =
        schema
            .tables()
            .filter(table -> table.name().name().equals(name))
            .map(table -> table.options().postgres().lineage())
            .toList();
    return !lineages.isEmpty()
        && lineages.stream().allMatch(one -> one.parents().isEmpty() && one.key().isEmpty())
        && schema
            .tables()
            .flatMap(table -> table.options().postgres().lineage().parents().stream())
            .noneMatch(parent -> parent.name().equals(name));
  }

  /**
   * What may hold rows after one more statement.
   *
   * @param schema what is there when it runs, and what it makes
   */
  public FilledTables after(String statement, Schema schema) {
    Matcher start = START.matcher(statement);
    String verb = start.find() ? lower(start.group(1)) : "";
    if (any || WITHOUT_ROWS.contains(verb)) {
      return this;
    }
    return switch (verb) {
      case "alter", "rename" -> altered(lower(statement), schema);
      case "create" -> created(lower(statement), schema);
      case "update", "delete" ->
          Collections.disjoint(words(statement), known()) ? this : setOff(statement, schema);
      // Behind it stand the rows.
      case "copy" -> setOff(statement.split(";", 2)[0], schema);
      default -> setOff(statement, schema);
    };
  }

  /** What may hold rows after a statement of which only the beginning is known. */
  public FilledTables afterOneThatBegins(String beginning) {
    Matcher start = START.matcher(beginning);
    return start.find() && WITHOUT_ROWS.contains(lower(start.group(1))) ? this : ANY;
  }

  private FilledTables altered(String statement, Schema schema) {
    Set<String> named = words(statement);
    return ROWS_MOVE.matcher(statement).find() && !Collections.disjoint(named, known())
        ? with(named, schema)
        : this;
  }

  private FilledTables created(String statement, Schema schema) {
    if (TABLE.matcher(statement).find()) {
      return ROWS_OF_A_QUERY.matcher(statement).find() ? setOff(statement, schema) : this;
    }
    return LATER.matcher(statement).find() ? setOff(statement, schema) : this;
  }

  private Set<String> known() {
    return words.keys().collect(Collectors.toSet());
  }

  /** After a statement that may write rows, and set off what it names. */
  private FilledTables setOff(String statement, Schema schema) {
    Set<String> seen = new HashSet<>();
    Deque<String> texts = new ArrayDeque<>(List.of(statement));
    while (!texts.isEmpty()) {
      String text = texts.poll();
      if (MADE_AT_RUN_TIME.matcher(lower(text)).find() && WRITES.matcher(lower(text)).find()) {
        return ANY;
      }
      Set<String> fresh = words(text);
      fresh.removeAll(seen);
      seen.addAll(fresh);
      for (ObjectKind kind : SET_OFF) {
        schema.ofKind(kind).flatMap(one -> body(one, fresh).stream()).forEach(texts::add);
      }
    }
    return with(seen, schema);
  }

  /** What runs, or is written, when an object of these names is called, read or written to. */
  private static Optional<String> body(SchemaObject object, Set<String> named) {
    return switch (object) {
      case Routine routine when isNamed(routine.name(), named) -> routine.source();
      case Trigger trigger when isNamed(trigger.table(), named) ->
          Optional.of(trigger.function().name().text());
      case View view when isNamed(view.name(), named) -> Optional.of(namesOf(view.dependsOn()));
      case StoredDefinition stored
          when isNamed(stored.table().orElse(stored.ref().name()), named) ->
          Optional.of(stored.body() + " " + namesOf(stored.dependsOn()));
      default -> Optional.empty();
    };
  }

  private static boolean isNamed(ObjectName name, Set<String> named) {
    return named.contains(lower(name.name().text()));
  }

  private static String namesOf(Set<ObjectRef> objects) {
    return objects.stream().map(one -> one.name().name().text()).collect(Collectors.joining(" "));
  }

  private FilledTables with(Set<String> named, Schema schema) {
    PersistentSortedMap<String, Boolean> all = words;
    for (Table table : (Iterable<Table>) schema.tables()::iterator) {
      String name = lower(table.name().name().text());
      if (named.contains(name) && !all.containsKey(name)) {
        all = all.with(name, true);
      }
    }
    return all.isSameVersion(words) ? this : new FilledTables(false, all);
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(FilledTables::lower)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
