package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.DropBehavior;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.SubscriptionWords;
import dev.schemend.name.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Subscriptions stay, since what has arrived is known to them. One that is not at work is made and
 * dropped without asking its publisher for anything.
 */
final class SubscriptionChanges {

  /** Why one is not made, nor led elsewhere. */
  static final String SECRET =
      "its connection holds a password, which no plan shows: write that statement by hand";

  private static final String OF_SLOT =
      "it is a property of the slot at the publisher too, which no plan changes";

  /** What has a clause of its own, or cannot be said by {@code SET}. */
  private static final Set<String> NOT_SET =
      Set.of(
          SubscriptionWords.CONNECTION,
          SubscriptionWords.SECRET,
          SubscriptionWords.PUBLICATIONS,
          SubscriptionWords.ENABLED);

  private SubscriptionChanges() {}

  /** Whether it is one that needs a password to be made. */
  static boolean isSecret(SchemaObject object) {
    return object instanceof Declaration declaration
        && declaration.is(ObjectKind.SUBSCRIPTION)
        && declaration.fact(SubscriptionWords.SECRET).isPresent();
  }

  private static boolean isEnabled(Declaration subscription) {
    return subscription.words(SubscriptionWords.ENABLED).filter("true"::equals).isPresent();
  }

  /** The object as its {@code CREATE} says it. */
  static Declaration made(Declaration subscription) {
    Declaration silent = subscription.without(SubscriptionWords.ENABLED);
    return isEnabled(subscription)
        ? silent
        : silent.with(SubscriptionWords.CONNECT, new Fact.Words("false"));
  }

  /** What drops it; of one that is at work the publisher drops the slot. */
  static List<DdlStatement> removal(Declaration subscription) {
    List<DdlStatement> statements = new ArrayList<>();
    if (!isEnabled(subscription) && subscription.fact(SubscriptionWords.SLOT).isPresent()) {
      SortedMap<String, Optional<Fact>> none = new TreeMap<>();
      none.put(SubscriptionWords.SLOT, Optional.empty());
      statements.add(altered(subscription, new ObjectAction.Facts(none)));
    }
    statements.add(
        new DdlStatement.DropObjects(List.of(subscription.ref()), false, DropBehavior.RESTRICT));
    return statements;
  }

  /** Why the one does not become the other; empty where it does. */
  static Optional<String> obstacle(Declaration from, Declaration to) {
    if (isOther(from, to, SubscriptionWords.CONNECTION) && (isSecret(from) || isSecret(to))) {
      return Optional.of(SECRET);
    }
    boolean slot =
        isOther(from, to, SubscriptionWords.TWO_PHASE)
            || isOther(from, to, SubscriptionWords.FAILOVER);
    return slot ? Optional.of(OF_SLOT) : Optional.empty();
  }

  private static boolean isOther(Declaration from, Declaration to, String word) {
    return !from.fact(word).equals(to.fact(word));
  }

  /** The statements that turn the one into the other, where there is no obstacle. */
  static List<DdlStatement> between(Declaration from, Declaration to) {
    List<DdlStatement> statements = new ArrayList<>();
    if (isEnabled(from) && !isEnabled(to)) {
      statements.add(enabled(to));
    }
    if (isOther(from, to, SubscriptionWords.CONNECTION)) {
      SortedMap<String, Optional<Fact>> connection = new TreeMap<>();
      connection.put(SubscriptionWords.CONNECTION, to.fact(SubscriptionWords.CONNECTION));
      statements.add(altered(to, new ObjectAction.Facts(connection)));
    }
    SortedMap<String, Optional<Fact>> settings = new TreeMap<>();
    Set<String> words = new TreeSet<>(from.facts().keySet());
    words.addAll(to.facts().keySet());
    words.removeAll(NOT_SET);
    words.stream()
        .filter(word -> isOther(from, to, word))
        .forEach(word -> settings.put(word, to.fact(word).or(() -> Declaration.usual(word))));
    if (!settings.isEmpty()) {
      statements.add(altered(to, new ObjectAction.Facts(settings)));
    }
    if (!isEnabled(from) && isEnabled(to)) {
      statements.add(enabled(to));
    }
    if (isOther(from, to, SubscriptionWords.PUBLICATIONS)) {
      List<String> publications =
          to.several(SubscriptionWords.PUBLICATIONS).map(one -> ((Fact.Words) one).text()).toList();
      statements.add(
          altered(
              to,
              new ObjectAction.Subscribe(
                  ObjectAction.Publish.Verb.SET, publications, isEnabled(to))));
    }
    return statements;
  }

  private static DdlStatement enabled(Declaration to) {
    SortedMap<String, Optional<Fact>> enabled = new TreeMap<>();
    enabled.put(SubscriptionWords.ENABLED, to.fact(SubscriptionWords.ENABLED));
    return altered(to, new ObjectAction.Facts(enabled));
  }

  private static DdlStatement altered(Declaration to, ObjectAction action) {
    return new DdlStatement.AlterObject(to.ref(), false, action);
  }
}
