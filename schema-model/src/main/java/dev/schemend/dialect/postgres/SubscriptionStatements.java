package dev.schemend.dialect.postgres;

import dev.schemend.apply.Rejection;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.dialect.ServerVersion;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.Schema;
import dev.schemend.model.SubscriptionWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Subscriptions (subscriptioncmds.c). */
final class SubscriptionStatements {

  private static final ServerVersion FIRST = ServerVersion.of(10, 0, 0);
  private static final String TRUE = "true";
  private static final String FALSE = "false";

  /** What can be said of one, and since when (release notes). */
  private static final Map<String, ServerVersion> SINCE =
      Map.ofEntries(
          Map.entry(SubscriptionWords.CONNECT, FIRST),
          Map.entry(SubscriptionWords.CREATE_SLOT, FIRST),
          Map.entry(SubscriptionWords.COPY_DATA, FIRST),
          Map.entry(SubscriptionWords.ENABLED, FIRST),
          Map.entry(SubscriptionWords.SLOT, FIRST),
          Map.entry("synchronous_commit", FIRST),
          Map.entry("binary", ServerVersion.of(14, 0, 0)),
          Map.entry(SubscriptionWords.STREAMING, ServerVersion.of(14, 0, 0)),
          Map.entry(SubscriptionWords.TWO_PHASE, ServerVersion.of(15, 0, 0)),
          Map.entry("disable_on_error", ServerVersion.of(15, 0, 0)),
          Map.entry("password_required", ServerVersion.of(16, 0, 0)),
          Map.entry("run_as_owner", ServerVersion.of(16, 0, 0)),
          Map.entry("origin", ServerVersion.of(16, 0, 0)),
          Map.entry(SubscriptionWords.FAILOVER, ServerVersion.of(17, 0, 0)));

  /** Large transactions arrive in parallel unless something else is said (release notes 18). */
  private static final ServerVersion STREAMS_IN_PARALLEL = ServerVersion.of(18, 0, 0);

  private static final Map<String, String> STREAMING =
      Map.of(TRUE, "on", "1", "on", "on", "on", FALSE, "off", "0", "off", "off", "off");

  private static final Map<String, String> TRUTHS =
      Map.of("on", TRUE, "1", TRUE, TRUE, TRUE, "off", FALSE, "0", FALSE, FALSE, FALSE);

  private final Scope scope;
  private final ServerVersion version;

  SubscriptionStatements(Scope scope, ServerVersion version) {
    this.scope = scope;
    this.version = version;
  }

  /** The subscription as the server keeps it. */
  Declaration canonical(Declaration written) {
    written.facts().keySet().forEach(word -> requireKnown(written, word));
    boolean connects = truth(written, SubscriptionWords.CONNECT, true);
    boolean enabled = truth(written, SubscriptionWords.ENABLED, connects);
    boolean makesSlot = truth(written, SubscriptionWords.CREATE_SLOT, connects);
    boolean copies = truth(written, SubscriptionWords.COPY_DATA, connects);
    if (!connects && (enabled || makesSlot || copies)) {
      throw refused(written, "is to work without being connected");
    }
    Optional<String> slot =
        written
            .words(SubscriptionWords.SLOT)
            .or(() -> Optional.of(written.ref().name().name().text()));
    boolean without = slot.filter("none"::equals).isPresent();
    if (without && (enabled || makesSlot)) {
      throw refused(written, "is to work without a slot");
    }
    SortedMap<String, Fact> facts = new TreeMap<>(written.facts());
    facts.keySet().removeAll(SubscriptionWords.PASSING);
    facts.put(SubscriptionWords.ENABLED, new Fact.Words(String.valueOf(enabled)));
    facts.put(SubscriptionWords.SLOT, new Fact.Words(slot.orElseThrow()));
    if (version.since(SINCE.get(SubscriptionWords.STREAMING))) {
      facts.putIfAbsent(
          SubscriptionWords.STREAMING,
          new Fact.Words(version.since(STREAMS_IN_PARALLEL) ? "parallel" : "off"));
    }
    return plain(written.with(facts));
  }

