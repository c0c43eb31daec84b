package dev.schemend.apply;

import dev.schemend.collect.PersistentSortedMap;
import dev.schemend.model.Routine;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.source.Diagnostic;
import dev.schemend.source.SourceSpan;
import dev.schemend.source.StatementText;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names in statements that the server runs and whose effect is not known: such a statement may have
 * made, changed or dropped anything that it names, so that nobody can say afterwards that the
 * server would refuse a statement because there is no such thing, or already one.
 *
 * @param places the first such statement that names it, for each name
 */
public record Doubts(PersistentSortedMap<Identifier, SourceSpan> places) {

  /** No doubts. */
  public static final Doubts NONE = new Doubts(PersistentSortedMap.empty());

  private static final Pattern GENERATED =
      Pattern.compile("_(?:seq|key|pkey|idx|fkey|check|excl)\\d*$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\d_$]*");

  /** Rejects null. */
  public Doubts {
    Objects.requireNonNull(places, "places");
  }

  /** The doubts that a statement leaves about the names in it. */
  static Doubts of(SourceSpan statement, Collection<ObjectName> touches) {
    Doubts doubts = NONE;
    for (ObjectName name : touches) {
      doubts = new Doubts(doubts.places.with(name.name(), statement));
    }
    return doubts;
  }

  /**
   * The doubts that code leaves: about every word in it, in the routines that it may call, and in
   * those that these may call.
   */
  static Doubts ofCode(StatementText code, Schema schema) {
    Map<Identifier, List<String>> bodies = bodies(schema);
    Doubts doubts = NONE;
    Deque<Identifier> open = new ArrayDeque<>();
    words(code.text()).forEach(open::add);
    while (!open.isEmpty()) {
      Identifier word = open.poll();
      if (doubts.about(word).isEmpty()) {
        doubts = new Doubts(doubts.places.with(word, code.span()));
        bodies.getOrDefault(word, List.of()).forEach(body -> words(body).forEach(open::add));
      }
    }
    return doubts;
  }

  private static Stream<Identifier> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .flatMap(word -> Stream.of(word, word.toLowerCase(Locale.ROOT)))
        .map(Identifier::of);
  }

  private static Map<Identifier, List<String>> bodies(Schema schema) {
    return schema
        .ofKind(ObjectKind.ROUTINE)
        .filter(Routine.class::isInstance)
        .map(Routine.class::cast)
        .filter(routine -> routine.source().isPresent())
        .collect(
            Collectors.groupingBy(
                routine -> routine.name().name(),
                Collectors.mapping(
                    routine -> routine.source().orElseThrow(), Collectors.toList())));
  }

  /** Where the statement is that makes {@code name} doubtful. */
  public Optional<SourceSpan> about(Identifier name) {
    return places.get(name);
  }

  /**
   * The same of an object and of what it is a part of: a statement that changes a column names the
   * table, too, one that drops an index need not.
   */
  public Optional<SourceSpan> about(ObjectRef object) {
    Optional<SourceSpan> whole =
        about(object.name().name()).or(() -> ofGenerated(object.name().name()));
    return object.kind() == ObjectKind.COLUMN || object.member().isNone()
        ? whole
        : whole.or(() -> about(object.member())).or(() -> ofGenerated(object.member()));
  }

  // A name that nobody wrote begins with that of the table which brought it (makeObjectName).
  private Optional<SourceSpan> ofGenerated(Identifier name) {
    if (!GENERATED.matcher(name.key()).find()) {
      return Optional.empty();
    }
    return IntStream.range(1, name.key().length())
        .filter(at -> name.key().charAt(at) == '_')
        .mapToObj(at -> Identifier.of(name.key().substring(0, at)))
        .flatMap(table -> about(table).stream())
        .findFirst();
  }

  /** What is said of a statement that the model refuses because of what it cannot know. */
  public static Diagnostic unknown(StatementText statement, String refusal, SourceSpan unread) {
    return new Diagnostic(
        "unknowable",
        Diagnostic.Severity.WARNING,
        Optional.of(statement.span()),
        refusal + " as far as can be told: that may come of " + unread.position(),
        "what it does to the schema is not in the model");
  }

  /** Both together; of two statements that name the same, the first. */
  Doubts plus(Doubts later) {
    PersistentSortedMap<Identifier, SourceSpan> all = places;
    for (Iterator<Map.Entry<Identifier, SourceSpan>> more = later.places.iterator();
        more.hasNext(); ) {
      Map.Entry<Identifier, SourceSpan> one = more.next();
      if (!all.containsKey(one.getKey())) {
        all = all.with(one.getKey(), one.getValue());
      }
    }
    return all.isSameVersion(places) ? this : new Doubts(all);
  }
}
