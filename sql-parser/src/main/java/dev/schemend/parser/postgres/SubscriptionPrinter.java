package dev.schemend.parser.postgres;

import dev.schemend.ddl.ObjectAction;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.SubscriptionWords;
import dev.schemend.name.Identifier;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Subscriptions; what is secret in a connection is not printed, for it is not there. */
final class SubscriptionPrinter {

  private static final Set<String> IN_PLACES_OF_THEIR_OWN =
      Set.of(
          SubscriptionWords.CONNECTION, SubscriptionWords.SECRET, SubscriptionWords.PUBLICATIONS);

  private SubscriptionPrinter() {}

  static String body(Declaration subscription) {
    SortedMap<String, String> parameters = new TreeMap<>();
    subscription
        .facts()
        .forEach(
            (word, fact) -> {
              if (!IN_PLACES_OF_THEIR_OWN.contains(word)) {
                parameters.put(word, text(fact));
              }
            });
    parameters.putIfAbsent(SubscriptionWords.SLOT, "none");
    return Quoting.name(subscription.ref().name().name())
        + " CONNECTION "
        + Quoting.string(subscription.words(SubscriptionWords.CONNECTION).orElse(""))
        + " PUBLICATION "
        + publications(
            subscription
                .several(SubscriptionWords.PUBLICATIONS)
                .map(SubscriptionPrinter::text)
                .toList())
        + " WITH "
        + StorageParameters.print(parameters);
  }

  private static String text(Fact fact) {
    return ((Fact.Words) fact).text();
  }

  private static String publications(Collection<String> names) {
    return names.stream().map(Identifier::of).map(Quoting::name).collect(Collectors.joining(", "));
  }

  static String action(ObjectAction.Subscribe change) {
    return change.verb()
        + " PUBLICATION "
        + publications(change.publications())
        + (change.refresh() ? "" : " WITH (refresh = false)");
  }

  static String action(ObjectAction.Facts change) {
    if (change.values().containsKey(SubscriptionWords.CONNECTION)) {
      return "CONNECTION "
          + Quoting.string(
              change
                  .values()
                  .get(SubscriptionWords.CONNECTION)
                  .map(SubscriptionPrinter::text)
                  .orElse(""));
    }
    if (change.values().containsKey(SubscriptionWords.ENABLED)) {
      boolean enabled =
          change
              .values()
              .get(SubscriptionWords.ENABLED)
              .filter(new Fact.Words("true")::equals)
              .isPresent();
      return enabled ? "ENABLE" : "DISABLE";
    }
    SortedMap<String, String> parameters = new TreeMap<>();
    change
        .values()
        .forEach(
            (word, fact) ->
                parameters.put(
                    word,
                    fact.map(SubscriptionPrinter::text)
                        .orElse(
                            SubscriptionWords.SLOT.equals(word)
                                ? "none"
                                : Declaration.usualText(word))));
    return "SET " + StorageParameters.print(parameters);
  }
}
