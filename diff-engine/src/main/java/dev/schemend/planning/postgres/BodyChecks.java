package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.model.References;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Step;
import dev.schemend.planning.OnlineForms;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which routines a server would refuse at their place in a plan for what their bodies name
 * (fmgr_sql_validator, plpgsql_validator): of two that call each other one is made first, and a
 * body may name what has gone since. Around these {@code check_function_bodies} is off, as it is in
 * all that {@code pg_dump} writes; anywhere else the server's look into bodies is worth having.
 */
final class BodyChecks {

  /** What a body can name that must be there. */
  private static final Set<ObjectKind> NAMED = EnumSet.of(ObjectKind.ROUTINE, ObjectKind.AGGREGATE);

  static {
    NAMED.addAll(References.ROW_SOURCES);
    NAMED.addAll(References.TYPES);
  }

  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

  /** What stands behind words that rows are read from or written to; a call is none. */
  private static final Pattern RELATION =
      Pattern.compile(
          "\\b(?:from|join|update|into)\\s+(?:only\\s+)?("
              + NAME
              + "(?:\\s*\\.\\s*"
              + NAME
              + ")?)(?![\\p{L}\\p{N}_$.\"]|\\s*\\()",
          Pattern.CASE_INSENSITIVE);

  /** Comments and strings. */
  private static final Pattern SILENT =
      Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL);

  private static final Pattern FIRST_BEGIN =
      Pattern.compile("\\bbegin\\b", Pattern.CASE_INSENSITIVE);

  private static final String OWN = "pg_";

  private static final Identifier USUAL = Identifier.of("public");

  private static final List<String> OWN_PATHS =
      List.of(Routine.SETTING + "search_path", Routine.SESSION_SETTING + "search_path");

  /** Words that may stand where a relation does (manual, SELECT, UPDATE, INSERT). */
  private static final Set<String> NO_RELATIONS =
      Set.of("select", "lateral", "set", "values", "rows", "unnest", "strict", "nothing", "of");

  private final Transition transition;
  private final Map<Identifier, List<ObjectRef>> wanted = new HashMap<>();

  BodyChecks(Transition transition) {
    this.transition = transition;
  }

  /** The same steps, with the check off around those that the server would refuse. */
  List<Step> around(List<Step> steps, OnlineForms.Replay replay) {
    boolean routines =
        steps.stream()
            .flatMap(step -> step.statements().stream())
            .anyMatch(statement -> textual(statement).isPresent());
    if (!routines) {
      return steps;
    }
    transition.to().objects().values().map(SchemaObject::ref).forEach(this::want);
    List<Step> surrounded = new ArrayList<>();
    Schema schema = transition.from();
    for (Step step : steps) {
      boolean refused = false;
      for (DdlStatement statement : step.statements()) {
        Schema before = schema;
        refused |= textual(statement).filter(one -> isRefused(one, before)).isPresent();
        Optional<Schema> next = replay.apply(schema, statement);
        if (next.isEmpty()) {
          return steps;
        }
        schema = next.get();
      }
      surrounded.add(refused ? unchecked(step) : step);
    }
    return surrounded;
  }

  private static Step unchecked(Step step) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new DdlStatement.CheckBodies(false));
    statements.addAll(step.statements());
    statements.add(new DdlStatement.CheckBodies(true));
    return new Step(step.label(), statements, step.transaction());
  }

  private void want(ObjectRef ref) {
    if (NAMED.contains(ref.kind())) {
      wanted.computeIfAbsent(ref.name().name(), name -> new ArrayList<>()).add(ref);
    }
  }

  private static Optional<Routine> textual(DdlStatement statement) {
    return statement instanceof DdlStatement.CreateObject create
            && create.object() instanceof Routine routine
            && routine.source().isPresent()
        ? Optional.of(routine)
        : Optional.empty();
  }

  private boolean isRefused(Routine routine, Schema schema) {
    String text = SILENT.matcher(routine.source().orElse("")).replaceAll(" ");
    return switch (routine.language()) {
      case "sql" ->
          comesLater(routine, text, schema)
              || isNowhere(routine, text, schema)
              || BodyColumns.isMissing(text, schema, name -> isNamedIn(text, name));
      // Of PL/pgSQL only the types of variables are looked up.
      case "plpgsql" -> comesLater(routine, declared(text), schema);
      default -> false;
    };
  }

  private static String declared(String text) {
    Matcher begin = FIRST_BEGIN.matcher(text);
    return begin.find() ? text.substring(0, begin.start()) : "";
  }

  /** Whether the text names what the plan makes behind this place. */
  private boolean comesLater(Routine routine, String text, Schema schema) {
    return BodyNames.words(text).stream()
        .filter(word -> !word.equals(routine.name().name()))
        .map(word -> wanted.getOrDefault(word, List.of()))
        .anyMatch(refs -> !refs.isEmpty() && refs.stream().noneMatch(schema::has));
  }

  /** Whether rows are read from, or written to, what neither state has. */
  private boolean isNowhere(Routine routine, String text, Schema schema) {
    if (schema.ofKind(ObjectKind.EXTENSION).findAny().isPresent()) {
      return false;
    }
    Matcher relation = RELATION.matcher(text);
    while (relation.find()) {
      if (isMissing(routine, relation.group(1), text, schema)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMissing(Routine routine, String written, String text, Schema schema) {
    List<Identifier> parts = new ArrayList<>(BodyNames.inOrder(written));
    Identifier name = parts.getLast();
    boolean own =
        parts.size() > 1
            ? !schema.has(ObjectRef.schema(parts.getFirst()))
            : name.key().startsWith(OWN) || NO_RELATIONS.contains(name.key());
    return !own && !isNamedIn(text, name) && !isThere(routine, parts, schema);
  }

  // A query of WITH is a relation to the others.
  private static boolean isNamedIn(String text, Identifier name) {
    return Pattern.compile(
            "\\b"
                + Pattern.quote(name.text())
                + "\"?\\s*(\\([^()]*\\)\\s*)?as\\s*"
                + "((not\\s+)?materialized\\s*)?\\(",
            Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }

  // A plan runs with the usual path: a bare name means what is in the usual schema, unless the
  // routine brings a path of its own.
  private static boolean isThere(Routine routine, List<Identifier> parts, Schema schema) {
    if (parts.size() == 1 && OWN_PATHS.stream().anyMatch(routine.attributes()::containsKey)) {
      return References.ROW_SOURCES.stream()
          .flatMap(schema::ofKind)
          .anyMatch(one -> one.ref().name().name().equals(parts.getLast()));
    }
    ObjectName name = new ObjectName(parts.size() > 1 ? parts.getFirst() : USUAL, parts.getLast());
    return References.ROW_SOURCES.stream().anyMatch(kind -> schema.has(ObjectRef.to(kind, name)));
  }
}
