package dev.schemend.cli.state;

import dev.schemend.cli.kit.DialectKit;
import dev.schemend.cli.kit.PrismaKit;
import dev.schemend.cli.kit.ServerFamily;
import dev.schemend.ddl.DeclaredSchema;
import dev.schemend.diff.ChangePolicy;
import dev.schemend.model.Schema;
import dev.schemend.name.Identifier;
import dev.schemend.name.IdentifierRules;
import dev.schemend.name.ObjectKind;
import dev.schemend.plan.Plan;
import dev.schemend.planning.prisma.KeyIndexes;
import dev.schemend.planning.prisma.PartialIndexes;
import dev.schemend.planning.prisma.PrismaPair;
import dev.schemend.rename.Renames;
import dev.schemend.type.SqlType;
import dev.schemend.verify.PlanMaker;
import dev.schemend.verify.PlanResult;
import dev.schemend.verify.WayBack;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In whose manner a difference is planned and written. */
public enum PlanStyle {
  /** Everything is compared, and each change is made as is best on the server. */
  SCHEMEND,
  /** Compared, ordered and written as Prisma Migrate does. */
  PRISMA;

  /**
   * A plan with the way to write it.
   *
   * @param result the plan, and whether it is proven
   * @param script writes it as a script
   * @param note what there is to say about the style, or empty
   * @param style the style that it is in after all
   * @param asPrisma what Prisma would do, though the server would refuse it, where the plan is in
   *     another style for that; empty else
   */
  public record Styled(
      PlanResult result,
      Function<Plan, String> script,
      Optional<String> note,
      PlanStyle style,
      Optional<Plan> asPrisma) {

    /** A plan in the style that was asked for. */
    Styled(
        PlanResult result, Function<Plan, String> script, Optional<String> note, PlanStyle style) {
      this(result, script, note, style, Optional.empty());
    }

    /** The same as the way back of a plan: it tells of what does not come back. */
    public Styled backFrom(Plan there) {
      return with(plan -> WayBack.of(there, plan));
    }

    /** The same, with what is known of both sides. */
    Styled covering(Plan.Coverage known) {
      return with(plan -> plan.covering(known));
    }

    private Styled with(UnaryOperator<Plan> change) {
      PlanResult changed =
          switch (result) {
            case PlanResult.Proven proven ->
                new PlanResult.Proven(change.apply(proven.plan()), proven.reached());
            case PlanResult.Refused refused ->
                new PlanResult.Refused(change.apply(refused.plan()), refused.reason());
          };
      return new Styled(changed, script, note, style, asPrisma);
    }
  }

  /** The style that suits two states: Prisma's where a Prisma schema declares one of them. */
  public static PlanStyle of(StatePair states) {
    return states.from().declared().isPresent() || states.to().declared().isPresent()
        ? PRISMA
        : SCHEMEND;
  }

  /** Whether sequences are compared for their own sake. */
  public boolean comparesSequences() {
    return this == SCHEMEND;
  }

  /**
   * The plan in this style.
   *
   * @param renames with which it begins
   * @param online whether it is made of the forms that let others work meanwhile, of which Prisma
   *     has none
   * @param ownScript how a plan of the own style is written
   */
  public Styled plan(
      StatePair states,
      ChangePolicy policy,
      Renames renames,
      boolean online,
      Function<Plan, String> ownScript) {
    Styled styled =
        switch (this) {
          case SCHEMEND ->
              new Styled(
                  maker(states, policy, online).plan(renames, states.to().schema()),
                  ownScript,
                  Optional.empty(),
                  SCHEMEND);
          case PRISMA -> prisma(states, policy, renames, online, ownScript);
        };
    return styled.covering(new Plan.Coverage(states.from().known(), states.to().known()));
  }

  private static PlanMaker maker(StatePair states, ChangePolicy policy, boolean online) {
    return online ? states.kit().onlinePlanMaker(policy) : states.kit().planMaker(policy);
  }

