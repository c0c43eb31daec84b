package dev.schemend.model;

import dev.schemend.expr.SqlExpr;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import dev.schemend.type.SqlType;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An object of PostgreSQL that is no more than a list of facts: an aggregate, extended statistics,
 * a publication, a subscription, a collation, an event trigger, and what extends the server ({@link
 * ExtendingWords}). In a {@code Schema} nothing is said that is so anyway.
 *
 * @param ref kind and name; what has namesakes has a signature for a member, in brackets: the types
 *     of an aggregate, an operator or a cast, the access method of an operator class, the user of a
 *     mapping
 * @param facts what is said of it, by the words of its statement
 */
public record Declaration(ObjectRef ref, SortedMap<String, Fact> facts) implements DefinedObject {

  /** Of an aggregate: the types of its arguments, in order. */
  public static final String ARGUMENTS = "arguments";

  /** Of an aggregate over ordered sets: the types of what it orders. */
  public static final String ORDERED = "order by";

  /** Of an aggregate: whether its last argument stands for any number of such. */
  public static final String VARIADIC = "variadic";

  /** Of statistics: columns, by name, and behind them expressions. */
  public static final String ON = "on";

  /** Of statistics: the table. */
  public static final String FROM = "from";

  /** Of statistics: the kinds, where they are not all. */
  public static final String KINDS = "kinds";

  /** Of statistics: how many values are looked at (ALTER STATISTICS). */
  public static final String TARGET = "statistics";

  /** Of a publication: that it holds every table. */
  public static final String ALL_TABLES = "all tables";

  /** Of a publication: the tables in it, by name. */
  public static final String TABLES = "tables";

  /** Of a publication: the schemas whose tables are in it, by name. */
  public static final String SCHEMAS = "schemas";

  /** Of an event trigger: what it waits for. */
  public static final String EVENT = "event";

  /** Of an event trigger: the commands that it minds, where it does not mind all. */
  public static final String TAGS = "tag";

  /** Of an event trigger: its function. */
  public static final String FUNCTION = "function";

  /** Of an event trigger: {@code disabled}, {@code replica} or {@code always}. */
  public static final String ENABLED = "enabled";

  /** Of a collation as written: the one that it is a copy of. */
  public static final String COPY_OF = "copy of";

