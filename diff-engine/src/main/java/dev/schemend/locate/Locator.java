package dev.schemend.locate;

import dev.schemend.apply.FoldState;
import dev.schemend.apply.SchemaFold;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.diff.SchemaDiffer;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.script.ParsedScript;
import dev.schemend.script.ParsedStatement;
import dev.schemend.script.StatementEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Finds the prefix of a migration that a live schema is the result of.
 *
 * <p>Costs one comparison of the whole and, for each prefix, one of the objects that the migration
 * touches: versions of a schema share what they have in common, so that the touched ones are found
 * by identity.
 */
public final class Locator {

  private final SchemaFold fold;
  private final SchemaDiffer differ;
  private final ChangePolicy policy;
  private final boolean transactional;

  /**
   * A locator by one server's rules.
   *
   * @param transactional whether DDL takes part in the server's transactions
   */
  public Locator(SchemaFold fold, SchemaDiffer differ, ChangePolicy policy, boolean transactional) {
    this.fold = fold;
    this.differ = differ;
    this.policy = policy;
    this.transactional = transactional;
  }

  /**
   * The place of {@code live} in {@code script}.
   *
   * @param before the state of the history before the migration
   * @param live what the server holds, within the scope
   * @param scope takes out of a schema what is not compared
   */
  public Located locate(
      FoldState before, ParsedScript script, Schema live, UnaryOperator<Schema> scope) {
    List<Schema> prefixes = prefixes(before, script);
    SortedSet<ObjectRef> touched = new TreeSet<>();
    for (int i = 1; i < prefixes.size(); i++) {
      addDifferent(prefixes.get(i - 1), prefixes.get(i), touched);
    }
    Schema liveTouched = only(touched, live);
    List<List<Change>> differences = new ArrayList<>();
    for (int i = 0; i < prefixes.size(); i++) {
      boolean same =
          i > 0 && prefixes.get(i).objects().isSameVersion(prefixes.get(i - 1).objects());
      differences.add(
          same
              ? differences.getLast()
              : decisive(differ.diff(scope.apply(only(touched, prefixes.get(i))), liveTouched)));
    }
    Set<Difference> common = common(differences);
    List<Integer> stops = stops(script);
    int nearest =
        stops.stream()
            .min(Comparator.comparingInt(stop -> Difference.weight(differences.get(stop), common)))
            .orElseThrow();
    int least = Difference.weight(differences.get(nearest), common);
    List<Integer> candidates =
        stops.stream()
            .filter(stop -> Difference.weight(differences.get(stop), common) == least)
            .toList();
    List<Change> drift =
        new ArrayList<>(
            decisive(
                differ.diff(
                    scope.apply(policy.visible(without(touched, prefixes.getFirst()))),
                    policy.visible(without(touched, live)))));
    drift.addAll(Difference.only(differences.get(nearest), common::contains));
    return new Located(
        script,
        prefixes,
        candidates,
        drift,
        Difference.only(differences.get(nearest), one -> !common.contains(one)),
        touched,
        transactional);
  }

  private List<Schema> prefixes(FoldState before, ParsedScript script) {
    List<Schema> prefixes = new ArrayList<>();
    FoldState state = fold.begin(before);
    prefixes.add(state.schema());
    for (ParsedStatement statement : script.statements()) {
      state = fold.run(state, statement);
      prefixes.add(state.schema());
    }
    return prefixes;
  }

  /** How two objects' texts relate is not known, so they decide nothing; nor does an order. */
  private static List<Change> decisive(List<Change> changes) {
    return Difference.only(changes, Difference::isDecisive);
  }

  private static Set<Difference> common(List<List<Change>> differences) {
    Set<Difference> common = new HashSet<>(Difference.of(differences.getFirst()));
    differences.forEach(one -> common.retainAll(Set.copyOf(Difference.of(one))));
    return common;
  }

  /**
   * After how many statements a run can have ended for good: not inside a transaction of the
   * script's own, for that was undone.
   */
  private List<Integer> stops(ParsedScript script) {
    List<Integer> stops = new ArrayList<>(List.of(0));
    boolean open = false;
    for (ParsedStatement statement : script.statements()) {
      switch (StatementEffect.of(statement)) {
        case BEGIN -> open = true;
        case COMMIT, ROLLBACK -> open = false;
        case SCHEMA -> open = open && transactional;
        case DATA, SESSION, UNKNOWN, NONE -> {}
      }
      if (!open) {
        stops.add(statement.source().ordinal());
      }
    }
    return stops;
  }

  @SuppressWarnings("ReferenceEquality") // what two versions share is the same object
  private static void addDifferent(Schema older, Schema newer, Set<ObjectRef> refs) {
    if (older.objects().isSameVersion(newer.objects())) {
      return;
    }
    Iterator<Map.Entry<ObjectRef, SchemaObject>> left = older.objects().iterator();
    Iterator<Map.Entry<ObjectRef, SchemaObject>> right = newer.objects().iterator();
    SchemaObject from = next(left);
    SchemaObject to = next(right);
    while (from != null || to != null) {
      int order = from == null ? 1 : to == null ? -1 : from.ref().compareTo(to.ref());
      if (order != 0 || from != to) {
        refs.add(order <= 0 ? from.ref() : to.ref());
      }
      from = order <= 0 ? next(left) : from;
      to = order >= 0 ? next(right) : to;
    }
  }

  private static SchemaObject next(Iterator<Map.Entry<ObjectRef, SchemaObject>> objects) {
    return objects.hasNext() ? objects.next().getValue() : null;
  }

  private static Schema only(Set<ObjectRef> refs, Schema schema) {
    Schema part = Schema.empty();
    for (ObjectRef ref : refs) {
      part = schema.get(ref).map(part::with).orElse(part);
    }
    return part;
  }

  private static Schema without(Set<ObjectRef> refs, Schema schema) {
    Schema part = schema;
    for (ObjectRef ref : refs) {
      part = part.without(ref);
    }
    return part;
  }
}