  private static Styled prisma(
      StatePair states,
      ChangePolicy policy,
      Renames renames,
      boolean online,
      Function<Plan, String> ownScript) {
    PrismaKit prisma = ServerFamily.of(states.kit().profile().flavor()).prisma(states.kit());
    PrismaPair pair = pair(states);
    Renames from = assuming(states, renames);
    Schema target = prisma.target(pair, from.renamed(), states.to().schema());
    if (online) {
      return new Styled(
          maker(states, policy, true).plan(from, target), ownScript, Optional.empty(), SCHEMEND);
    }
    PlanResult result = prisma.plan(pair, policy, from, target);
    if (result instanceof PlanResult.Refused refused) {
      // Where Prisma's statements would fail on the server, the way there is found without it.
      PlanResult own = states.kit().planMaker(policy).plan(from, target);
      if (own instanceof PlanResult.Refused) {
        // Neither way is one, so what differs is told as Prisma sees it.
        return new Styled(result, plan -> prisma.script(pair, plan), Optional.empty(), PRISMA);
      }
      return new Styled(
          own,
          ownScript,
          Optional.of(
              "Prisma's own statements would not do here ("
                  + refused.reason().message()
                  + "), so the script is in schemend's style"),
          SCHEMEND,
          Optional.of(result.plan()));
    }
    return new Styled(result, plan -> prisma.script(pair, plan), Optional.empty(), PRISMA);
  }

  /**
   * The older side, with what the newer one takes to be there: a schema need not list the
   * extensions that its types come from.
   */
  private static Renames assuming(StatePair states, Renames renames) {
    Schema from = states.from().schema();
    boolean extended = from.objects().keys().anyMatch(ref -> ref.kind() == ObjectKind.EXTENSION);
    boolean foreign =
        states
            .to()
            .schema()
            .tables()
            .flatMap(table -> table.columns().stream())
            .anyMatch(column -> isForeign(column.type()));
    if (extended || !foreign || states.to().declared().isEmpty()) {
      return renames;
    }
    return renames.assuming(
        ServerFamily.of(states.kit().profile().flavor()).shape(states.kit()).assumed());
  }

  private static boolean isForeign(SqlType type) {
    return (type instanceof SqlType.UserDefined user && !user.name().isQualified())
        || (type instanceof SqlType.ArrayOf array && isForeign(array.element()));
  }

  private static PrismaPair pair(StatePair states) {
    List<PrismaDeclaration> declarations =
        Stream.of(states.from().declared(), states.to().declared())
            .flatMap(Optional::stream)
            .toList();
    DialectKit kit = states.kit();
    Identifier defaultSchema = kit.profile().defaultSchema();
    Set<Identifier> namespaces = new TreeSet<>();
    for (PrismaDeclaration declaration : declarations) {
      List<String> listed = declaration.datamodel().datasource().schemas();
      IdentifierRules rules = kit.dialect().identifiers();
      listed.forEach(schema -> namespaces.add(rules.object(schema, true)));
      if (listed.isEmpty()) {
        namespaces.add(defaultSchema);
      }
    }
    return new PrismaPair(
        schema(states.from()),
        schema(states.to()),
        defaultSchema,
        new PrismaPair.Options(
            partialIndexes(declarations),
            keyIndexes(declarations),
            namespaces,
            declarations.stream()
                .flatMap(one -> one.external().stream())
                .collect(Collectors.toSet()),
            DefaultSchemaUse.isCreated(states, defaultSchema, declarations),
            DefaultSchemaUse.isShown(states.to(), defaultSchema, declarations),
            DefaultSchemaUse.isShown(states.from(), defaultSchema, declarations)));
  }

  private static PartialIndexes partialIndexes(List<PrismaDeclaration> declarations) {
    if (declarations.stream()
        .anyMatch(one -> one.datamodel().previewFeatures().contains("partialIndexes"))) {
      return PartialIndexes.COMPARED;
    }
    return declarations.stream().allMatch(one -> one.version().seesPartialIndexesWhole())
        ? PartialIndexes.SEEN_WHOLE
        : PartialIndexes.PASSED_OVER;
  }

  private static KeyIndexes keyIndexes(List<PrismaDeclaration> declarations) {
    return declarations.stream()
        .map(PrismaDeclaration::version)
        .min(Comparator.naturalOrder())
        .map(
            oldest ->
                oldest.dropsKeyIndexes()
                    ? KeyIndexes.GO
                    : oldest.dropsUniqueKeyIndexes()
                        ? KeyIndexes.STAY_UNLESS_UNIQUE
                        : KeyIndexes.STAY)
        .orElse(KeyIndexes.GO);
  }

  private static Optional<DeclaredSchema> schema(ReadState state) {
    return state.declared().map(PrismaDeclaration::schema);
  }
}