  private static Declaration plain(Declaration written) {
    boolean without = written.words(SubscriptionWords.SLOT).filter("none"::equals).isPresent();
    Declaration slotted = without ? written.without(SubscriptionWords.SLOT) : written;
    return slotted
        .words(SubscriptionWords.STREAMING)
        .map(text -> text.toLowerCase(Locale.ROOT))
        .map(text -> new Fact.Words(STREAMING.getOrDefault(text, text)))
        .map(fact -> slotted.with(SubscriptionWords.STREAMING, fact))
        .orElse(slotted);
  }

  Schema alter(Declaration subscription, ObjectAction.Facts change) {
    SortedMap<String, Fact> facts = new TreeMap<>(subscription.facts());
    change
        .values()
        .forEach(
            (word, fact) -> {
              requireKnown(subscription, word);
              fact.ifPresentOrElse(one -> facts.put(word, one), () -> facts.remove(word));
            });
    Declaration changed = plain(subscription.with(facts));
    if (isEnabled(changed) && changed.fact(SubscriptionWords.SLOT).isEmpty()) {
      throw PostgresErrors.invalid(
          subscription.ref(), "cannot work without a slot", PostgresErrors.PREREQUISITE);
    }
    return scope.schema().with(DeclarationStatements.saying(changed));
  }

  Schema alter(Declaration subscription, ObjectAction.Subscribe change) {
    if (change.refresh() && !isEnabled(subscription)) {
      throw PostgresErrors.invalid(
          subscription.ref(),
          "is disabled, so that its tables cannot be looked up",
          PostgresErrors.PREREQUISITE);
    }
    List<Fact> named = change.publications().stream().<Fact>map(Fact.Words::new).toList();
    requireOnce(subscription, named);
    List<Fact> all = new ArrayList<>();
    if (change.verb() != ObjectAction.Publish.Verb.SET) {
      subscription.several(SubscriptionWords.PUBLICATIONS).forEach(all::add);
    }
    if (change.verb() == ObjectAction.Publish.Verb.DROP) {
      if (!all.containsAll(named)) {
        throw PostgresErrors.invalid(
            subscription.ref(), "has no such publication", PostgresErrors.INVALID_OBJECT);
      }
      all.removeAll(named);
    } else {
      all.addAll(named);
      requireOnce(subscription, all);
    }
    if (all.isEmpty()) {
      throw PostgresErrors.invalid(
          subscription.ref(), "would have no publication", PostgresErrors.INVALID_OBJECT);
    }
    return scope
        .schema()
        .with(subscription.with(SubscriptionWords.PUBLICATIONS, new Fact.Several(all)));
  }

  static boolean isEnabled(Declaration subscription) {
    return subscription.words(SubscriptionWords.ENABLED).filter(TRUE::equals).isPresent();
  }

  private void requireKnown(Declaration subscription, String word) {
    boolean own =
        word.equals(SubscriptionWords.CONNECTION)
            || word.equals(SubscriptionWords.SECRET)
            || word.equals(SubscriptionWords.PUBLICATIONS);
    if (!own && (!SINCE.containsKey(word) || !version.since(SINCE.get(word)))) {
      throw refused(subscription, "has no parameter \"" + word + "\"");
    }
  }

  private static void requireOnce(Declaration subscription, List<Fact> publications) {
    if (new HashSet<>(publications).size() < publications.size()) {
      throw PostgresErrors.invalid(
          subscription.ref(), "names a publication twice", PostgresErrors.DUPLICATE_OBJECT);
    }
  }

  private static boolean truth(Declaration written, String word, boolean usual) {
    Optional<String> text = written.words(word).map(one -> one.toLowerCase(Locale.ROOT));
    if (text.isPresent() && !TRUTHS.containsKey(text.get())) {
      throw refused(written, word + " requires a Boolean value");
    }
    return text.map(one -> TRUTHS.get(one).equals(TRUE)).orElse(usual);
  }

  private static Rejection refused(Declaration subscription, String why) {
    return PostgresErrors.invalid(subscription.ref(), why, PostgresErrors.SYNTAX);
  }
}
