package dev.schemend.cli.develop;

import dev.schemend.cli.kit.PrismaKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.cli.process.ExitCode;
import dev.schemend.cli.process.Failure;
import dev.schemend.cli.render.ScriptText;
import dev.schemend.cli.state.HistoryTables;
import dev.schemend.cli.state.PlanStyle;
import dev.schemend.cli.state.PrismaDeclaration;
import dev.schemend.cli.state.StatePair;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.parser.prisma.model.DefaultValue;
import dev.schemend.parser.prisma.model.Model;
import dev.schemend.parser.prisma.model.ScalarField;
import dev.schemend.plan.FormerNames;
import dev.schemend.plan.Plan;
import dev.schemend.planning.prisma.DestructiveChanges;
import dev.schemend.rename.Renames;
import dev.schemend.verify.PlanResult;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What leads from a state to a Prisma schema, in Prisma's style, proven.
 *
 * @param plan the steps
 * @param script the plan as a script
 * @param note what there is to say of its style, or empty
 * @param destructive what it may do to rows
 * @param clientDefaults columns that the client fills, as {@code table.column}
 * @param former the names before the renames with which it begins
 */
public record Difference(
    Plan plan,
    String script,
    Optional<String> note,
    List<DestructiveChanges.Found> destructive,
    Set<String> clientDefaults,
    FormerNames former) {

  /** Copies the collections. */
  public Difference {
    destructive = List.copyOf(destructive);
    clientDefaults = Set.copyOf(clientDefaults);
  }

  /** What is acted upon: all but the tables of the tools that keep histories. */
  public static final ChangePolicy POLICY =
      new ChangePolicy(new TreeSet<>(HistoryTables.NAMES), false);

  /**
   * The difference between two states of which one or none is declared.
   *
   * @param renames with which it begins
   * @throws dev.schemend.cli.process.FailureException where no plan could be proven
   */
  public static Difference of(StatePair states, Renames renames) {
    PlanStyle.Styled styled =
        PlanStyle.PRISMA.plan(
            states, POLICY, renames, false, plan -> ScriptText.of(plan, states.kit().frontend()));
    if (styled.result() instanceof PlanResult.Refused refused) {
      throw Failure.of(
              "unproven-plan",
              "The plan could not be proven, so nothing was done.",
              "This is a defect of schemend; please report it with the two states.")
          .because(List.of(refused.reason().message()))
          .exiting(ExitCode.REFUSED)
          .exception();
    }
    Plan plan = styled.result().plan();
    PrismaKit prisma = ServerFamily.of(states.kit().profile().flavor()).prisma(states.kit());
    return new Difference(
        plan,
        styled.script().apply(plan),
        styled.note(),
        DestructiveChanges.of(prisma.dialect(), plan, renames.renamed(), states.to().schema()),
        states.to().declared().map(Difference::filledByClient).orElse(Set.of()),
        new FormerNames(renames.questions()));
  }

  private static Set<String> filledByClient(PrismaDeclaration declaration) {
    Set<String> columns = new HashSet<>();
    for (Model model : declaration.datamodel().models()) {
      for (ScalarField field : model.fields()) {
        if (field
            .defaultValue()
            .filter(DefaultValue.ClientGenerated.class::isInstance)
            .isPresent()) {
          columns.add(model.table() + "." + field.column());
        }
      }
    }
    return columns;
  }
}