  /** What is so where nothing is said (manual, the {@code CREATE} commands). */
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("parallel", "unsafe"),
          Map.entry("finalfunc_modify", "read_only"),
          Map.entry("mfinalfunc_modify", "read_only"),
          Map.entry("finalfunc_extra", "false"),
          Map.entry("mfinalfunc_extra", "false"),
          Map.entry("sspace", "0"),
          Map.entry("msspace", "0"),
          Map.entry("publish", "delete, insert, truncate, update"),
          Map.entry("publish_via_partition_root", "false"),
          Map.entry("publish_generated_columns", "none"),
          Map.entry("synchronous_commit", "off"),
          Map.entry("binary", "false"),
          Map.entry("two_phase", "false"),
          Map.entry("disable_on_error", "false"),
          Map.entry("password_required", "true"),
          Map.entry("run_as_owner", "false"),
          Map.entry("origin", "any"),
          Map.entry("failover", "false"),
          Map.entry("provider", "libc"),
          Map.entry("deterministic", "true"));

  /** What is so where nothing is said; an empty text where there is no such. */
  public static String usualText(String word) {
    return USUAL.getOrDefault(word, "");
  }

  /** The same as a fact. */
  public static Optional<Fact> usual(String word) {
    return Optional.ofNullable(USUAL.get(word)).map(Fact.Words::new);
  }

  /** Lists whose order means nothing. */
  private static final Set<String> UNORDERED =
      Set.of(KINDS, TABLES, SCHEMAS, TAGS, ExtendingWords.ITEMS);

  /** Copies the facts; lists whose order means nothing are put in order. */
  public Declaration {
    Objects.requireNonNull(ref, "ref");
    SortedMap<String, Fact> ordered = new TreeMap<>();
    facts.forEach((word, fact) -> ordered.put(word, inOrder(word, fact)));
    facts = Collections.unmodifiableSortedMap(ordered);
  }

  private static Fact inOrder(String word, Fact fact) {
    if (!(fact instanceof Fact.Several several)) {
      return fact;
    }
    if (UNORDERED.contains(word)) {
      return new Fact.Several(
          several.facts().stream()
              .distinct()
              .sorted(Comparator.comparing(Fact::toString))
              .toList());
    }
    // The server sorts columns, and keeps expressions as they are (CreateStatistics).
    return word.equals(ON)
        ? new Fact.Several(
            several.facts().stream().sorted(Comparator.comparing(Declaration::place)).toList())
        : several;
  }

  private static Identifier place(Fact fact) {
    return fact instanceof Fact.Value value
            && value.expression() instanceof SqlExpr.ColumnRef column
        ? column.column()
        : BEHIND_COLUMNS;
  }

  private static final Identifier BEHIND_COLUMNS = Identifier.of("\uffff");

  /** Something that is said of an object. */
  public sealed interface Fact {

    /** A word, a number or a string, as the catalog holds it. */
    record Words(String text) implements Fact {}

    /** A type. */
    record OfType(SqlType type) implements Fact {}

    /** Another object. */
    record Of(ObjectRef object) implements Fact {}

    /** An expression over the columns of a table. */
    record Value(SqlExpr expression) implements Fact {}

    /**
     * A table in a publication.
     *
     * @param columns those that are published; none means all
     * @param where which rows are published
     */
    record Published(ObjectName table, List<Identifier> columns, Optional<SqlExpr> where)
        implements Fact {
      /** Copies the columns; their order means nothing. */
      public Published {
        columns = columns.stream().sorted().toList();
        Objects.requireNonNull(where, "where");
      }
    }

    /**
     * An operator or a function in an operator class or family.
     *
     * @param number its strategy, or what it is asked for
     * @param left the type on the left
     * @param right the type on the right
     * @param object the operator or the function
     * @param order the family that an operator orders by, where it does not search
     */
    record Item(
        int number, SqlType left, SqlType right, ObjectRef object, Optional<ObjectRef> order)
        implements Fact {
      /** Whether the other one stands at the same place. */
      public boolean isAt(Item other) {
        return number == other.number
            && left.equals(other.left)
            && right.equals(other.right)
            && object.kind() == other.object.kind();
      }
    }

    /** Several of them. */
    record Several(List<Fact> facts) implements Fact {
      /** Copies the facts. */
      public Several {
        facts = List.copyOf(facts);
      }
    }
  }

  /** What is said under that word. */
  public Optional<Fact> fact(String word) {
    return Optional.ofNullable(facts.get(word));
  }

  /** The word, number or string that stands there. */
  public Optional<String> words(String word) {
    return fact(word)
        .filter(Fact.Words.class::isInstance)
        .map(Fact.Words.class::cast)
        .map(Fact.Words::text);
  }

  /** The facts of a list, or nothing. */
  public Stream<Fact> several(String word) {
    return facts.get(word) instanceof Fact.Several several
        ? several.facts().stream()
        : Stream.empty();
  }

  /** The tables of a publication that are named one by one. */
  public Stream<Fact.Published> published() {
    return several(TABLES).filter(Fact.Published.class::isInstance).map(Fact.Published.class::cast);
  }

  /** The types of a list, in order. */
  public Stream<SqlType> types(String word) {
    return several(word)
        .filter(Fact.OfType.class::isInstance)
        .map(fact -> ((Fact.OfType) fact).type());
  }

  /** The type that stands there. */
  public Optional<SqlType> type(String word) {
    return fact(word)
        .filter(Fact.OfType.class::isInstance)
        .map(fact -> ((Fact.OfType) fact).type());
  }

  /** The object that stands there. */
  public Optional<ObjectRef> object(String word) {
    return fact(word).filter(Fact.Of.class::isInstance).map(fact -> ((Fact.Of) fact).object());
  }

  /** The operators and functions of a class or family. */
  public Stream<Fact.Item> items() {
    return several(ExtendingWords.ITEMS)
        .filter(Fact.Item.class::isInstance)
        .map(Fact.Item.class::cast);
  }

  /** What tells objects of one kind and name apart, by the facts; else what does so already. */
  public Identifier signature() {
    return switch (ref.kind()) {
      case AGGREGATE -> Signatures.of(Stream.concat(types(ARGUMENTS), types(ORDERED)).toList());
      case OPERATOR -> Signatures.ofOperator(type(ExtendingWords.LEFT), type(ExtendingWords.RIGHT));
      case CAST ->
          Signatures.of(
              Stream.concat(
                      type(ExtendingWords.SOURCE).stream(), type(ExtendingWords.TARGET).stream())
                  .toList());
      case TRANSFORM -> Signatures.of(type(ExtendingWords.TYPE).stream().toList());
      default -> ref.member();
    };
  }

  /** This object under the signature that its facts give it. */
  public Declaration signed() {
    return withRef(new ObjectRef(ref.kind(), ref.name(), signature()));
  }

  /** The table that statistics are about. */
  public Optional<ObjectName> table() {
    return facts.get(FROM) instanceof Fact.Of of
        ? Optional.of(of.object().name())
        : Optional.empty();
  }

  /** Whether it is of that kind. */
  public boolean is(ObjectKind kind) {
    return ref.kind() == kind;
  }

  /** Whether the other one says the same under these words. */
  public boolean keeps(Declaration other, List<String> words) {
    return words.stream().allMatch(word -> fact(word).equals(other.fact(word)));
  }

  /** This object with other facts. */
  public Declaration with(SortedMap<String, Fact> newFacts) {
    return new Declaration(ref, newFacts);
  }

  /** This object with one more fact, or another one in its place; an empty list is none. */
  public Declaration with(String word, Fact fact) {
    SortedMap<String, Fact> changed = new TreeMap<>(facts);
    if (fact instanceof Fact.Several several && several.facts().isEmpty()) {
      changed.remove(word);
    } else {
      changed.put(word, fact);
    }
    return with(changed);
  }

  /** This object without a fact. */
  public Declaration without(String word) {
    SortedMap<String, Fact> changed = new TreeMap<>(facts);
    changed.remove(word);
    return with(changed);
  }

  /** This object under another name. */
  public Declaration withRef(ObjectRef newRef) {
    return new Declaration(newRef, facts);
  }
}
