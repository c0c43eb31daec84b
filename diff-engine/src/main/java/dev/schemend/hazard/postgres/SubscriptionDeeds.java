package dev.schemend.hazard.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.ObjectAction;
import dev.schemend.hazard.Deed;
import dev.schemend.model.Declaration;
import dev.schemend.model.Declaration.Fact;
import dev.schemend.model.Schema;
import dev.schemend.model.SubscriptionWords;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Hazard;
import java.util.List;
import java.util.Optional;

/** What happens to subscriptions, and at their publishers (manual, CREATE SUBSCRIPTION). */
final class SubscriptionDeeds {

  private SubscriptionDeeds() {}

  /** Whether it stands outside of transactions; all that make or drop one do. */
  static boolean isAlone(DdlStatement statement) {
    return subject(statement).isPresent()
        && switch (statement) {
          case DdlStatement.AlterObject alter ->
              alter.action() instanceof ObjectAction.Subscribe subscribe && subscribe.refresh();
          case DdlStatement other -> true;
        };
  }

  private static Optional<ObjectRef> subject(DdlStatement statement) {
    Optional<ObjectRef> ref =
        switch (statement) {
          case DdlStatement.CreateObject create -> Optional.of(create.object().ref());
          case DdlStatement.DropObjects drop -> drop.objects().stream().findFirst();
          case DdlStatement.AlterObject alter -> Optional.of(alter.object());
          case DdlStatement other -> Optional.empty();
        };
    return ref.filter(one -> one.kind() == ObjectKind.SUBSCRIPTION);
  }

  /** What it means that it stands alone. */
  static Hazard alone(Deed deed, DdlStatement statement) {
    ObjectRef ref =
        subject(statement)
            .orElseThrow(() -> new IllegalStateException("runs in a transaction: " + statement));
    Schema where = statement instanceof DdlStatement.DropObjects ? deed.before() : deed.after();
    String reason =
        asks(where, ref)
            ? "it asks the publisher, whose slot comes or goes with it, and fails where that one"
                + " cannot be reached"
            : "it is run by itself, as all that make or drop a subscription are";
    return new Hazard(Hazard.Kind.NON_TRANSACTIONAL, ref, reason);
  }

  private static boolean asks(Schema schema, ObjectRef ref) {
    return declaration(schema, ref)
        .flatMap(one -> one.words(SubscriptionWords.ENABLED))
        .filter("true"::equals)
        .isPresent();
  }

  private static Optional<Declaration> declaration(Schema schema, ObjectRef ref) {
    return schema.get(ref).filter(Declaration.class::isInstance).map(Declaration.class::cast);
  }

  /** What is lost with a subscription that goes, or that lets go of its slot. */
  static List<Hazard> losses(Deed deed) {
    Optional<ObjectRef> ref = subject(deed.statement());
    if (ref.isEmpty()) {
      return List.of();
    }
    if (deed.statement() instanceof DdlStatement.DropObjects) {
      return List.of(
          new Hazard(
              Hazard.Kind.DATA_LOSS,
              ref.get(),
              "nothing arrives any more, and how far it had come is forgotten"));
    }
    Optional<Fact> slot =
        declaration(deed.before(), ref.get()).flatMap(one -> one.fact(SubscriptionWords.SLOT));
    boolean letsGo =
        slot.isPresent()
            && declaration(deed.after(), ref.get())
                .filter(one -> one.fact(SubscriptionWords.SLOT).isEmpty())
                .isPresent();
    return letsGo
        ? List.of(
            new Hazard(
                Hazard.Kind.DATA_LOSS,
                ref.get(),
                "a slot "
                    + ((Fact.Words) slot.get()).text()
                    + " that the publisher has keeps its log there until somebody drops it"))
        : List.of();
  }
}
