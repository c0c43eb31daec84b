package dev.schemend.parser.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.dialect.postgres.ConnectionText;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.SubscriptionWords;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectName;
import dev.schemend.name.ObjectRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antlr.v4.runtime.ParserRuleContext;

/** Subscriptions. What is secret in a connection is left behind here. */
final class SubscriptionBuilder {

  private static final String REFRESH = "refresh";
  private static final String SYNTAX = "42601";
  private static final String DUPLICATE = "42710";

  /** What only {@code CREATE SUBSCRIPTION} takes, or another clause of {@code ALTER} says. */
  private static final Set<String> NOT_SET =
      Set.of(
          SubscriptionWords.CONNECT,
          SubscriptionWords.CREATE_SLOT,
          SubscriptionWords.COPY_DATA,
          SubscriptionWords.ENABLED);

  private final Names names;

  SubscriptionBuilder(Names names) {
    this.names = names;
  }

  /** The statement; empty where it changes nothing that the model holds. */
  Optional<DdlStatement> statement(ParserRuleContext context) {
    return switch (context) {
      case PostgresParser.CreateSubscriptionContext it -> Optional.of(create(it));
      case PostgresParser.AlterSubscriptionContext it ->
          action(it).map(one -> new DdlStatement.AlterObject(ref(it.name(1)), false, one));
      case PostgresParser.DropSubscriptionContext it ->
          Optional.of(
              new DdlStatement.DropObjects(
                  List.of(ref(it.name(1))),
                  it.EXISTS() != null,
                  TableActionBuilder.behavior(it.dropBehavior())));
      case ParserRuleContext other -> throw new BeyondTheModel(other, "a subscription");
    };
  }

  private ObjectRef ref(PostgresParser.NameContext name) {
    return ObjectRef.to(ObjectKind.SUBSCRIPTION, ObjectName.unqualified(names.name(name)));
  }

  // CREATE SUBSCRIPTION s CONNECTION '…' PUBLICATION p, …
  private DdlStatement create(PostgresParser.CreateSubscriptionContext context) {
    SortedMap<String, Fact> facts = new TreeMap<>();
    parameters(context.storageParameters())
        .forEach((word, text) -> facts.put(word, new Fact.Words(text)));
    facts.put(
        SubscriptionWords.PUBLICATIONS,
        new Fact.Several(
            publications(context, context.name().subList(4, context.name().size())).stream()
                .<Fact>map(Fact.Words::new)
                .toList()));
    connection(context.stringConstant())
        .forEach((word, fact) -> fact.ifPresent(one -> facts.put(word, one)));
    return new DdlStatement.CreateObject(
        new Declaration(ref(context.name(1)), facts), false, false);
  }

  private SortedMap<String, String> parameters(PostgresParser.StorageParametersContext context) {
    return context == null ? new TreeMap<>() : StorageParameters.read(context, names);
  }

  private List<String> publications(
      ParserRuleContext statement, List<PostgresParser.NameContext> written) {
    List<String> publications = names.names(written).stream().map(name -> name.text()).toList();
    if (new HashSet<>(publications).size() < publications.size()) {
      throw new RefusedText(statement, DUPLICATE, "a publication is named more than once");
    }
    return publications;
  }

  private SortedMap<String, Optional<Fact>> connection(
      PostgresParser.StringConstantContext context) {
    ConnectionText text =
        ConnectionText.of(names.string(context))
            .orElseThrow(() -> new RefusedText(context, SYNTAX, "no connection is described so"));
    return text.facts();
  }

  private Optional<ObjectAction> action(PostgresParser.AlterSubscriptionContext context) {
    if (context.OWNER() != null) {
      return Optional.empty();
    }
    if (context.RENAME() != null) {
      return Optional.of(new ObjectAction.Rename(names.name(context.name().getLast())));
    }
    if (context.stringConstant() != null) {
      return Optional.of(new ObjectAction.Facts(connection(context.stringConstant())));
    }
    if (context.ENABLE() != null || context.DISABLE() != null) {
      SortedMap<String, Optional<Fact>> enabled = new TreeMap<>();
      enabled.put(
          SubscriptionWords.ENABLED,
          Optional.of(new Fact.Words(String.valueOf(context.ENABLE() != null))));
      return Optional.of(new ObjectAction.Facts(enabled));
    }
    boolean listed = context.name().size() > 3;
    if (listed) {
      return Optional.of(subscribe(context));
    }
    return context.SET() == null
        ? Optional.empty() // REFRESH and SKIP, which change nothing that lasts
        : Optional.of(new ObjectAction.Facts(settings(context.storageParameters())));
  }

  private ObjectAction subscribe(PostgresParser.AlterSubscriptionContext context) {
    ObjectAction.Publish.Verb verb = ObjectAction.Publish.Verb.DROP;
    if (context.SET() != null) {
      verb = ObjectAction.Publish.Verb.SET;
    } else if (context.ADD() != null) {
      verb = ObjectAction.Publish.Verb.ADD;
    }
    String refresh = parameters(context.storageParameters()).getOrDefault(REFRESH, "true");
    return new ObjectAction.Subscribe(
        verb,
        publications(context, context.name().subList(3, context.name().size())),
        !Set.of("false", "off", "0").contains(refresh));
  }

  private SortedMap<String, Optional<Fact>> settings(
      PostgresParser.StorageParametersContext context) {
    SortedMap<String, Optional<Fact>> values = new TreeMap<>();
    parameters(context)
        .forEach(
            (word, text) -> {
              if (NOT_SET.contains(word)) {
                throw new RefusedText(context, SYNTAX, "unrecognized subscription parameter");
              }
              values.put(word, Optional.of(new Fact.Words(text)));
            });
    return values;
  }
}
