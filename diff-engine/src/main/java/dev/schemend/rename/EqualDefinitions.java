package dev.schemend.rename;

import dev.schemend.model.Declaration;
import dev.schemend.model.Policy;
import dev.schemend.model.RewriteRule;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Trigger;
import dev.schemend.name.Identifier;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.RenameDecision;
import dev.schemend.plan.RenameQuestion;
import dev.schemend.planning.PlanRules;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects of which the definition is all there is: neither rows nor rights hang on them. One that
 * goes where one comes that is equal but for its name is renamed, as constraints and indexes are;
 * what uses it goes on. Nobody is asked: to make it anew would come to the same.
 */
final class EqualDefinitions {

  private static final Set<ObjectKind> DECLARED =
      EnumSet.of(
          ObjectKind.EVENT_TRIGGER,
          ObjectKind.PUBLICATION,
          ObjectKind.STATISTICS,
          ObjectKind.COLLATION,
          ObjectKind.CONVERSION,
          ObjectKind.TEXT_SEARCH_PARSER,
          ObjectKind.TEXT_SEARCH_TEMPLATE,
          ObjectKind.TEXT_SEARCH_DICTIONARY,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.OPERATOR_CLASS);

  private record Form(ObjectKind kind, Identifier member, Object content) {}

  private EqualDefinitions() {}

  /** Those of {@code kinds} of which exactly one went and exactly one came. */
  static List<RenameQuestion> followed(
      Set<ObjectKind> kinds,
      Transition transition,
      List<Change> changes,
      Set<ObjectRef> settled,
      PlanRules rules) {
    Map<Form, List<ObjectRef>> gone = new HashMap<>();
    Map<Form, List<ObjectRef>> come = new HashMap<>();
    for (Change change : changes) {
      if (!kinds.contains(change.ref().kind()) || settled.contains(change.ref())) {
        continue;
      }
      if (change instanceof Change.Dropped(SchemaObject object)) {
        form(object).ifPresent(form -> put(gone, form, object));
      } else if (change instanceof Change.Created(SchemaObject object)) {
        form(object).ifPresent(form -> put(come, form, object));
      }
    }
    List<RenameQuestion> followed = new ArrayList<>();
    gone.forEach(
        (form, names) -> {
          List<ObjectRef> heirs = come.getOrDefault(form, List.of());
          // Two alike would make it a guess.
          if (names.size() == 1
              && heirs.size() == 1
              && rules.rename(transition, names.getFirst(), heirs.getFirst()).isPresent()) {
            followed.add(renamed(names.getFirst(), heirs.getFirst()));
          }
        });
    followed.sort((one, other) -> one.from().compareTo(other.from()));
    return followed;
  }

  private static void put(Map<Form, List<ObjectRef>> forms, Form form, SchemaObject object) {
    forms.computeIfAbsent(form, one -> new ArrayList<>()).add(object.ref());
  }

  private static RenameQuestion renamed(ObjectRef from, ObjectRef to) {
    RenameDecision decision =
        new RenameDecision(
            Optional.of(to), RenameDecision.Source.DEFINITION, "equal but for the name");
    return new RenameQuestion(from, List.of(), Optional.empty(), Optional.of(decision));
  }

  private static Optional<Form> form(SchemaObject object) {
    if (object instanceof Trigger trigger) {
      return part(trigger, trigger.withName(trigger.table(), Identifier.NONE));
    }
    if (object instanceof Policy policy) {
      return part(policy, policy.withName(policy.table(), Identifier.NONE));
    }
    if (object instanceof RewriteRule rule) {
      return part(rule, rule.withName(rule.table(), Identifier.NONE));
    }
    return object instanceof Declaration declaration && DECLARED.contains(declaration.ref().kind())
        ? Optional.of(
            new Form(declaration.ref().kind(), declaration.ref().member(), declaration.facts()))
        : Optional.empty();
  }

  private static Optional<Form> part(SchemaObject object, SchemaObject nameless) {
    return Optional.of(new Form(object.ref().kind(), Identifier.NONE, nameless));
  }
}
