package dev.schemend.it.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.ddl.DdlStatement;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.model.Schema;
import dev.schemend.model.SchemaObject;
import dev.schemend.name.ObjectRef;
import dev.schemend.plan.Plan;
import dev.schemend.plan.RenameDecision;
import dev.schemend.plan.RenameQuestion;
import dev.schemend.rename.Declared;
import dev.schemend.rename.RenameAdvice;
import dev.schemend.rename.Renames;
import dev.schemend.testkit.EditScripts;
import dev.schemend.testkit.EditScripts.Neighbours;
import dev.schemend.verify.PlanResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.statistics.Statistics;

/** L2 to L6 and L10, of plans as they are printed and read again; with renames, too. */
final class PlansOfAllKinds {

  /** The same draws in every build, so that a build tells of its change and not of luck. */
  static final String SEED = "20261125";

  private static final ChangePolicy POLICY = ChangePolicy.DEFAULT;

  private PlansOfAllKinds() {}

  /** Neighbouring schemas of one server. */
  record Case(DialectKit kit, Neighbours neighbours) {
    @Override
    public String toString() {
      return kit.profile().flavor()
          + " "
          + kit.profile().version()
          + "\n"
          + text(neighbours.base())
          + "-- edits\n"
          + text(neighbours.edits());
    }

    private String text(List<DdlStatement> statements) {
      return statements.stream()
          .map(statement -> kit.frontend().print(statement) + ";\n")
          .collect(Collectors.joining());
    }
  }

  static Arbitrary<Case> cases(DialectKit kit) {
    return new EditScripts(kit.dialect(), kit.interpreter(), DrawnServers.edits(kit))
        .neighbours(40, 10)
        .map(neighbours -> new Case(kit, neighbours));
  }

  /** Notes which kinds of objects were drawn. */
  static void count(Case one) {
    one.neighbours()
        .to()
        .objects()
        .keys()
        .map(ObjectRef::kind)
        .distinct()
        .forEach(kind -> Statistics.label("kinds").collect(kind));
  }

  /** Fails where a law does not hold. */
  static void hold(Case one) {
    DialectKit kit = one.kit();
    Schema from = one.neighbours().from();
    Schema to = one.neighbours().to();
    assertEquals(List.of(), kit.differ().diff(to, rebuilt(to)), "L2");
    PlanResult.Proven there = proven(kit, from, to, "L3, L4");
    assertTrue(proven(kit, there.reached(), to, "L5").plan().isEmpty(), "L5: something is left");
    assertEquals(
        script(kit, there.plan()),
        script(kit, proven(kit, rebuilt(from), rebuilt(to), "L6").plan()),
        "L6");
    PlanResult.Proven back = proven(kit, there.reached(), from, "L10");
    assertTrue(proven(kit, back.reached(), from, "L10").plan().isEmpty(), "L10: something is left");
    Renames renames = kit.renames(POLICY).search(from, to, new Boldly());
    assertEquals(List.of(), renames.problems());
    if (kit.planMaker(POLICY).plan(renames, to) instanceof PlanResult.Refused refused) {
      fail("with renames: " + refused.reason().message() + "\n" + script(kit, refused.plan()));
    }
  }

  private static PlanResult.Proven proven(DialectKit kit, Schema from, Schema to, String law) {
    return switch (kit.planMaker(POLICY).plan(from, to)) {
      case PlanResult.Proven proven -> {
        boolean known = proven.plan().steps().stream().allMatch(step -> step.group() > 0);
        assertTrue(known, () -> "steps without hazards and locks\n" + script(kit, proven.plan()));
        yield proven;
      }
      case PlanResult.Refused refused ->
          fail(
              law
                  + ": "
                  + refused.reason().message()
                  + "\n"
                  + refused.reason()
                  + "\n"
                  + script(kit, refused.plan()));
    };
  }

  private static String script(DialectKit kit, Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.statements().stream())
        .map(statement -> kit.frontend().print(statement) + ";\n")
        .collect(Collectors.joining());
  }

  // The same objects put in backwards.
  private static Schema rebuilt(Schema schema) {
    List<SchemaObject> objects = new ArrayList<>(schema.objects().values().toList());
    Schema copy = Schema.empty();
    for (SchemaObject object : objects.reversed()) {
      copy = copy.with(object);
    }
    return copy;
  }

  /** Takes whatever stands out for a rename. */
  private static final class Boldly implements RenameAdvice {

    @Override
    public List<Declared> declared() {
      return List.of();
    }

    @Override
    public Optional<RenameDecision> answer(RenameQuestion question) {
      return question
          .likely()
          .map(
              one ->
                  new RenameDecision(
                      Optional.of(one.to()), RenameDecision.Source.OPTION, "boldly"));
    }
  }
}
