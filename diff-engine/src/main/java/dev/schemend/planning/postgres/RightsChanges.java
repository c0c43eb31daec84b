package dev.schemend.planning.postgres;

import dev.schemend.ddl.DdlStatement;
import dev.schemend.ddl.RightsAction;
import dev.schemend.dialect.Dialect;
import dev.schemend.dialect.RightsBasis;
import dev.schemend.dialect.postgres.PostgresRights;
import dev.schemend.model.AccessObject;
import dev.schemend.model.DefaultRights;
import dev.schemend.model.Rights;
import dev.schemend.model.Role;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.model.Sequence;
import dev.schemend.name.ObjectKind;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Change;
import dev.schemend.plan.StepLabel;
import dev.schemend.planning.Draft;
import dev.schemend.planning.PlannedStep;
import dev.schemend.planning.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owners and privileges, on what is there when all else is done. An owner takes privileges and
 * sequences along, and what is revoked of a table is revoked of its columns: so owners change
 * first, then privileges on whole objects, then those on columns, each seen from where the ones
 * before lead.
 */
final class RightsChanges {

  private static final int OWNER = 0;
  private static final int OBJECT = 1;
  private static final int COLUMN = 2;

  private static final String IN_OTHERS_NAME =
      "it is granted by a role that is not the owner, and only that role can do so";

  private final PostgresRights rights;
  private final Role session;
  private final Transition transition;

  RightsChanges(Dialect dialect, Transition transition) {
    this.rights = new PostgresRights(dialect.profile());
    this.session = dialect.profile().rights().map(RightsBasis::session).orElse(Role.SESSION);
    this.transition = transition;
  }

  /** The steps of the first kind that there is something to do for. */
  Draft draft(List<Change> changes) {
    List<PlannedStep> steps = new ArrayList<>();
    Draft.Collector out = new Draft.Collector();
    for (int rank = OWNER; rank <= COLUMN && steps.isEmpty(); rank++) {
      for (Change change : changes) {
        if (rank(change) == rank) {
          step(change, steps, out);
        }
      }
    }
    steps.forEach(out::add);
    return out.draft();
  }

  private int rank(Change change) {
    Optional<Rights> from = rights(transition.from(), change);
    Optional<Rights> to = rights(transition.to(), change);
    Optional<Rights> either = to.or(() -> from);
    if (either.isPresent() && either.get().on().kind() == ObjectKind.COLUMN) {
      return COLUMN;
    }
    boolean given =
        from.isPresent()
            && to.isPresent()
            && !from.get().owner().equals(to.get().owner())
            && !isOfColumn(transition.from(), from.get().on());
    return given ? OWNER : OBJECT;
  }

  // Such a sequence follows its table.
  private static boolean isOfColumn(Schema schema, ObjectRef ref) {
    return schema.get(ref).orElse(null) instanceof Sequence sequence
        && sequence.ownedBy().isPresent();
  }

  private static Optional<Rights> rights(Schema schema, Change change) {
    return schema.get(change.ref()).filter(Rights.class::isInstance).map(Rights.class::cast);
  }

  private void step(Change change, List<PlannedStep> steps, Draft.Collector out) {
    List<DdlStatement> statements = statements(change.ref());
    boolean inOthersName =
        statements.stream()
            .anyMatch(
                one ->
                    one instanceof DdlStatement.ChangeRights rights
                        && rights.action() instanceof RightsAction.Privileges privileges
                        && privileges.grantor().isPresent());
    if (inOthersName) {
      out.leave(change, IN_OTHERS_NAME);
    } else if (!statements.isEmpty()) {
      steps.add(PlannedStep.of(Steps.step(StepLabel.RIGHTS, statements), change.ref()));
    }
  }

  private List<DdlStatement> statements(ObjectRef ref) {
    Optional<SchemaObject> from = transition.from().get(ref);
    Optional<SchemaObject> to = transition.to().get(ref);
    return switch ((AccessObject) to.or(() -> from).orElseThrow()) {
      case Rights either -> {
        Rights older = from.map(Rights.class::cast).orElseGet(() -> unsaid(either.on()));
        Rights newer = to.map(Rights.class::cast).orElseGet(() -> unsaid(either.on()));
        yield rights.between(older, newer, owner(newer));
      }
      case DefaultRights either -> {
        DefaultRights none = rights.initial(either.role(), either.schema(), either.objects());
        yield rights.between(
            from.map(DefaultRights.class::cast).orElse(none),
            to.map(DefaultRights.class::cast).orElse(none));
      }
    };
  }

  // What an object has of which nothing is said is what it was made with.
  private Rights unsaid(ObjectRef on) {
    return on.kind() == ObjectKind.COLUMN ? PostgresRights.none(on) : rights.initial(on, session);
  }

  private Role owner(Rights wanted) {
    return wanted
        .owner()
        .orElseGet(() -> PostgresRights.ownerOfColumn(transition.from(), wanted.on()));
  }
}
